package yuanliu.lineage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.EntityRef;

/// What people decide of rows of lineage, as they say it.
final class Decided {

    /// That one thing is derived from another.
    record AssertDerivationInput(
            EntityRef from,
            EntityRef to,
            @Nullable Activity activity,
            @Nullable String rule,
            @Nullable Double confidence,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String evidence,
            String reason,
            String person) {}

    /// That a row is right.
    record ConfirmDerivationInput(
            String derivation,
            long expectedVersion,
            @Nullable Double confidence,
            @Nullable String evidence,
            String reason,
            String person) {}

    /// That a row is wrong.
    record RejectDerivationInput(
            String derivation,
            long expectedVersion,
            @Nullable String evidence,
            String reason,
            String person) {}

    /// That a row holds no more from a day on.
    record EndDerivationInput(
            String derivation,
            long expectedVersion,
            LocalDate validTo,
            @Nullable String evidence,
            String reason,
            String person) {}

    private Decided() {}
}
