package yuanliu.reports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;

/// What the account leaves out because another entry counts for it (重复登记清单), by code.
@Component
class RepeatList implements WholeList<RepeatList.RepeatRow> {

    private final Repeats repeats;
    private final MeantDepartments places;
    private final Catalog catalog;
    private final Asking asking;
    private final Statement providers;

    RepeatList(Repeats repeats, MeantDepartments places, Catalog catalog, Asking asking, CypherLibrary cypher) {
        this.repeats = repeats;
        this.places = places;
        this.catalog = catalog;
        this.asking = asking;
        this.providers = cypher.get("reports/providers");
    }

    /// @param resource   that does not count
    /// @param department who provides it
    /// @param counted    that counts for it
    record RepeatRow(DataResource resource, Department department, DataResource counted, List<RowEvidence> evidence)
            implements Row {}

    @Override
    public String code() {
        return "repeats";
    }

    @Override
    public String question() {
        return "repeatList(";
    }

    @Override
    public String title() {
        return "重复登记清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL);
    }

    @Override
    public List<Column<RepeatRow>> columns() {
        return List.of(
                Column.of("资源编码", row -> row.resource().code()),
                Column.of("资源名称", row -> row.resource().name()),
                Column.of("提供部门", row -> row.department().name()),
                Column.of("提供部门编码", row -> row.department().code()),
                Column.of("计入的资源编码", row -> row.counted().code()),
                Column.of("计入的资源名称", row -> row.counted().name()));
    }

    @Override
    public List<RepeatRow> all(ListFilter filter) {
        var meant = places.departments(filter);
        var found = repeats.find();
        var keys = new ArrayList<String>(found.keySet());
        found.values().forEach(repeat -> keys.add(repeat.counted()));
        var resources = catalog.find(Kind.DATA_RESOURCE, keys);
        var owners = new HashMap<String, Department>();
        asking.each(
                providers,
                Map.of("resources", List.copyOf(found.keySet())),
                row -> owners.put(row.get("resource").asString(), Department.from(row.get("department"))));
        var rows = new ArrayList<RepeatRow>();
        found.forEach((key, repeat) -> {
            var owner = owners.get(key);
            if (owner != null
                    && (meant == null || meant.contains(Codes.key(owner.code())))
                    && resources.get(key) instanceof DataResource resource
                    && resources.get(repeat.counted()) instanceof DataResource counted) {
                rows.add(new RepeatRow(
                        resource,
                        owner,
                        counted,
                        repeat.reasons().stream().map(RowEvidence::of).toList()));
            }
        });
        rows.sort(java.util.Comparator.comparing(row -> row.resource().code(), Codes.ORDER));
        return rows;
    }

    @Override
    public Cursor place(RepeatRow row) {
        return Cursor.at(row.resource().code());
    }
}
