package yuanliu.lineage;

/// No row is called what was named.
public record DerivationUnknown(String code, String message, String asked) implements DerivationOutcome {

    static DerivationUnknown of(String asked) {
        return new DerivationUnknown("UNKNOWN_DERIVATION", "没有编码为“%s”的血缘".formatted(asked), asked);
    }
}
