package yuanliu.reports;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.ownership.SourceUnit;
import yuanliu.reports.CatalogueAccount.AccountRow;
import yuanliu.reports.Composition.CompositionRow;
import yuanliu.reports.Coverage.CoverageBy;
import yuanliu.reports.Coverage.CoverageRow;
import yuanliu.reports.DemandList.DemandRow;
import yuanliu.reports.DesignationList.DesignationRow;
import yuanliu.reports.DutyList.DutyRow;
import yuanliu.reports.OffPlatformList.OffPlatformRow;
import yuanliu.reports.OnwardList.OnwardRow;
import yuanliu.reports.Profiles.DepartmentProfile;
import yuanliu.reports.RepeatList.RepeatRow;
import yuanliu.reports.SecondHand.SecondHandRow;
import yuanliu.reports.SourceLedger.LedgerRow;
import yuanliu.reports.TermItems.TermItem;
import yuanliu.reports.TermMonitor.TermRow;
import yuanliu.reports.UncataloguedList.UncataloguedRow;
import yuanliu.reports.WithheldList.WithheldRow;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Answers with the lists that people file, and with what they lead by.
@Controller
class ReportsController {

    private final FiledLists lists;
    private final Coverage coverage;
    private final Profiles profiles;
    private final SourceLedger ledger;
    private final DesignationList designations;
    private final DemandList demands;
    private final DutyList duties;
    private final WithheldList withheld;
    private final UncataloguedList uncatalogued;
    private final TermMonitor terms;
    private final TermItems termItems;
    private final OffPlatformList offPlatform;
    private final OnwardList onward;
    private final CatalogueAccount account;
    private final RepeatList repeats;
    private final SecondHand secondHand;
    private final Composition composition;

    ReportsController(
            FiledLists lists,
            Coverage coverage,
            Profiles profiles,
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
            Composition composition) {
        this.lists = lists;
        this.coverage = coverage;
        this.profiles = profiles;
        this.ledger = ledger;
        this.designations = designations;
        this.demands = demands;
        this.duties = duties;
        this.withheld = withheld;
        this.uncatalogued = uncatalogued;
        this.terms = terms;
        this.termItems = termItems;
        this.offPlatform = offPlatform;
        this.onward = onward;
        this.account = account;
        this.repeats = repeats;
        this.secondHand = secondHand;
        this.composition = composition;
    }

    /// A list as it is told of.
    record FiledListInfo(
            String code,
            String title,
            List<String> takes,
            List<String> columns,
            String question,
            String csv,
            String xlsx) {

        static FiledListInfo of(FiledList<?> list) {
            return new FiledListInfo(
                    list.code(),
                    list.title(),
                    list.takes().stream().map(Narrowing::argument).toList(),
                    list.columns().stream().map(Column::header).toList(),
                    "query($filter: FiledListFilter, $first: Int, $after: String) { list: %sfilter: $filter, first: $first, after: $after) { totalCount } }"
                            .formatted(list.question()),
                    "/api/lists/%s.csv".formatted(list.code()),
                    "/api/lists/%s.xlsx".formatted(list.code()));
        }
    }

    @QueryMapping
    List<FiledListInfo> filedLists() {
        return StreamSupport.stream(lists.all().spliterator(), false)
                .map(FiledListInfo::of)
                .toList();
    }

    private <R extends Row> Listing<R> listing(
            FiledList<R> list, @Nullable ListFilter filter, @Nullable Integer first, @Nullable String after) {
        return lists.listing(list, ListFilter.of(filter), meant -> Window.of(list.code() + "|" + meant, first, after));
    }

    @QueryMapping
    Listing<LedgerRow> sourceLedger(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(ledger, filter, first, after);
    }

    @QueryMapping
    Listing<DesignationRow> designationList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(designations, filter, first, after);
    }

    @QueryMapping
    Listing<DemandRow> demandList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(demands, filter, first, after);
    }

    @QueryMapping
    Listing<DutyRow> dutyList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(duties, filter, first, after);
    }

    @QueryMapping
    Listing<WithheldRow> withheldList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(withheld, filter, first, after);
    }

    @QueryMapping
    Listing<UncataloguedRow> uncataloguedList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(uncatalogued, filter, first, after);
    }

    @QueryMapping
    Listing<TermRow> termMonitor(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(terms, filter, first, after);
    }

    @QueryMapping
    Listing<TermItem> termItems(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(termItems, filter, first, after);
    }

    @QueryMapping
    Listing<OffPlatformRow> offPlatformList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(offPlatform, filter, first, after);
    }

    @QueryMapping
    Listing<OnwardRow> onwardList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(onward, filter, first, after);
    }

    @QueryMapping
    Listing<AccountRow> catalogueAccount(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(account, filter, first, after);
    }

    @QueryMapping
    Listing<RepeatRow> repeatList(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(repeats, filter, first, after);
    }

    @QueryMapping
    Listing<SecondHandRow> secondHandUse(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(secondHand, filter, first, after);
    }

    @QueryMapping
    Listing<CompositionRow> libraryComposition(
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(composition, filter, first, after);
    }

    @QueryMapping
    Listing<CoverageRow> sourceCoverage(
            @Argument CoverageBy by,
            @Argument @Nullable ListFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return listing(lists.coverage(by), filter, first, after);
    }

    @SchemaMapping(typeName = "CoverageRow", field = "missing")
    Page<SourceUnit> missing(CoverageRow row, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return coverage.missing(row, Window.of("missing|%s|%s".formatted(row.by(), row.code()), first, after));
    }

    @QueryMapping
    Optional<DepartmentProfile> departmentProfile(@Argument String department) {
        return profiles.of(department);
    }
}
