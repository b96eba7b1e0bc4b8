package yuanliu.reports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

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
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entities;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.checks.Regulation;
import yuanliu.checks.Regulation.RunningTerm;
import yuanliu.sharing.Sharing;
import yuanliu.sharing.SharingAgreement;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Every term of the regulation that runs or has run (时限明细; Articles 16, 17, 21, 22, 26), the earliest due first,
/// then by kind and thing.
@Component
class TermItems implements FiledList<TermItems.TermItem> {

    private static final Comparator<RunningTerm> ORDER = Comparator.comparing(RunningTerm::due)
            .thenComparing(RunningTerm::kind)
            .thenComparing(RunningTerm::key, Codes.ORDER);

    private final Regulation regulation;
    private final MeantDepartments places;
    private final Catalog catalog;
    private final Sharing sharing;
    private final Entities entities;

    TermItems(Regulation regulation, MeantDepartments places, Catalog catalog, Sharing sharing, Entities entities) {
        this.regulation = regulation;
        this.places = places;
        this.catalog = catalog;
        this.sharing = sharing;
        this.entities = entities;
    }

    /// How a term has ended, or stands.
    enum TermState {
        IN_TIME("按期办结"),
        LATE("逾期办结"),
        RUNNING("办理中"),
        OVERDUE("逾期未办");

        private final String word;

        TermState(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static TermState of(RunningTerm term) {
            return term.done() == null ? term.late() ? OVERDUE : RUNNING : term.late() ? LATE : IN_TIME;
        }
    }

    /// @param thing a data resource, a sharing agreement or an objection; null when it is not in the graph any more
    record TermItem(
            RunningTerm term,
            @Nullable Object thing,
            @Nullable Department department,
            TermState state,
            List<RowEvidence> evidence)
            implements Row {

        /// The thing's code.
        String of() {
            return switch (thing) {
                case null -> term.key();
                case SharingAgreement agreement -> agreement.code();
                case Entity entity -> entity.code();
                default -> term.key();
            };
        }
    }

    @Override
    public String code() {
        return "term-items";
    }

    @Override
    public String question() {
        return "termItems(";
    }

    @Override
    public String title() {
        return "时限明细表";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(
                Narrowing.DEPARTMENT,
                Narrowing.REGION,
                Narrowing.LEVEL,
                Narrowing.OVERDUE,
                Narrowing.FROM,
                Narrowing.UNTIL);
    }

    @Override
    public List<Column<TermItem>> columns() {
        return List.of(
                Column.of("时限", row -> row.term().kind().word()),
                Column.of("依据", row -> row.term().article()),
                Column.of("对象编码", TermItem::of),
                Column.of(
                        "责任部门",
                        row -> row.department() == null
                                ? null
                                : row.department().name()),
                Column.of(
                        "责任部门编码",
                        row -> row.department() == null
                                ? null
                                : row.department().code()),
                Column.of("起算日期", row -> row.term().from()),
                Column.of("工作日", row -> row.term().term()),
                Column.of("期限", row -> row.term().due()),
                Column.of("期限确定", row -> row.term().dueCertain()),
                Column.of("办结日期", row -> row.term().done()),
                Column.of("已用工作日", row -> row.term().days()),
                Column.of("状态", row -> row.state().word()));
    }

    /// The terms that fit, in order.
    ///
    /// @param filter `from` and `until` are of the day from which a term runs
    List<RunningTerm> fitting(ListFilter filter) {
        var departments = places.departments(filter);
        return regulation.runningTerms().stream()
                .filter(term ->
                        departments == null || term.responsible() != null && departments.contains(term.responsible()))
                .filter(term -> filter.overdue() == null || filter.overdue() == term.late())
                .filter(term -> filter.from() == null || !term.from().isBefore(filter.from()))
                .filter(term -> filter.until() == null || !term.from().isAfter(filter.until()))
                .sorted(ORDER)
                .toList();
    }

    @Override
    public Page<TermItem> page(ListFilter filter, Window window) {
        var page = Page.cut(window, fitting(filter), TermItems::placeOf);
        var items = new HashMap<RunningTerm, TermItem>();
        filled(page.getNodes()).forEach(item -> items.put(item.term(), item));
        return page.map(term -> Objects.requireNonNull(items.get(term)));
    }

    @Override
    public List<TermItem> rows(ListFilter filter, Window window) {
        return filled(
                Page.cut(window.larger(), fitting(filter), TermItems::placeOf).getNodes());
    }

    @Override
    public void each(ListFilter filter, Consumer<TermItem> taken) {
        var all = fitting(filter);
        for (int from = 0; from < all.size(); from += Window.MOST) {
            filled(all.subList(from, Math.min(all.size(), from + Window.MOST))).forEach(taken);
        }
    }

    @Override
    public long total(ListFilter filter) {
        return fitting(filter).size();
    }

    private List<TermItem> filled(List<RunningTerm> terms) {
        var keys = terms.stream().collect(groupingBy(RunningTerm::label, mapping(RunningTerm::key, toSet())));
        var resources = catalog.find(Kind.DATA_RESOURCE, keys.getOrDefault("DataResource", Set.of()));
        var agreements = sharing.byKey(keys.getOrDefault("SharingAgreement", Set.of()));
        var departments = catalog.find(
                Kind.DEPARTMENT,
                terms.stream()
                        .map(RunningTerm::responsible)
                        .filter(Objects::nonNull)
                        .collect(toSet()));
        return terms.stream()
                .map(term -> new TermItem(
                        term,
                        switch (term.label()) {
                            case "DataResource" -> resources.get(term.key());
                            case "SharingAgreement" -> agreements.get(term.key());
                            default ->
                                entities.find(Codes.globalId(term.label(), term.key()))
                                        .orElse(null);
                        },
                        term.responsible() == null ? null : (Department) departments.get(term.responsible()),
                        TermState.of(term),
                        List.of(new RowEvidence(
                                "%s 起，%d 个工作日，至 %s%s"
                                        .formatted(
                                                term.from(),
                                                term.term(),
                                                term.due(),
                                                term.done() == null ? "；没有办结日期" : "；%s 办结".formatted(term.done())),
                                term.filing(),
                                term.row()))))
                .toList();
    }

    private static Cursor placeOf(RunningTerm term) {
        return Cursor.at(term.due(), term.kind(), term.key());
    }

    @Override
    public Cursor place(TermItem row) {
        return placeOf(row.term());
    }

    /// By kind and by the key of the department, which is empty where it is not known.
    Map<RunningTerm.Kind, Map<String, List<RunningTerm>>> grouped(ListFilter filter) {
        return fitting(filter).stream()
                .collect(groupingBy(
                        RunningTerm::kind,
                        java.util.TreeMap::new,
                        groupingBy(term -> term.responsible() == null ? "" : term.responsible())));
    }
}
