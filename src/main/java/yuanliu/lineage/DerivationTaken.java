package yuanliu.lineage;

/// What was asserted is in the graph already, perhaps ended or rejected.
public record DerivationTaken(String code, String message, LineageStep derivation) implements DerivationOutcome {

    static DerivationTaken of(LineageStep derivation, boolean rejected) {
        return new DerivationTaken(
                "ALREADY_THERE", rejected ? "该血缘已登记并被否决,要恢复请确认它" : "该血缘已登记(两端、活动类型、生效日期相同)", derivation);
    }
}
