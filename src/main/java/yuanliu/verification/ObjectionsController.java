package yuanliu.verification;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.Department;
import yuanliu.impact.Impact;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.verification.Discrepancies.DiscrepancyFilter;
import yuanliu.verification.Discrepancies.FoundMove;
import yuanliu.verification.Discrepancies.SettleMove;
import yuanliu.verification.Objections.ObjectionFilter;
import yuanliu.web.Codes;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Takes discrepancies and objections, and tells what became of them.
@Controller
class ObjectionsController {

    private final Discrepancies discrepancies;
    private final Objections objections;
    private final VerificationRules rules;
    private final Ledger ledger;
    private final Today today;

    ObjectionsController(
            Discrepancies discrepancies, Objections objections, VerificationRules rules, Ledger ledger, Today today) {
        this.discrepancies = discrepancies;
        this.objections = objections;
        this.rules = rules;
        this.ledger = ledger;
        this.today = today;
    }

    @QueryMapping
    Optional<Discrepancy> discrepancy(@Argument String code) {
        return discrepancies.find(code);
    }

    @QueryMapping
    Page<Discrepancy> discrepancies(
            @Argument @Nullable DiscrepancyFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? DiscrepancyFilter.ALL : filter;
        return discrepancies.page(asked, Window.of("discrepancies|" + asked, first, after));
    }

    @QueryMapping
    Optional<Objection> objection(@Argument String code) {
        return objections.find(code);
    }

    @QueryMapping
    Page<Objection> objections(
            @Argument @Nullable ObjectionFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? ObjectionFilter.ALL : filter;
        return objections.page(asked, Window.of("objections|" + asked, first, after));
    }

    @BatchMapping(typeName = "Discrepancy", field = "rule")
    Map<Discrepancy, VerificationRule> rule(List<Discrepancy> some) {
        var found =
                rules.byKey(some.stream().map(Discrepancy::ruleKey).distinct().toList(), today.date());
        return some.stream()
                .distinct()
                .collect(toMap(one -> one, one -> Objects.requireNonNull(found.get(one.ruleKey()))));
    }

    @BatchMapping(typeName = "Discrepancy", field = "objection")
    Map<Discrepancy, Objection> objectionOf(List<Discrepancy> some) {
        var found = objections.byKey(some.stream()
                .map(Discrepancy::objection)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var of = new HashMap<Discrepancy, Objection>();
        some.forEach(one -> {
            var objection = one.objection() == null ? null : found.get(Codes.key(one.objection()));
            if (objection != null) {
                of.put(one, objection);
            }
        });
        return of;
    }

    @BatchMapping(typeName = "Discrepancy", field = "steps")
    Map<Discrepancy, List<DiscrepancyStep>> stepsOfDiscrepancy(List<Discrepancy> some) {
        return discrepancies.steps(some);
    }

    @BatchMapping(typeName = "DiscrepancyEntry", field = "discrepancy")
    Map<DiscrepanciesChange.Entry, Discrepancy> discrepancyOf(List<DiscrepanciesChange.Entry> some) {
        var codes = some.stream()
                .map(DiscrepanciesChange.Entry::discrepancy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var found = new HashMap<String, Discrepancy>();
        if (!codes.isEmpty()) {
            discrepancies.ofCodes(codes).forEach(one -> found.put(Codes.key(one.code()), one));
        }
        var of = new HashMap<DiscrepanciesChange.Entry, Discrepancy>();
        some.forEach(one -> {
            var discrepancy = one.discrepancy() == null ? null : found.get(Codes.key(one.discrepancy()));
            if (discrepancy != null) {
                of.put(one, discrepancy);
            }
        });
        return of;
    }

    @BatchMapping(typeName = "Objection", field = "unit")
    Map<Objection, SourceUnit> unitOf(List<Objection> some) {
        var units = ledger.byKey(some.stream()
                .map(Objection::unitKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var of = new HashMap<Objection, SourceUnit>();
        some.forEach(one -> {
            var unit = one.unitKey() == null ? null : units.get(one.unitKey());
            if (unit != null) {
                of.put(one, unit);
            }
        });
        return of;
    }

    @BatchMapping(typeName = "Objection", field = "source")
    Map<Objection, Department> sourceOf(List<Objection> some) {
        var standings = ledger.standingsOf(some.stream()
                .map(Objection::unitKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var of = new HashMap<Objection, Department>();
        some.forEach(one -> {
            var standing = one.unitKey() == null ? null : standings.get(one.unitKey());
            if (standing != null && standing.department() != null) {
                of.put(one, standing.department());
            }
        });
        return of;
    }

    @BatchMapping(typeName = "Objection", field = "steps")
    Map<Objection, List<ObjectionStep>> stepsOfObjection(List<Objection> some) {
        return objections.steps(some);
    }

    @BatchMapping
    Map<Objection, Impact> affected(List<Objection> some) {
        return objections.affected(some);
    }

    @MutationMapping
    DiscrepanciesChange fileDiscrepancies(@Argument FoundMove input) {
        return discrepancies.file(input);
    }

    @MutationMapping
    DiscrepanciesChange settleDiscrepancies(@Argument SettleMove input) {
        return discrepancies.settle(input);
    }

    @MutationMapping
    ObjectionChange raiseObjection(@Argument ObjectionMove input) {
        return objections.raise(input);
    }

    @MutationMapping
    ObjectionChange acceptObjection(@Argument ObjectionMove input) {
        return objections.move(ObjectionAction.ACCEPT, input);
    }

    @MutationMapping
    ObjectionChange declineObjection(@Argument ObjectionMove input) {
        return objections.move(ObjectionAction.NOT_ACCEPT, input);
    }

    @MutationMapping
    ObjectionChange startObjection(@Argument ObjectionMove input) {
        return objections.move(ObjectionAction.START, input);
    }

    @MutationMapping
    ObjectionChange settleObjection(@Argument ObjectionMove input) {
        return objections.move(ObjectionAction.SETTLE, input);
    }

    @MutationMapping
    ObjectionChange rateObjection(@Argument ObjectionMove input) {
        return objections.move(ObjectionAction.RATE, input);
    }

    @MutationMapping
    ObjectionChange withdrawObjection(@Argument ObjectionMove input) {
        return objections.move(ObjectionAction.WITHDRAW, input);
    }
}
