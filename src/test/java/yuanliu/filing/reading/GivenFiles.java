package yuanliu.filing.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Files as departments hand them in, made for the moment.
final class GivenFiles {

    private final Path folder;
    final Path scratch;

    GivenFiles(Path folder) {
        this.folder = folder;
        this.scratch = folder.resolve("scratch");
    }

    Path text(String name, String text) throws IOException {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path text(String name, String text, Charset charset) throws IOException {
        return bytes(name, text.getBytes(charset));
    }

    Path bytes(String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    Path zip(String name, Map<String, String> entries) throws IOException {
        return bytes(name, zipped(entries));
    }

    static byte[] zipped(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// Two entries of this name, which no honest tool writes.
    static byte[] zippedTwice(String name, String text) throws IOException {
        var other = name.substring(0, name.length() - 1) + "~";
        var entries = new LinkedHashMap<String, String>();
        entries.put(name, text);
        entries.put(other, text);
        return replaced(zipped(entries), other, name);
    }

    static byte[] replaced(byte[] bytes, String old, String by) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(old, by).getBytes(StandardCharsets.ISO_8859_1);
    }

    /// An entry of zeros that is stored as if it had been packed well.
    static byte[] zeros(String name, int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            var zeros = new byte[1 << 20];
            for (var at = 0; at < megabytes; at++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    Path workbook(String name, Map<String, Consumer<Worksheet>> sheets) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Test", "1.0")) {
            for (var sheet : sheets.entrySet()) {
                var worksheet = workbook.newWorksheet(sheet.getKey());
                sheet.getValue().accept(worksheet);
                worksheet.finish();
            }
        }
        return file;
    }

    static void row(Worksheet sheet, int row, String... cells) {
        for (var at = 0; at < cells.length; at++) {
            if (!cells[at].isEmpty()) {
                sheet.value(row - 1, at, cells[at]);
            }
        }
    }

    /// A workbook written by hand: for what no writer would write.
    Path rawWorkbook(String name, String sheetName, String sheetXml, Map<String, String> more) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        entries.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        entries.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                        + " Target=\"xl/workbook.xml\"/></Relationships>");
        entries.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"" + sheetName + "\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
        entries.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                        + " Target=\"/xl/worksheets/sheet1.xml\"/></Relationships>");
        entries.put("xl/worksheets/sheet1.xml", sheetXml);
        entries.putAll(more);
        return zip(name, entries);
    }

    static String sheetXml(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    static List<FiledRow> rows(CataloguePackage filed, Sheet sheet) throws IOException {
        var rows = new ArrayList<FiledRow>();
        filed.read(sheet, rows::add);
        return rows;
    }

    /// What is left in the folder for temporary files.
    List<Path> left() throws IOException {
        if (!Files.exists(scratch)) {
            return List.of();
        }
        try (var files = Files.list(scratch)) {
            return files.toList();
        }
    }
}
