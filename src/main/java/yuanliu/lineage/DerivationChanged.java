package yuanliu.lineage;

/// Somebody was quicker: the row says something else than what was decided on.
public record DerivationChanged(String code, String message, LineageStep derivation) implements DerivationOutcome {

    static DerivationChanged of(LineageStep derivation, long version, long expected) {
        return new DerivationChanged(
                "VERSION_CHANGED", "该血缘已是第 %d 版,所依据的是第 %d 版,请看过现状再决定".formatted(version, expected), derivation);
    }
}
