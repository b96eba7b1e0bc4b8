package yuanliu.filing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// Opens what was handed in, whatever its form.
public final class CataloguePackages {

    private static final int DEEPEST_FOLDER = 8;

    private CataloguePackages() {}

    /// Opens a folder of CSV files, a zip of them, one CSV file named as in the contract, a workbook, or the
    /// single-sheet template of 1272. What it is, is told by its content; only a CSV file is known by its name.
    ///
    /// @param scratch a folder for temporary files; closing the package leaves nothing in it
    /// @throws IllegalPackage when it is no package or too big a one; then nothing is left either. Reading may still
    ///                        throw it when a file turns out to be broken further on.
    public static CataloguePackage open(Path filed, Path scratch) throws IOException {
        return open(filed, scratch, Archive.Limits.USUAL);
    }

    static CataloguePackage open(Path filed, Path scratch, Archive.Limits limits) throws IOException {
        if (Files.isDirectory(filed)) {
            return folder(filed);
        }
        if (!Files.isRegularFile(filed)) {
            throw IllegalPackage.notOne("NO_FILE", "没有找到要报送的文件“%s”".formatted(name(filed)));
        }
        if (starts(filed, 'P', 'K', 3, 4) || starts(filed, 'P', 'K', 5, 6)) {
            Files.createDirectories(scratch);
            var archive = Archive.open(filed, limits);
            try {
                return archive.isWorkbook() ? workbook(archive, scratch) : zip(archive);
            } catch (IOException | RuntimeException | Error failure) {
                archive.close();
                throw failure;
            }
        }
        if (starts(filed, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw IllegalPackage.notOne("OLD_OR_ENCRYPTED", "文件是旧版Excel(.xls)或设有密码的工作簿,请去除密码并另存为.xlsx后再报送");
        }
        var sheet = sheetOf(filed);
        if (sheet.isEmpty()) {
            throw IllegalPackage.notOne(
                    "WRONG_TYPE",
                    name(filed).toLowerCase(Locale.ROOT).endsWith(".csv")
                            ? "CSV文件名“%s”不是目录包规定的文件名(如resources.csv、fields.csv)".formatted(name(filed))
                            : "“%s”不是目录包:只接受.xlsx工作簿、由.csv组成的.zip或规定文件名的.csv".formatted(name(filed)));
        }
        return csv(Map.of(sheet.get(), () -> Files.newInputStream(filed)));
    }

    private static CataloguePackage folder(Path folder) throws IOException {
        var files = known(folder);
        if (files.isEmpty()) {
            throw IllegalPackage.notOne("NOTHING_KNOWN", "文件夹“%s”中没有目录包规定的.csv文件".formatted(name(folder)));
        }
        var sources = new EnumMap<Sheet, CsvRows.Source>(Sheet.class);
        for (var file : files) {
            var sheet = sheetOf(file).orElseThrow();
            if (sources.put(sheet, () -> Files.newInputStream(file)) != null) {
                throw twice(sheet.fileName());
            }
        }
        return csv(sources);
    }

    /// As in a zip, sub-folders are looked through whatever lies beside them: nothing is passed over in silence.
    private static List<Path> known(Path folder) throws IOException {
        try (var files = Files.walk(folder, DEEPEST_FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> sheetOf(file).isPresent())
                    .filter(file -> !isOfMac(folder.relativize(file)))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static boolean isOfMac(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .anyMatch(part -> part.toString().equals("__MACOSX"));
    }

    private static CataloguePackage zip(Archive archive) throws IOException {
        var sources = new EnumMap<Sheet, CsvRows.Source>(Sheet.class);
        for (var sheet : Sheet.values()) {
            var entries = archive.named(sheet.fileName());
            if (entries.size() > 1) {
                throw twice(sheet.fileName());
            }
            if (!entries.isEmpty()) {
                sources.put(sheet, () -> archive.read(entries.getFirst()));
            }
        }
        if (sources.isEmpty()) {
            throw IllegalPackage.notOne("NOTHING_KNOWN", "压缩包中没有目录包规定的.csv文件(如resources.csv、fields.csv)");
        }
        return csv(sources, archive);
    }

    private static IllegalPackage twice(String fileName) {
        return IllegalPackage.notOne("FILE_TWICE", "目录包中有两个“%s”,不知以哪个为准".formatted(fileName));
    }

    private static CataloguePackage csv(Map<Sheet, CsvRows.Source> sources, Closeable... held) throws IOException {
        var oddities = new Oddities();
        var secrets = new Secrets();
        var tables = new EnumMap<Sheet, Table>(Sheet.class);
        for (var source : sources.entrySet()) {
            var rows = new CsvRows(source.getKey().fileName(), source.getValue());
            tables.put(source.getKey(), new Table(source.getKey(), rows, oddities, secrets));
        }
        return new OpenedPackage(tables, null, oddities, List.of(held));
    }

    private static CataloguePackage workbook(Archive archive, Path scratch) throws IOException {
        var workbook = Workbook.open(archive, scratch);
        try {
            var oddities = new Oddities();
            var secrets = new Secrets();
            var tables = new EnumMap<Sheet, Table>(Sheet.class);
            var templates = new ArrayList<Template1272>();
            for (var worksheet : workbook.worksheets()) {
                var template = Template1272.in(worksheet, oddities);
                var sheet = Sheet.titled(Cells.compared(worksheet.name()));
                if (template.isPresent()) {
                    templates.add(template.get());
                } else if (sheet.isPresent()
                        && tables.put(sheet.get(), new Table(sheet.get(), worksheet, oddities, secrets)) != null) {
                    throw twice(sheet.get().title());
                }
            }
            if (tables.isEmpty() && templates.isEmpty()) {
                throw IllegalPackage.notOne("NOTHING_KNOWN", "工作簿中没有目录包规定的工作表,也不是政务信息资源目录模板");
            }
            var used = templates.isEmpty() || tables.containsKey(Sheet.RESOURCES) || tables.containsKey(Sheet.FIELDS)
                    ? null
                    : templates.getFirst();
            for (var template : templates) {
                if (template != used) {
                    oddities.add(
                            template.name(),
                            1,
                            "",
                            template.name(),
                            "TEMPLATE_IGNORED",
                            "工作表“%s”未读取:一个工作簿只读一张目录模板,请分开报送".formatted(template.name()));
                }
            }
            return new OpenedPackage(tables, used, oddities, List.of(workbook));
        } catch (IOException | RuntimeException | Error failure) {
            workbook.close();
            throw failure;
        }
    }

    private static Optional<Sheet> sheetOf(Path file) {
        var name = name(file).toLowerCase(Locale.ROOT);
        return Arrays.stream(Sheet.values())
                .filter(sheet -> sheet.fileName().equals(name))
                .findFirst();
    }

    private static String name(Path path) {
        var name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static boolean starts(Path file, int... with) throws IOException {
        byte[] first;
        try (InputStream bytes = Files.newInputStream(file)) {
            first = bytes.readNBytes(with.length);
        }
        if (first.length < with.length) {
            return false;
        }
        for (var at = 0; at < with.length; at++) {
            if ((first[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }
}
