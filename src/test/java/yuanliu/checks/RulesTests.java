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

/// For every rule a case in which it fires and one that looks alike and must not: `checks-city/` has both. What begins
/// with
/// the rule's code and an x is to be found, and nothing beside it but what is named here.
class RulesTests extends AgainstNeo4j {

    /// What other rules' cases bring along.
    private static final Map<Rule, Set<String>> BESIDE = Map.of(
            Rule.S02, Set.of("S02区/自然人@990102"),
            Rule.S12, Set.of("S11o/自然人", "S11x/自然人"),
            Rule.S13, Set.of("E-R24o-授权/自然人"),
            Rule.R18, Set.of("S07x-B"));

    @Autowired
    private FiledCity city;

    @Override
    protected void fill() {
        city.file(Path.of("src/test/resources/checks-city"));
    }

    @ParameterizedTest
    @EnumSource
    void aRuleFindsItsCasesAndNotWhatLooksAlike(Rule rule) {
        var planted = new TreeSet<String>();
        run("MATCH (thing:" + rule.subject().label() + ") WHERE thing.code STARTS WITH '" + rule.name()
                        + "x' RETURN thing.code AS code")
                .forEach(row -> planted.add((String) row.get("code")));
        var alike = run("MATCH (thing:" + rule.subject().label() + ") WHERE thing.code STARTS WITH '" + rule.name()
                + "o' RETURN thing.code AS code");
        assertThat(planted).as("planted").isNotEmpty();
        assertThat(alike).as("look-alikes").isNotEmpty();
        planted.addAll(BESIDE.getOrDefault(rule, Set.of()));

        assertThat(found(rule)).isEqualTo(planted);
    }

    private TreeSet<String> found(Rule rule) {
        var found = new TreeSet<String>();
        run("MATCH (check:Check {rule: '" + rule.name()
                        + "', state: 'OPEN'})-[:ABOUT]->(thing) RETURN thing.code AS code")
                .forEach(row -> found.add((String) row.get("code")));
        return found;
    }
}
