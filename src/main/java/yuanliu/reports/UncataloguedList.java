package yuanliu.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;

/// What should be in the catalogue and is not (应编未编; Article 12 of the regulation), by kind, then by code. The graph
/// knows no duties beside systems, forms and designations: a department shows by these what it ought to have filed.
@Component
class UncataloguedList implements WholeList<UncataloguedList.UncataloguedRow> {

    private static final Comparator<UncataloguedRow> ORDER = Comparator.comparing(UncataloguedRow::kind)
            .thenComparing(row -> row.thing().code(), Codes.ORDER);

    private final Asking asking;
    private final Ledger ledger;
    private final Statement things;
    private final Statement sources;

    UncataloguedList(Asking asking, Ledger ledger, CypherLibrary cypher) {
        this.asking = asking;
        this.ledger = ledger;
        this.things = cypher.get("reports/uncatalogued");
        this.sources = cypher.get("reports/uncatalogued-sources");
    }

    /// What is missing.
    enum UncataloguedKind {
        /// A department that is the source of a unit has no item of it in an entry in use.
        SOURCE("数源无目录", "将该数据项编入目录，并在认定中写明数源信息项"),
        /// A system in use has no entry.
        SYSTEM("系统无目录", "将该系统的数据资源编入目录，写明系统编码"),
        /// A department with systems or forms has no entry at all.
        DEPARTMENT("部门无目录", "由该部门编制政务数据目录"),
        /// A form asks for what the department keeps in no entry.
        FORM("表单数据无目录", "将表单采集的数据编入目录"),
        /// An entry in use has no items.
        ENTRY("目录无信息项", "补报该资源的信息项");

        private final String word;
        private final String remedy;

        UncataloguedKind(String word, String remedy) {
            this.word = word;
            this.remedy = remedy;
        }

        String word() {
            return word;
        }
    }

    /// @param thing      a system, department, form, entry or unit
    /// @param department who ought to file
    /// @param size       of a form how many of its items are in no entry of its department; of a department how many
    ///                   systems and forms it has; of a system how many forms; else 0
    record UncataloguedRow(
            UncataloguedKind kind,
            Entity thing,
            Department department,
            int size,
            String sentence,
            String suggestion,
            List<RowEvidence> evidence)
            implements Row {

        static UncataloguedRow from(Record row) {
            var kind = UncataloguedKind.valueOf(row.get("kind").asString());
            var thing = Kind.readAny(row.get("thing"));
            var size = row.get("size").asInt();
            return of(
                    kind,
                    thing,
                    Department.from(row.get("department")),
                    size,
                    RowEvidence.filed(row.get("thing"), thing.name().strip()));
        }

        static UncataloguedRow of(
                UncataloguedKind kind, Entity thing, Department department, int size, List<RowEvidence> evidence) {
            var name = thing.name().strip();
            var sentence = switch (kind) {
                case SOURCE -> "%s是“%s”的数源，没有在用目录含有该数据项".formatted(department.name(), name);
                case SYSTEM -> "%s的系统“%s”没有数据资源编目".formatted(department.name(), name);
                case DEPARTMENT -> "%s有 %d 个信息系统或表单，没有编制目录".formatted(name, size);
                case FORM -> "%s的表单“%s”有 %d 项不在本部门任何目录中".formatted(department.name(), name, size);
                case ENTRY -> "%s的目录“%s”没有信息项".formatted(department.name(), name);
            };
            return new UncataloguedRow(
                    kind,
                    thing,
                    department,
                    size,
                    sentence,
                    kind.remedy,
                    evidence.isEmpty() ? List.of(RowEvidence.of(sentence)) : evidence);
        }
    }

    @Override
    public String code() {
        return "uncatalogued";
    }

    @Override
    public String question() {
        return "uncataloguedList(";
    }

    @Override
    public String title() {
        return "应编未编清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL);
    }

    @Override
    public List<Column<UncataloguedRow>> columns() {
        return List.of(
                Column.of("类别", row -> row.kind().word()),
                Column.of("对象编码", row -> row.thing().code()),
                Column.of("对象名称", row -> row.thing().name()),
                Column.of("责任部门", row -> row.department().name()),
                Column.of("责任部门编码", row -> row.department().code()),
                Column.of("数量", UncataloguedRow::size),
                Column.of("说明", UncataloguedRow::sentence),
                Column.of("建议", UncataloguedRow::suggestion));
    }

    /// There are at most as many as systems, departments and forms: some thousand.
    @Override
    public List<UncataloguedRow> all(ListFilter filter) {
        var all = new ArrayList<UncataloguedRow>(asking.rows(things, filter.parameters(), UncataloguedRow::from));
        all.addAll(sources(filter));
        all.sort(ORDER);
        return all;
    }

    private List<UncataloguedRow> sources(ListFilter filter) {
        var standings = ledger.standingsOf(ledger.designated());
        var asked = new ArrayList<Map<String, Object>>();
        var units = ledger.byKey(standings.entrySet().stream()
                .filter(standing -> standing.getValue().department() != null)
                .map(Map.Entry::getKey)
                .toList());
        units.forEach((key, unit) -> {
            var standing = Objects.requireNonNull(standings.get(key));
            var designation = standing.designation();
            asked.add(Map.of(
                    "key",
                    key,
                    "heldAs",
                    unit.heldAs(),
                    "department",
                    Codes.key(Objects.requireNonNull(standing.department()).code()),
                    "line",
                    designation != null && designation.line()));
        });
        var parameters = new HashMap<String, @Nullable Object>(filter.parameters());
        parameters.put("units", asked);
        return asking.rows(
                sources,
                parameters,
                row -> row(
                        Objects.requireNonNull(units.get(row.get("unit").asString())),
                        Department.from(row.get("department"))));
    }

    private static UncataloguedRow row(SourceUnit unit, Department department) {
        return UncataloguedRow.of(UncataloguedKind.SOURCE, unit, department, 0, List.of());
    }

    @Override
    public Cursor place(UncataloguedRow row) {
        return Cursor.at(row.kind(), row.thing().code());
    }
}
