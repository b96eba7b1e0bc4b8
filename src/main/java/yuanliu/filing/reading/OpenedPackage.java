package yuanliu.filing.reading;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tables by sheet, or a template in the place of resources and fields.
final class OpenedPackage implements CataloguePackage {

    private final Map<Sheet, Table> tables;
    private final @Nullable Template1272 template;
    private final Oddities oddities;
    private final List<Closeable> held;

    OpenedPackage(
            Map<Sheet, Table> tables,
            @Nullable Template1272 template,
            Oddities oddities,
            List<? extends Closeable> held) {
        this.tables = tables;
        this.template = template;
        this.oddities = oddities;
        this.held = List.copyOf(held);
    }

    @Override
    public List<Sheet> sheets() {
        return Arrays.stream(Sheet.values())
                .filter(sheet -> tables.containsKey(sheet) || isOfTemplate(sheet))
                .toList();
    }

    @Override
    public boolean isOfTemplate(Sheet sheet) {
        return template != null && (sheet == Sheet.RESOURCES || sheet == Sheet.FIELDS);
    }

    @Override
    public List<Column> columns(Sheet sheet) throws IOException {
        if (template != null && isOfTemplate(sheet)) {
            return template.columns(sheet);
        }
        return table(sheet).columns();
    }

    @Override
    public void read(Sheet sheet, Consumer<FiledRow> row) throws IOException {
        if (template != null && isOfTemplate(sheet)) {
            template.read(sheet, row);
        } else {
            table(sheet).read(row);
        }
    }

    @Override
    public Size size(Sheet sheet) throws IOException {
        var known = isOfTemplate(sheet) ? Optional.<Size>empty() : table(sheet).size();
        return known.isPresent() ? known.get() : CataloguePackage.super.size(sheet);
    }

    private Table table(Sheet sheet) {
        var table = tables.get(sheet);
        if (table == null) {
            throw new IllegalArgumentException("No sheet %s in this package".formatted(sheet.title()));
        }
        return table;
    }

    @Override
    public List<Oddity> oddities() {
        return oddities.all();
    }

    @Override
    public void close() throws IOException {
        for (var resource : held) {
            resource.close();
        }
    }
}
