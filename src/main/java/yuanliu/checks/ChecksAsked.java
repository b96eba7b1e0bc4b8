package yuanliu.checks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.CheckSeverity;
import yuanliu.checks.rules.Rule;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;

/// Which checks; what is not said does not narrow.
///
/// @param ledger whether the ledger's rules are wanted, else the regulation's
/// @param about  code of what they are about
/// @param asOf   the day whose evening is meant
record ChecksAsked(
        boolean ledger,
        @Nullable List<String> rules,
        @Nullable List<CheckSeverity> severities,
        @Nullable List<CheckState> states,
        @Nullable String department,
        @Nullable String region,
        @Nullable String element,
        @Nullable String about,
        @Nullable LocalDate asOf) {

    /// Of [SourceCheckFilter] and [ComplianceCheckFilter] both.
    ///
    /// @throws BadRequest when a rule is asked for that this list does not have
    ChecksAsked {
        if (rules != null) {
            rules = rules.stream().map(code -> known(code, ledger)).toList();
        }
    }

    private static String known(String code, boolean ledger) {
        return Rule.coded(code)
                .filter(rule -> rule.ofLedger() == ledger)
                .orElseThrow(() -> new BadRequest("参数 rules 中的“%s”不是本列表的规则编码,可用的见 checkRules".formatted(code)))
                .name();
    }

    /// What the statement is told beside which list is wanted.
    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("rules", rules);
        parameters.put("severities", names(severities));
        parameters.put("states", names(states));
        parameters.put("department", Codes.keyOrNull(department));
        parameters.put("region", Codes.keyOrNull(region));
        parameters.put("element", Codes.keyOrNull(element));
        parameters.put("about", Codes.keyOrNull(about));
        parameters.put("asOf", asOf);
        return parameters;
    }

    private static @Nullable List<String> names(@Nullable List<? extends Enum<?>> some) {
        return some == null ? null : some.stream().map(Enum::name).toList();
    }
}
