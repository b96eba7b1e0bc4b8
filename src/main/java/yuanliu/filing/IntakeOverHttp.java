package yuanliu.filing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.command.RunningYuanliu;

/// A Yuanliu that runs on this machine.
final class IntakeOverHttp implements Intake {

    private final RunningYuanliu yuanliu;
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI filings;

    IntakeOverHttp(RunningYuanliu yuanliu) {
        this.yuanliu = yuanliu;
        this.filings = yuanliu.uri("/api/filings");
    }

    URI uri() {
        return filings;
    }

    @Override
    public Report enter(Path filed, boolean dryRun) throws IOException, InterruptedException, NotTaken {
        if (!Files.isDirectory(filed)) {
            return post(filed, String.valueOf(filed.getFileName()), dryRun);
        }
        var zip = Files.createTempFile("yuanliu-", ".zip");
        try {
            zip(filed, zip);
            return post(zip, "package.zip", dryRun);
        } finally {
            Files.delete(zip);
        }
    }

    private Report post(Path file, String name, boolean dryRun) throws IOException, InterruptedException, NotTaken {
        var boundary = "yuanliu-" + UUID.randomUUID();
        var request = HttpRequest.newBuilder(URI.create(filings + "?dryRun=" + dryRun))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(multipart(boundary, file, name))
                .build();
        return report(yuanliu.send(request), 202);
    }

    private static BodyPublisher multipart(String boundary, Path file, String name) throws FileNotFoundException {
        var head = """
                --%s\r
                Content-Disposition: form-data; name="package"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, name.replace("\\", "_").replace("\"", "%22"));
        return BodyPublishers.concat(
                BodyPublishers.ofString(head, StandardCharsets.UTF_8),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)));
    }

    private static void zip(Path folder, Path zip) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip));
                var files = Files.walk(folder)) {
            for (var file : files.sorted().toList()) {
                if (Files.isRegularFile(file)
                        && file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
                    out.putNextEntry(new ZipEntry(folder.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/")));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    @Override
    public Report find(String code) throws IOException, InterruptedException, NotTaken {
        return report(yuanliu.get(URI.create(filings + "/" + code)), 200);
    }

    private Report report(HttpResponse<String> answer, int expected) throws NotTaken {
        if (answer.statusCode() == expected) {
            return json.readValue(answer.body(), Report.class);
        }
        throw new NotTaken(yuanliu.detail(answer));
    }

    @Override
    public String whereToRead(Report report) {
        return "见 %s/%s/report.xlsx".formatted(filings, report.code());
    }

    @Override
    public void close() {
        yuanliu.close();
    }
}
