package yuanliu.filing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A workbook of the Office Open XML kind: its worksheets by name, and what their cells refer to.
final class Workbook implements Closeable {

    private final Archive archive;
    private final List<Worksheet> worksheets;
    private final @Nullable SharedStrings strings;

    private Workbook(Archive archive, List<Worksheet> worksheets, @Nullable SharedStrings strings) {
        this.archive = archive;
        this.worksheets = worksheets;
        this.strings = strings;
    }

    static Workbook open(Archive archive, Path scratch) throws IOException {
        var main = target(relations(archive, ""), "/officeDocument").orElse("xl/workbook.xml");
        var relations = relations(archive, main);
        var sheets = new ArrayList<Named>();
        var since1904 = false;
        var mainPart = part(archive, main);
        if (mainPart == null) {
            throw none();
        }
        try (var xml = Xml.of(mainPart)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    since1904 = isTrue(xml.attribute("date1904"));
                } else if (xml.starts("sheet")) {
                    var name = xml.attribute("name");
                    var id = xml.attribute("id");
                    var relation = id == null ? null : relations.get(id);
                    if (name != null && relation != null) {
                        sheets.add(new Named(name, relation.target()));
                    }
                }
            }
        }
        if (sheets.isEmpty()) {
            throw none();
        }
        var formats = NumberFormats.none(since1904);
        var styles = part(archive, target(relations, "/styles").orElse("xl/styles.xml"));
        if (styles != null) {
            formats = NumberFormats.of(styles, since1904);
        }
        var texts = part(archive, target(relations, "/sharedStrings").orElse("xl/sharedStrings.xml"));
        var strings = texts == null ? null : new SharedStrings(texts, scratch);
        var worksheets = new ArrayList<Worksheet>();
        for (var sheet : sheets) {
            var entry = archive.entry(sheet.part());
            if (entry.isPresent()) {
                worksheets.add(new Worksheet(sheet.name(), () -> archive.read(entry.get()), strings, formats));
            }
        }
        return new Workbook(archive, List.copyOf(worksheets), strings);
    }

    private record Named(String name, String part) {}

    private record Relation(String type, String target) {}

    private static boolean isTrue(@Nullable String attribute) {
        return "1".equals(attribute) || "true".equals(attribute);
    }

    private static IllegalPackage none() {
        return IllegalPackage.notOne("NO_WORKBOOK", "文件不是Excel工作簿(.xlsx),无法读取");
    }

    private static @Nullable InputStream part(Archive archive, String name) throws IOException {
        var entry = archive.entry(name);
        return entry.isPresent() ? archive.read(entry.get()) : null;
    }

    private static Optional<String> target(Map<String, Relation> relations, String type) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::target)
                .findFirst();
    }

    /// What a part refers to, by id; the targets are names of entries.
    private static Map<String, Relation> relations(Archive archive, String part) throws IOException {
        var folder = part.substring(0, part.lastIndexOf('/') + 1);
        var name = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        var relations = new HashMap<String, Relation>();
        var bytes = part(archive, name);
        if (bytes == null) {
            return relations;
        }
        try (var xml = Xml.of(bytes)) {
            while (xml.next()) {
                if (xml.starts("Relationship")) {
                    var id = xml.attribute("Id");
                    var type = xml.attribute("Type");
                    var target = xml.attribute("Target");
                    if (id != null && type != null && target != null) {
                        relations.put(id, new Relation(type, resolved(folder, target)));
                    }
                }
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        var path = new ArrayList<>(List.of((folder + target).split("/")));
        for (var up = path.indexOf(".."); up > 0; up = path.indexOf("..")) {
            path.remove(up);
            path.remove(up - 1);
        }
        path.removeIf("."::equals);
        return String.join("/", path);
    }

    List<Worksheet> worksheets() {
        return worksheets;
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            if (strings != null) {
                strings.close();
            }
        }
    }
}
