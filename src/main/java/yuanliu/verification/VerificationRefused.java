package yuanliu.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.lineage.LineagePath;
import yuanliu.web.Written;

/// That nothing was changed, and why. The asker may choose differently.
///
/// @param code      stable, for machines
/// @param message   in Chinese, for people
/// @param rule      the rule that stands in the way, or as it is now
/// @param objection as it is now
/// @param possible  what can be done instead
/// @param path      by which way what is to verify comes from the source
record VerificationRefused(
        String code,
        String message,
        @Nullable VerificationRule rule,
        @Nullable Objection objection,
        List<ObjectionAction> possible,
        @Nullable LineagePath path)
        implements RuleChange, RunChange, ObjectionChange, DiscrepanciesChange {

    static VerificationRefused of(String code, String message) {
        return new VerificationRefused(code, message, null, null, List.of(), null);
    }

    static VerificationRefused of(String code, String message, VerificationRule rule) {
        return new VerificationRefused(code, message, rule, null, List.of(), null);
    }

    static VerificationRefused of(String code, String message, Objection objection) {
        return new VerificationRefused(code, message, null, objection, objection.possible(), null);
    }

    VerificationRefused by(@Nullable LineagePath way) {
        return new VerificationRefused(code, message, rule, objection, possible, way);
    }

    /// Refuses what looks like a person's number in what people write; null when nothing does.
    ///
    /// @param written names and texts, in turn
    static @Nullable VerificationRefused personal(@Nullable String... written) {
        for (int i = 0; i < written.length; i += 2) {
            var found = PersonalData.in(written[i + 1]);
            if (found != null) {
                return of("PERSONAL_DATA", "%s 中疑似有%s；这里不收个人信息，请删去后再报".formatted(written[i], found));
            }
        }
        return null;
    }

    /// @throws yuanliu.web.BadRequest when something is too long
    static void refuseLong(@Nullable String reason, @Nullable String document) {
        Written.refuseLong("reason", reason, Written.LONGEST_TEXT);
        Written.refuseLong("document", document, Written.LONGEST_NAME);
    }
}
