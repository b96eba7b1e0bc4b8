package yuanliu.checks.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// That a thing does not keep to a rule.
public record Breach(Rule rule, CheckSeverity severity, Facts.Thing thing, Said said) {

    /// The same for the same rule and thing, in every run.
    public String code() {
        return codeOf(rule, thing.key());
    }

    public static String codeOf(Rule rule, String thing) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((rule.name() + "|" + thing).getBytes(StandardCharsets.UTF_8));
            return rule.name() + "-" + HexFormat.of().formatHex(digest, 0, 8).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public String name() {
        return rule.title() + "：" + thing.name().strip();
    }

    public String remedy() {
        return said.remedy() == null ? rule.remedy() : said.remedy();
    }
}
