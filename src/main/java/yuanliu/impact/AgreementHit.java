package yuanliu.impact;

import java.util.Comparator;

/// An agreement whose user is hit.
///
/// @param atFirstHand whether it is of what is changed itself
record AgreementHit(Toll.Used use, int hop, Severity severity, boolean atFirstHand) {

    static Comparator<AgreementHit> worstFirst(Called called) {
        return Comparator.comparing(AgreementHit::severity)
                .thenComparingInt(AgreementHit::hop)
                .thenComparing(
                        (one, other) -> called.agreementsByKey().compare(one.use.agreement(), other.use.agreement()));
    }
}
