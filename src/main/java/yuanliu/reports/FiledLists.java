package yuanliu.reports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.reports.Coverage.CoverageBy;
import yuanliu.reports.Coverage.CoverageRow;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Every list that people file, by what it is called in addresses.
@Component
class FiledLists {

    private final Map<String, FiledList<?>> byCode = new LinkedHashMap<>();
    private final Map<CoverageBy, WholeList<CoverageRow>> coverage = new EnumMap<>(CoverageBy.class);
    private final Today today;

    FiledLists(
            SourceLedger ledger,
            DesignationList designations,
            DemandList demands,
            DutyList duties,
            WithheldList withheld,
            UncataloguedList uncatalogued,
            TermMonitor terms,
            TermItems termItems,
            OffPlatformList offPlatform,
            OnwardList onward,
            CatalogueAccount account,
            RepeatList repeats,
            SecondHand secondHand,
            Composition composition,
            Coverage coverage,
            Today today) {
        this.today = today;
        var all = new ArrayList<FiledList<?>>(List.of(
                ledger,
                designations,
                demands,
                duties,
                withheld,
                uncatalogued,
                terms,
                termItems,
                offPlatform,
                onward,
                account,
                repeats,
                secondHand,
                composition));
        for (var by : CoverageBy.values()) {
            this.coverage.put(by, coverage.by(by));
        }
        all.addAll(this.coverage.values());
        all.forEach(list -> byCode.put(list.code(), list));
    }

    Iterable<FiledList<?>> all() {
        return byCode.values();
    }

    Optional<FiledList<?>> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    WholeList<CoverageRow> coverage(CoverageBy by) {
        return Objects.requireNonNull(coverage.get(by));
    }

    /// A page of a list, with what was asked and as of when it is.
    @Transactional(readOnly = true)
    public <R extends Row> Listing<R> listing(
            FiledList<R> list, ListFilter asked, java.util.function.Function<ListFilter, Window> window) {
        list.check(asked);
        var meant = list.meant(asked);
        Page<R> page = list.page(meant, window.apply(meant));
        return new Listing<>(page, today.date(), meant.echo());
    }
}
