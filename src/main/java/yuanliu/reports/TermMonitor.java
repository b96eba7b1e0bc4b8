package yuanliu.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Department;
import yuanliu.catalog.Kind;
import yuanliu.checks.Regulation.RunningTerm;
import yuanliu.reports.TermItems.TermState;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;

/// How the terms of the regulation are kept (时限监测表), by kind, then by department: of every kind first the sum.
@Component
class TermMonitor implements WholeList<TermMonitor.TermRow> {

    private final TermItems items;
    private final Catalog catalog;

    TermMonitor(TermItems items, Catalog catalog) {
        this.items = items;
        this.catalog = catalog;
    }

    /// @param department  null in the sum over all departments, and where it is not known who is responsible
    /// @param sum         whether it is the sum of its kind
    /// @param total       inTime + late + running + overdue
    /// @param inTime      done within the term
    /// @param late        done after it
    /// @param running     not done, and not due yet
    /// @param overdue     not done, and the term is over
    /// @param averageDays working days that what is done took; null when nothing is done
    /// @param p90Days     within which nine of ten of these were done (nearest rank)
    /// @param longestDays the longest of these
    record TermRow(
            RunningTerm.Kind kind,
            String article,
            @Nullable Department department,
            boolean sum,
            int total,
            int inTime,
            int late,
            int running,
            int overdue,
            @Nullable Double averageDays,
            @Nullable Integer p90Days,
            @Nullable Integer longestDays,
            List<RowEvidence> evidence)
            implements Row {

        static TermRow of(
                RunningTerm.Kind kind, @Nullable Department department, boolean sum, List<RunningTerm> terms) {
            var done = terms.stream()
                    .filter(term -> term.done() != null)
                    .map(RunningTerm::days)
                    .sorted()
                    .toList();
            return new TermRow(
                    kind,
                    terms.getFirst().article(),
                    department,
                    sum,
                    terms.size(),
                    count(terms, TermState.IN_TIME),
                    count(terms, TermState.LATE),
                    count(terms, TermState.RUNNING),
                    count(terms, TermState.OVERDUE),
                    done.isEmpty()
                            ? null
                            : Math.round(done.stream()
                                                    .mapToInt(Integer::intValue)
                                                    .average()
                                                    .orElseThrow()
                                            * 100)
                                    / 100.0,
                    done.isEmpty() ? null : done.get((int) Math.ceil(0.9 * done.size()) - 1),
                    done.isEmpty() ? null : done.getLast(),
                    terms.stream()
                            .filter(RunningTerm::late)
                            .limit(20)
                            .map(term -> new RowEvidence(
                                    "%s 应于 %s 前办结".formatted(term.key(), term.due()), term.filing(), term.row()))
                            .toList());
        }

        private static int count(List<RunningTerm> terms, TermState state) {
            return Math.toIntExact(
                    terms.stream().filter(term -> TermState.of(term) == state).count());
        }
    }

    @Override
    public String code() {
        return "terms";
    }

    @Override
    public String question() {
        return "termMonitor(";
    }

    @Override
    public String title() {
        return "时限监测表";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL, Narrowing.FROM, Narrowing.UNTIL);
    }

    @Override
    public List<Column<TermRow>> columns() {
        return List.of(
                Column.of("时限", row -> row.kind().word()),
                Column.of("依据", TermRow::article),
                Column.of(
                        "责任部门",
                        row -> row.sum()
                                ? "合计"
                                : row.department() == null
                                        ? "（不明）"
                                        : row.department().name()),
                Column.of(
                        "责任部门编码",
                        row -> row.department() == null
                                ? null
                                : row.department().code()),
                Column.of("总数", TermRow::total),
                Column.of("按期办结", TermRow::inTime),
                Column.of("逾期办结", TermRow::late),
                Column.of("办理中", TermRow::running),
                Column.of("逾期未办", TermRow::overdue),
                Column.of("平均工作日", TermRow::averageDays),
                Column.of("九成在几个工作日内", TermRow::p90Days),
                Column.of("最长工作日", TermRow::longestDays));
    }

    @Override
    public List<TermRow> all(ListFilter filter) {
        var grouped = items.grouped(filter);
        var keys = new HashSet<String>();
        grouped.values().forEach(one -> keys.addAll(one.keySet()));
        var departments = catalog.find(Kind.DEPARTMENT, keys);
        var all = new ArrayList<TermRow>();
        grouped.forEach((kind, of) -> {
            all.add(TermRow.of(
                    kind, null, true, of.values().stream().flatMap(List::stream).toList()));
            of.entrySet().stream()
                    .map(one -> TermRow.of(kind, (Department) departments.get(one.getKey()), false, one.getValue()))
                    .sorted(Comparator.comparing(
                            row -> row.department() == null
                                    ? ""
                                    : row.department().code(),
                            Codes.ORDER))
                    .forEach(all::add);
        });
        return all;
    }

    @Override
    public Cursor place(TermRow row) {
        return Cursor.at(
                row.kind(),
                row.sum(),
                row.department() == null ? "" : row.department().code());
    }
}
