package yuanliu.checks;

import java.util.List;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Projection;
import yuanliu.checks.rules.CheckSeverity;
import yuanliu.checks.rules.Evidence;
import yuanliu.checks.rules.Rule;

/// That something does not keep to a rule, as it is kept from run to run.
sealed interface Check extends Entity permits SourceCheck, ComplianceCheck {

    JsonMapper JSON = JsonMapper.builder().build();

    CheckRule rule();

    CheckSeverity severity();

    CheckState state();

    long version();

    String aboutLabel();

    String aboutKey();

    /// Reads what a statement projects as `check {.*}`.
    static Check from(Value projection) {
        return projection.get("ofLedger").asBoolean() ? SourceCheck.of(projection) : ComplianceCheck.of(projection);
    }

    static CheckRule rule(Projection of) {
        return CheckRule.of(Rule.valueOf(of.text("rule")), true, CheckSeverity.valueOf(of.text("severity")));
    }

    static List<Evidence> evidence(Projection of) {
        return JSON.readValue(of.text("evidence"), new TypeReference<List<Evidence>>() {});
    }
}
