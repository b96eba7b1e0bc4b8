package yuanliu.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import yuanliu.web.Codes;

/// What is asked about when nothing special is: things taken by chance from a generated package, the same each time.
///
/// @param fields    the codes of fields
/// @param resources the codes of resources
/// @param elements  the codes of elements
/// @param words     what is searched for: what things and their properties are called
record Ordinary(List<String> fields, List<String> resources, List<String> elements, List<String> words) {

    private static final int SEED = 1;

    static Ordinary of(Path folder, int wanted) throws IOException {
        var fields = some(folder.resolve("fields.csv"), wanted, List.of("resource", "name"));
        return new Ordinary(
                fields,
                fields.stream()
                        .map(field -> field.substring(0, field.indexOf('#')))
                        .distinct()
                        .toList(),
                some(folder.resolve("elements.csv"), wanted, List.of("code")),
                words(wanted));
    }

    /// @param columns those that make the code
    private static List<String> some(Path sheet, int wanted, List<String> columns) throws IOException {
        var chance = new Random(SEED);
        var taken = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        var seen = 0;
        try (var rows = CsvReader.builder().ofCsvRecord(sheet)) {
            for (var row : rows) {
                if (places.isEmpty()) {
                    for (var column : columns) {
                        places.add(row.getFields().indexOf(column));
                    }
                    continue;
                }
                seen++;
                var at = taken.size() < wanted ? taken.size() : chance.nextInt(seen);
                if (at < wanted) {
                    var code = Codes.key(
                            String.join("#", places.stream().map(row::getField).toList()));
                    if (at == taken.size()) {
                        taken.add(code);
                    } else {
                        taken.set(at, code);
                    }
                }
            }
        }
        return taken;
    }

    private static List<String> words(int wanted) {
        var chance = new Random(SEED);
        var words = new ArrayList<String>();
        while (words.size() < wanted) {
            var object = Lexicon.OBJECTS.get(chance.nextInt(Lexicon.OBJECTS.size()));
            var property = Lexicon.PROPERTIES.get(chance.nextInt(Lexicon.PROPERTIES.size()))[0];
            words.add(
                    switch (words.size() % 4) {
                        case 0 -> object;
                        case 1 -> property;
                        case 2 -> object + " " + property;
                        default ->
                            Lexicon.HUBS.get(chance.nextInt(Lexicon.HUBS.size())).name();
                    });
        }
        return words;
    }
}
