package yuanliu.verification;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import yuanliu.checks.Regulation;
import yuanliu.lineage.LineagePath;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.verification.Independences.Against;
import yuanliu.verification.Independences.Judgement;
import yuanliu.verification.VerificationRules.RuleFilter;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Takes rules and runs, and tells how units are verified.
@Controller
class VerificationController {

    private final VerificationRules rules;
    private final VerificationRuns runs;
    private final Discrepancies discrepancies;
    private final Objections objections;
    private final Suggestions suggestions;
    private final Independences independences;
    private final Ledger ledger;
    private final Regulation regulation;
    private final Today today;

    VerificationController(
            VerificationRules rules,
            VerificationRuns runs,
            Discrepancies discrepancies,
            Objections objections,
            Suggestions suggestions,
            Independences independences,
            Ledger ledger,
            Regulation regulation,
            Today today,
            BatchLoaderRegistry loaders) {
        this.rules = rules;
        this.runs = runs;
        this.discrepancies = discrepancies;
        this.objections = objections;
        this.suggestions = suggestions;
        this.independences = independences;
        this.ledger = ledger;
        this.regulation = regulation;
        this.today = today;
        loaders.<RatesAsked, List<MismatchRate>>forName("mismatchRates")
                .registerMappedBatchLoader((asked, environment) -> Mono.fromCallable(() -> runs.rates(asked)));
        loaders.<VerificationRule, Judgement>forName("independences")
                .registerMappedBatchLoader((some, environment) -> Mono.fromCallable(() -> judged(some)));
    }

    private Map<VerificationRule, Judgement> judged(Collection<VerificationRule> some) {
        var units = ledger.byKey(
                some.stream().map(VerificationRule::unitKey).distinct().toList());
        var asked = new HashMap<VerificationRule, Against>();
        some.forEach(rule -> {
            var unit = units.get(rule.unitKey());
            if (unit != null) {
                asked.put(rule, new Against(unit, rule.department(), rule.against()));
            }
        });
        var judged = independences.of(asked.values());
        var told = new HashMap<VerificationRule, Judgement>();
        some.forEach(rule -> {
            var against = asked.get(rule);
            told.put(rule, against == null ? Judgement.UNKNOWN : Objects.requireNonNull(judged.get(against)));
        });
        return told;
    }

    @BatchMapping
    Map<SourceUnit, UnitVerification> verification(List<SourceUnit> units) {
        var keys = units.stream().map(SourceUnit::key).distinct().toList();
        var standings = ledger.standings(units);
        var required = regulation.mustBeVerified(units);
        var ofUnits = rules.ofUnits(keys, today.date());
        var open = discrepancies.openOf(keys);
        var doubted = objections.openOf(keys);
        return units.stream().distinct().collect(toMap(unit -> unit, unit -> {
            var standing = Objects.requireNonNull(standings.get(unit));
            var designation = standing.designation();
            return new UnitVerification(
                    unit,
                    standing.department(),
                    designation == null ? null : designation.field(),
                    required.contains(unit),
                    ofUnits.getOrDefault(unit.key(), List.of()),
                    open.getOrDefault(unit.key(), 0),
                    doubted.getOrDefault(unit.key(), List.of()));
        }));
    }

    @SchemaMapping
    List<VerificationRule> rules(UnitVerification verification, @Argument @Nullable Boolean inForce) {
        return verification.rules().stream()
                .filter(rule -> inForce == null || inForce == rule.inForce())
                .toList();
    }

    @BatchMapping
    Map<UnitVerification, List<VerificationSuggestion>> suggested(List<UnitVerification> some) {
        var inForce = new HashMap<SourceUnit, List<VerificationRule>>();
        some.forEach(one -> inForce.put(one.unit(), one.inForce()));
        var found = suggestions.of(List.copyOf(inForce.keySet()), inForce);
        return some.stream().distinct().collect(toMap(one -> one, one -> found.getOrDefault(one.unit(), List.of())));
    }

    @SchemaMapping(typeName = "UnitVerification", field = "rates")
    CompletableFuture<List<MismatchRate>> ratesOfUnit(
            UnitVerification verification,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable RatePeriod by,
            DataLoader<RatesAsked, List<MismatchRate>> mismatchRates) {
        return mismatchRates.load(RatesAsked.of(verification.ruleKeys(), from, to, by, today.date()));
    }

    @SchemaMapping(typeName = "VerificationRule", field = "rates")
    CompletableFuture<List<MismatchRate>> ratesOfRule(
            VerificationRule rule,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable RatePeriod by,
            DataLoader<RatesAsked, List<MismatchRate>> mismatchRates) {
        return mismatchRates.load(RatesAsked.of(List.of(rule.key()), from, to, by, today.date()));
    }

    @SchemaMapping(typeName = "VerificationRule", field = "independence")
    CompletableFuture<Independence> independence(
            VerificationRule rule, DataLoader<VerificationRule, Judgement> independences) {
        return independences.load(rule).thenApply(Judgement::independence);
    }

    @SchemaMapping(typeName = "VerificationRule", field = "pathFromSource")
    CompletableFuture<@Nullable LineagePath> pathFromSource(
            VerificationRule rule, DataLoader<VerificationRule, Judgement> independences) {
        return independences.load(rule).thenApply(Judgement::path);
    }

    @BatchMapping(typeName = "VerificationRule", field = "unit")
    Map<VerificationRule, SourceUnit> unitOfRule(List<VerificationRule> some) {
        var units = ledger.byKey(
                some.stream().map(VerificationRule::unitKey).distinct().toList());
        var found = new HashMap<VerificationRule, SourceUnit>();
        some.forEach(rule -> {
            var unit = units.get(rule.unitKey());
            if (unit != null) {
                found.put(rule, unit);
            }
        });
        return found;
    }

    @BatchMapping(typeName = "VerificationRule", field = "steps")
    Map<VerificationRule, List<VerificationRuleStep>> stepsOfRule(List<VerificationRule> some) {
        return rules.steps(some);
    }

    @BatchMapping(typeName = "VerificationRule", field = "openDiscrepancies")
    Map<VerificationRule, Integer> openDiscrepancies(List<VerificationRule> some) {
        var open = discrepancies.openOfRules(
                some.stream().map(VerificationRule::key).distinct().toList());
        return some.stream().distinct().collect(toMap(rule -> rule, rule -> open.getOrDefault(rule.key(), 0)));
    }

    @QueryMapping
    Optional<VerificationRule> verificationRule(@Argument String code) {
        return rules.find(code);
    }

    @QueryMapping
    Page<VerificationRule> verificationRules(
            @Argument @Nullable RuleFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? RuleFilter.ALL : filter;
        return rules.page(asked, Window.of("verificationRules|" + asked, first, after));
    }

    @QueryMapping
    Page<VerificationRun> verificationRuns(
            @Argument @Nullable String rule,
            @Argument @Nullable String unit,
            @Argument @Nullable LocalDate from,
            @Argument @Nullable LocalDate to,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        if ((rule == null) == (unit == null)) {
            throw new BadRequest("请在 rule 或 unit 中写明是哪条规则或哪个单元的，恰好一项");
        }
        var keys = rule != null
                ? List.of(rules.get(rule, "rule").key())
                : rules.ofUnits(List.of(Codes.key(Objects.requireNonNull(unit))), today.date()).values().stream()
                        .flatMap(List::stream)
                        .map(VerificationRule::key)
                        .toList();
        return runs.page(
                keys,
                from,
                to,
                Window.of("verificationRuns|%s|%s|%s|%s".formatted(rule, unit, from, to), first, after));
    }

    @MutationMapping
    RuleChange setVerificationRule(@Argument RuleMove input) {
        return rules.set(input);
    }

    @MutationMapping
    RuleChange changeVerificationRule(@Argument RuleMove input) {
        return rules.change(input);
    }

    @MutationMapping
    RuleChange endVerificationRule(@Argument RuleMove input) {
        return rules.end(input);
    }

    @MutationMapping
    RunChange fileVerificationRun(@Argument RunMove input) {
        return runs.file(input);
    }

    /// @throws NotThere when there is no such rule or run
    @MutationMapping
    RunChange withdrawVerificationRun(@Argument WithdrawnRun input) {
        return runs.withdraw(input.rule(), input.id(), input.by(), input.reason());
    }

    record WithdrawnRun(String rule, String id, String by, String reason) {}
}
