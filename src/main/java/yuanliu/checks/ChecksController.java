package yuanliu.checks;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.checks.Things.Place;
import yuanliu.checks.rules.Evidence;
import yuanliu.checks.rules.Rule;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Codes;
import yuanliu.web.Page;
import yuanliu.web.TellingPage;
import yuanliu.web.Window;

/// Answers where the ledger and the regulation are not kept to, and takes what people say to it.
@Controller
class ChecksController {

    private final Checks checks;
    private final CheckRuns runs;
    private final Exceptions exceptions;
    private final Things things;

    ChecksController(Checks checks, CheckRuns runs, Exceptions exceptions, Things things) {
        this.checks = checks;
        this.runs = runs;
        this.exceptions = exceptions;
        this.things = things;
    }

    @QueryMapping
    CheckPage<SourceCheck> sourceChecks(
            @Argument @Nullable SourceCheckFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = SourceCheckFilter.asked(filter);
        return page(asked, Window.of("sourceChecks|" + asked, first, after), SourceCheck.class);
    }

    @QueryMapping
    CheckPage<ComplianceCheck> complianceChecks(
            @Argument @Nullable ComplianceCheckFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = ComplianceCheckFilter.asked(filter);
        return page(asked, Window.of("complianceChecks|" + asked, first, after), ComplianceCheck.class);
    }

    private <T extends Check> CheckPage<T> page(ChecksAsked asked, Window window, Class<T> kind) {
        return new CheckPage<>(
                checks.page(asked, window).map(kind::cast),
                asked.asOf() == null ? checks.lastDay().orElse(null) : asked.asOf());
    }

    @QueryMapping
    Optional<Check> check(@Argument String code) {
        return checks.find(code);
    }

    @QueryMapping
    List<CheckRule> checkRules() {
        var terms = runs.terms();
        return Arrays.stream(Rule.values())
                .map(rule -> CheckRule.of(rule, terms.on(rule), terms.severity(rule)))
                .toList();
    }

    @QueryMapping
    Page<CheckRun> checkRuns(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return runs.page(Window.of("checkRuns", first, after));
    }

    @QueryMapping
    Optional<CheckRun> checkRun(@Argument String code) {
        return runs.find(code);
    }

    @MutationMapping
    CheckRun runChecks() {
        return runs.ask();
    }

    @MutationMapping
    CheckChange exceptCheck(@Argument ExceptionMove input) {
        return exceptions.move(input, true);
    }

    @MutationMapping
    CheckChange withdrawException(@Argument ExceptionMove input) {
        return exceptions.move(input, false);
    }

    @BatchMapping(typeName = "SourceUnit", field = "checks")
    Map<SourceUnit, List<SourceCheck>> ofUnits(List<SourceUnit> units) {
        var found =
                checks.about("SourceUnit", units.stream().map(SourceUnit::key).toList(), true);
        return units.stream()
                .distinct()
                .collect(toMap(
                        Function.identity(),
                        unit -> found.getOrDefault(unit.key(), List.of()).stream()
                                .map(SourceCheck.class::cast)
                                .toList()));
    }

    @BatchMapping(typeName = "DataResource", field = "checks")
    Map<DataResource, List<ComplianceCheck>> ofResources(List<DataResource> resources) {
        var found = checks.about(
                "DataResource",
                resources.stream().map(resource -> Codes.key(resource.code())).toList(),
                false);
        return resources.stream()
                .distinct()
                .collect(toMap(
                        Function.identity(),
                        resource -> found.getOrDefault(Codes.key(resource.code()), List.of()).stream()
                                .map(ComplianceCheck.class::cast)
                                .toList()));
    }

    @BatchMapping(typeName = "SourceCheck", field = "history")
    Map<SourceCheck, List<CheckStep>> sourceHistory(List<SourceCheck> some) {
        return of(some, checks.history(codes(some)), List.of());
    }

    @BatchMapping(typeName = "ComplianceCheck", field = "history")
    Map<ComplianceCheck, List<CheckStep>> complianceHistory(List<ComplianceCheck> some) {
        return of(some, checks.history(codes(some)), List.of());
    }

    @BatchMapping(typeName = "SourceCheck", field = "departments")
    Map<SourceCheck, List<Department>> sourceDepartments(List<SourceCheck> some) {
        return of(some, checks.departments(codes(some)), List.of());
    }

    @BatchMapping(typeName = "ComplianceCheck", field = "departments")
    Map<ComplianceCheck, List<Department>> complianceDepartments(List<ComplianceCheck> some) {
        return of(some, checks.departments(codes(some)), List.of());
    }

    @BatchMapping(typeName = "SourceCheck", field = "unit")
    Map<SourceCheck, SourceUnit> unit(List<SourceCheck> some) {
        return found(some, check -> Place.of(check.aboutLabel(), check.aboutKey()), SourceUnit.class);
    }

    @BatchMapping(typeName = "SourceCheck", field = "about")
    Map<SourceCheck, Object> sourceAbout(List<SourceCheck> some) {
        return found(some, check -> Place.of(check.aboutLabel(), check.aboutKey()), Object.class);
    }

    @BatchMapping(typeName = "ComplianceCheck", field = "about")
    Map<ComplianceCheck, Object> complianceAbout(List<ComplianceCheck> some) {
        return found(some, check -> Place.of(check.aboutLabel(), check.aboutKey()), Object.class);
    }

    @BatchMapping(typeName = "CheckEvidence", field = "thing")
    Map<Evidence, Object> thing(List<Evidence> some) {
        return found(some, evidence -> Place.of(evidence.label(), evidence.key()), Object.class);
    }

    private static List<String> codes(Collection<? extends Check> some) {
        return some.stream().map(Check::code).distinct().toList();
    }

    private static <C extends Check, T> Map<C, T> of(List<C> some, Map<String, T> found, T none) {
        var all = new HashMap<C, T>();
        some.forEach(check -> all.put(check, found.getOrDefault(check.code(), none)));
        return all;
    }

    private <C, T> Map<C, T> found(List<C> some, Function<C, @Nullable Place> place, Class<T> kind) {
        var found = things.find(
                some.stream().map(place).filter(Objects::nonNull).distinct().toList());
        var all = new HashMap<C, T>();
        for (var one : some) {
            var at = place.apply(one);
            var thing = at == null ? null : found.get(at);
            if (thing != null) {
                all.put(one, kind.cast(thing));
            }
        }
        return all;
    }

    /// A page of checks, and the day for which they were judged.
    static final class CheckPage<T> extends TellingPage<T> {

        private final @Nullable LocalDate asOf;

        CheckPage(Page<T> page, @Nullable LocalDate asOf) {
            super(page);
            this.asOf = asOf;
        }

        public @Nullable LocalDate getAsOf() {
            return asOf;
        }
    }
}
