package yuanliu.checks.rules;

import java.util.HexFormat;
import java.util.Locale;
import yuanliu.web.Codes;

/// That a thing does not keep to a rule.
public record Breach(Rule rule, CheckSeverity severity, Facts.Thing thing, Said said) {

    /// The same for the same rule and thing, in every run.
    public String code() {
        return codeOf(rule, thing.key());
    }

    public static String codeOf(Rule rule, String thing) {
        return rule.name() + "-"
                + HexFormat.of()
                        .formatHex(Codes.digest(rule.name() + "|" + thing), 0, 8)
                        .toUpperCase(Locale.ROOT);
    }

    public String name() {
        return rule.title() + "：" + thing.name().strip();
    }

    public String remedy() {
        return said.remedy() == null ? rule.remedy() : said.remedy();
    }
}
