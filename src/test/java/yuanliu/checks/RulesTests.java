package yuanliu.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.AgainstNeo4j;
import yuanliu.checks.rules.Rule;
import yuanliu.filing.FiledCity;
import yuanliu.web.Codes;

/// For every rule a case in which it fires and one that looks alike and must not: `checks-city/` has both. What begins
/// with the rule's code and an x is to be found, and nothing beside it but what is named here.
class RulesTests extends AgainstNeo4j {

    /// What other rules' cases bring along.
    private static final Map<Rule, Set<String>> BESIDE = Map.of(
            Rule.S02, Set.of("S02区/自然人@990102"),
            Rule.S12, Set.of("S11o/自然人", "S11x/自然人"),
            Rule.S13, Set.of("E-R24o-授权/自然人"),
            Rule.R18, Set.of("S07x-B"));

    @Autowired
    private FiledCity city;

    @Autowired
    private Regulation regulation;

    @Override
    protected void fill() {
        run("""
                UNWIND [
                  {code: 'R26x-异议未答', state: 'IN_PROGRESS', received: '2026-03-02'},
                  {code: 'R26x-异议迟答', state: 'SETTLED', received: '2026-03-02', answered: '2026-03-17'},
                  {code: 'R26x-异议迟拒', state: 'NOT_ACCEPTED', received: '2026-03-02', answered: '2026-03-17'},
                  {code: 'R26o-异议按期', state: 'RATED', received: '2026-03-02', answered: '2026-03-16'},
                  {code: 'R26o-异议撤回', state: 'WITHDRAWN', received: '2026-03-02'}
                ] AS row
                CREATE (:Objection {key: row.code, code: row.code, shown: '甲.项', state: row.state, raiserKey: 'RS',
                  respondentKey: 'MZ', receivedOn: date(row.received), answeredOn: date(row.answered)})
                """);
        city.file(Path.of("src/test/resources/checks-city"));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleFindsItsCasesAndNotWhatLooksAlike(Rule rule) {
        var planted = new TreeSet<String>();
        var alike = new TreeSet<String>();
        for (var subject : rule.subjects()) {
            planted.addAll(coded(subject.label(), rule.name() + "x"));
            alike.addAll(coded(subject.label(), rule.name() + "o"));
        }
        assertThat(planted).as("planted").isNotEmpty();
        assertThat(alike).as("look-alikes").isNotEmpty();
        planted.addAll(BESIDE.getOrDefault(rule, Set.of()));

        assertThat(found(rule)).isEqualTo(planted);
    }

    /// The table of terms reads only what a term runs for, the rules read everything.
    @ParameterizedTest
    @EnumSource(names = {"R16", "R17", "R21A", "R22", "R26"})
    void theTableOfTermsAndTheRulesSayTheSame(Rule rule) {
        var late = new TreeSet<String>();
        var inTime = new TreeSet<String>();
        regulation.runningTerms().stream()
                .filter(term -> term.rule().equals(rule.name()))
                .forEach(term -> (term.late() ? late : inTime).add(term.key()));
        var found = new TreeSet<String>();
        found(rule).forEach(code -> found.add(Codes.key(code)));

        assertThat(late).isEqualTo(found).isNotEmpty();
        assertThat(inTime).isNotEmpty().doesNotContainAnyElementsOf(found);
    }

    private TreeSet<String> coded(String label, String start) {
        var codes = new TreeSet<String>();
        run("MATCH (thing:" + label + ") WHERE thing.code STARTS WITH '" + start + "' RETURN thing.code AS code")
                .forEach(row -> codes.add((String) row.get("code")));
        return codes;
    }

    private TreeSet<String> found(Rule rule) {
        var found = new TreeSet<String>();
        run("MATCH (check:Check {rule: '" + rule.name()
                        + "', state: 'OPEN'})-[:ABOUT]->(thing) RETURN thing.code AS code")
                .forEach(row -> found.add((String) row.get("code")));
        return found;
    }
}
