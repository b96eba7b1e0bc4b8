package yuanliu.reports;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.lineage.Derivations;
import yuanliu.lineage.LineagePath;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.sharing.SharingAgreement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Who uses a datum that is not its source's (二手数据), by unit, agreement and field. Left out are what identifies
/// (everybody passes it on), the source's own line, and the data authority, whose platform is there to pass on.
@Component
class SecondHand implements FiledList<SecondHand.SecondHandRow> {

    private static final Comparator<SecondHandRow> ORDER = Comparator.comparing(
                    (SecondHandRow row) -> row.unit().code(), Codes.ORDER)
            .thenComparing(row -> row.agreement().code(), Codes.ORDER)
            .thenComparing(row -> row.field().code(), Codes.ORDER);

    private final Asking asking;
    private final Ledger ledger;
    private final Derivations derivations;
    private final Lines lines;
    private final Today today;
    private final Statement uses;

    SecondHand(Asking asking, Ledger ledger, Derivations derivations, Lines lines, Today today, CypherLibrary cypher) {
        this.asking = asking;
        this.ledger = ledger;
        this.derivations = derivations;
        this.today = today;
        this.uses = cypher.get("reports/second-hand");
        this.lines = lines;
    }

    /// Whether the user could have it of the source.
    enum Shareable {
        GRANTED("已有授权"),
        UNCONDITIONAL("无条件共享"),
        CONDITIONAL("有条件共享，可申请"),
        WITHHELD("不予共享"),
        UNSTATED("未填共享类型");

        private final String word;

        Shareable(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Shareable of(boolean granted, String sharing) {
            return switch (sharing) {
                case "不予共享" -> WITHHELD;
                case "无条件共享" -> granted ? GRANTED : UNCONDITIONAL;
                case "有条件共享" -> granted ? GRANTED : CONDITIONAL;
                default -> granted ? GRANTED : UNSTATED;
            };
        }
    }

    /// @param agreement   by which it is used
    /// @param department  who uses
    /// @param field       what is used, of
    /// @param supplier    somebody who is not the source
    /// @param asOwn       whether the supplier files it as collected or generated
    /// @param sourceField at which it is to be had of
    /// @param source      the source
    /// @param path        from the source's field to what is used; null where no lineage of fields leads there
    record SecondHandRow(
            SourceUnit unit,
            SharingAgreement agreement,
            Department department,
            DataField field,
            Department supplier,
            boolean asOwn,
            DataField sourceField,
            Department source,
            Shareable shareable,
            @Nullable LineagePath path,
            List<RowEvidence> evidence)
            implements Row {

        SecondHandRow with(@Nullable LineagePath found) {
            return new SecondHandRow(
                    unit,
                    agreement,
                    department,
                    field,
                    supplier,
                    asOwn,
                    sourceField,
                    source,
                    shareable,
                    found,
                    RowEvidence.all(
                            evidence,
                            List.of(RowEvidence.of(found == null ? "没有从数源到所用信息项的血缘，来源不明" : found.sentence()))));
        }
    }

    @Override
    public String code() {
        return "second-hand";
    }

    @Override
    public String question() {
        return "secondHandUse(";
    }

    @Override
    public String title() {
        return "二手数据使用清单";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL, Narrowing.ELEMENT);
    }

    @Override
    public List<Column<SecondHandRow>> columns() {
        return List.of(
                Column.of("单元编号", row -> row.unit().code()),
                Column.of("数据项", row -> row.unit().name()),
                Column.of("使用部门", row -> row.department().name()),
                Column.of("使用部门编码", row -> row.department().code()),
                Column.of(
                        "使用系统",
                        row -> row.agreement().system() == null
                                ? null
                                : row.agreement().system().name()),
                Column.of("共享编号", row -> row.agreement().code()),
                Column.of("现提供部门", row -> row.supplier().name()),
                Column.of("所用信息项", row -> row.field().code()),
                Column.of("现提供部门登记为自有", SecondHandRow::asOwn),
                Column.of("数源部门", row -> row.source().name()),
                Column.of("数源信息项", row -> row.sourceField().code()),
                Column.of("能否从数源取得", row -> row.shareable().word()),
                Column.of(
                        "到数源的路径", row -> row.path() == null ? null : row.path().sentence()));
    }

    private List<SecondHandRow> fitting(ListFilter filter) {
        var standings = ledger.standingsOf(ledger.designated());
        var units = ledger.byKey(standings.keySet());
        var element = Codes.keyOrNull(filter.element());
        var asked = new ArrayList<Map<String, @Nullable Object>>();
        standings.forEach((key, standing) -> {
            var unit = units.get(key);
            var designation = standing.designation();
            if (unit == null
                    || designation == null
                    || designation.field() == null
                    || designation.department() == null
                    || Boolean.TRUE.equals(unit.element().identifying())
                    || element != null
                            && !element.equals(Codes.key(unit.element().code()))) {
                return;
            }
            var one = new HashMap<String, @Nullable Object>();
            one.put("key", key);
            one.put("heldAs", unit.heldAs());
            one.put("region", unit.regionKey());
            one.put("at", Codes.key(designation.field().code()));
            one.put("department", Codes.key(designation.department().code()));
            asked.add(one);
        });
        var parameters = new HashMap<String, @Nullable Object>(filter.parameters());
        parameters.put("units", asked);
        parameters.put("day", today.date());
        var lines = this.lines.all();
        var rows = new ArrayList<SecondHandRow>();
        asking.each(uses, parameters, row -> {
            if (!lines.getOrDefault(row.get("supplierKey").asString(), "")
                    .equals(lines.getOrDefault(row.get("sourceKey").asString(), "?"))) {
                rows.add(row(Objects.requireNonNull(units.get(row.get("unit").asString())), row));
            }
        });
        rows.sort(ORDER);
        return rows;
    }

    private SecondHandRow row(SourceUnit unit, org.neo4j.driver.Record row) {
        var agreement = SharingAgreement.from(row.get("agreement"), today.date());
        var field = DataField.from(row.get("field"));
        var mode = field.acquisition();
        return new SecondHandRow(
                unit,
                agreement,
                agreement.consumer(),
                field,
                Department.from(row.get("supplier")),
                mode == AcquisitionMode.COLLECTED || mode == AcquisitionMode.GENERATED,
                DataField.from(row.get("at")),
                Department.from(row.get("source")),
                Shareable.of(row.get("granted").asBoolean(), row.get("sharing").asString("")),
                null,
                RowEvidence.filed(row.get("agreement"), "共享关系 " + agreement.code()));
    }

    private List<SecondHandRow> filled(List<SecondHandRow> rows) {
        var paths = new HashMap<Way, LineagePath>();
        rows.stream()
                .map(SecondHandRow::sourceField)
                .distinct()
                .forEach(source -> derivations
                        .pathsFromSources(rows.stream()
                                .filter(row -> row.sourceField().equals(source))
                                .map(row -> Codes.key(row.field().code()))
                                .distinct()
                                .collect(toMap(key -> key, key -> Set.of(Codes.key(source.code())))))
                        .forEach((key, path) -> paths.put(new Way(source, key), path)));
        return rows.stream()
                .map(row -> row.with(paths.get(
                        new Way(row.sourceField(), Codes.key(row.field().code())))))
                .toList();
    }

    /// From a source's field to the field of a key.
    private record Way(DataField source, String field) {}

    @Override
    public Page<SecondHandRow> page(ListFilter filter, Window window) {
        var page = Page.cut(window, fitting(filter), this::place);
        var filled = new HashMap<Cursor, SecondHandRow>();
        filled(page.getNodes()).forEach(row -> filled.put(place(row), row));
        return page.map(row -> Objects.requireNonNull(filled.get(place(row))));
    }

    @Override
    public List<SecondHandRow> rows(ListFilter filter, Window window) {
        return page(filter, window.larger()).getNodes();
    }

    @Override
    public void each(ListFilter filter, Consumer<SecondHandRow> taken) {
        var all = fitting(filter);
        for (int from = 0; from < all.size(); from += Window.MOST) {
            filled(all.subList(from, Math.min(all.size(), from + Window.MOST))).forEach(taken);
        }
    }

    @Override
    public long total(ListFilter filter) {
        return fitting(filter).size();
    }

    @Override
    public Cursor place(SecondHandRow row) {
        return Cursor.at(row.unit().code(), row.agreement().code(), row.field().code());
    }
}
