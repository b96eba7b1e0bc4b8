package yuanliu.reports;

import static java.util.stream.Collectors.toMap;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.checks.ComplianceCheck;
import yuanliu.checks.Regulation;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.sharing.Sharing;
import yuanliu.sharing.SharingAgreement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// What is handed on without the consent of whom it is from (转供排查表; Article 25 of the regulation): as the last run
/// of the checks found by R25, by the checks' codes.
@Component
class OnwardList implements FiledList<OnwardList.OnwardRow> {

    private static final String RULE = "R25";

    private final Regulation regulation;
    private final Sharing sharing;
    private final Asking asking;
    private final Statement sources;

    OnwardList(Regulation regulation, Sharing sharing, Asking asking, CypherLibrary cypher) {
        this.regulation = regulation;
        this.sharing = sharing;
        this.asking = asking;
        this.sources = cypher.get("reports/providers");
    }

    /// @param agreement by which it is handed on; null when that is not in the graph any more
    /// @param by        who hands on
    /// @param resource  in which
    /// @param receiver  to whom
    record OnwardRow(
            ComplianceCheck check,
            @Nullable SharingAgreement agreement,
            @Nullable Department by,
            @Nullable DataResource resource,
            @Nullable Department receiver,
            List<RowEvidence> evidence)
            implements Row {}

    @Override
    public String code() {
        return "onward";
    }

    @Override
    public String question() {
        return "onwardList(";
    }

    @Override
    public String title() {
        return "转供排查表";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION);
    }

    @Override
    public List<Column<OnwardRow>> columns() {
        return List.of(
                Column.of("检查编码", row -> row.check().code()),
                Column.of("转供部门", row -> row.by() == null ? null : row.by().name()),
                Column.of("转供部门编码", row -> row.by() == null ? null : row.by().code()),
                Column.of(
                        "转供资源",
                        row -> row.resource() == null ? null : row.resource().name()),
                Column.of(
                        "资源编码",
                        row -> row.resource() == null ? null : row.resource().code()),
                Column.of(
                        "接收部门",
                        row -> row.receiver() == null ? null : row.receiver().name()),
                Column.of(
                        "接收部门编码",
                        row -> row.receiver() == null ? null : row.receiver().code()),
                Column.of(
                        "共享编号",
                        row -> row.agreement() == null ? null : row.agreement().code()),
                Column.of("首次检出", row -> row.check().firstSeen().toLocalDate()),
                Column.of("说明", row -> row.check().sentence()),
                Column.of("整改办法", row -> row.check().remedy()));
    }

    /// The checks and how many there are come of one question.
    @Override
    public Page<OnwardRow> page(ListFilter filter, Window window) {
        var found = found(filter, window);
        var rows = filled(found.getNodes()).stream().collect(toMap(OnwardRow::check, row -> row));
        return found.map(check -> Objects.requireNonNull(rows.get(check)));
    }

    @Override
    public List<OnwardRow> rows(ListFilter filter, Window window) {
        return filled(found(filter, window.larger()).getNodes());
    }

    @Override
    public long total(ListFilter filter) {
        return found(filter, Window.of(code(), 1, null)).getTotalCount();
    }

    private Page<ComplianceCheck> found(ListFilter filter, Window window) {
        return regulation.found(RULE, filter.department(), filter.region(), window);
    }

    private List<OnwardRow> filled(List<ComplianceCheck> found) {
        var agreements =
                sharing.byKey(found.stream().map(ComplianceCheck::aboutKey).toList());
        var providers = new HashMap<String, Department>();
        asking.each(
                sources,
                Map.of(
                        "resources",
                        agreements.values().stream()
                                .map(one -> Codes.key(one.resource().code()))
                                .distinct()
                                .toList()),
                row -> providers.put(row.get("resource").asString(), Department.from(row.get("department"))));
        return found.stream()
                .map(check -> row(check, agreements.get(check.aboutKey()), providers))
                .toList();
    }

    private static OnwardRow row(
            ComplianceCheck check, @Nullable SharingAgreement agreement, Map<String, Department> providers) {
        return new OnwardRow(
                check,
                agreement,
                agreement == null
                        ? null
                        : providers.get(Codes.key(agreement.resource().code())),
                agreement == null ? null : agreement.resource(),
                agreement == null ? null : agreement.consumer(),
                check.grounds().stream().map(RowEvidence::of).toList());
    }

    @Override
    public Cursor place(OnwardRow row) {
        return row.check().place();
    }
}
