package yuanliu.impact;

import java.util.Comparator;
import yuanliu.sharing.Use;
import yuanliu.web.Codes;

/// An agreement whose user is hit.
///
/// @param atFirstHand whether it is of what is changed itself
record AgreementHit(Use use, int hop, Severity severity, boolean atFirstHand) {

    static final Comparator<AgreementHit> WORST_FIRST = Comparator.comparing(AgreementHit::severity)
            .thenComparingInt(AgreementHit::hop)
            .thenComparing(hit -> hit.use().agreement(), Codes.ORDER);
}
