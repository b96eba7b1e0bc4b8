package yuanliu.impact;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;
import yuanliu.web.Codes;

/// Something that is hit, before it is shown: it and what its reason names are known by numbers.
///
/// @param number      of a field, or of a resource or form
/// @param system      the key, when it is a system
/// @param department  the key of who answers for it
/// @param by          the link by which it is hit, when that is one thing; else [Flow#NONE]
/// @param rule        what decides its severity, when it is a field
/// @param said        what else is to be said of it
/// @param alternative the number of the field that may take its place, or [Flow#NONE]
record AssetHit(
        Kind kind,
        int number,
        @Nullable String system,
        @Nullable String department,
        int hop,
        Severity severity,
        int by,
        @Nullable Rule rule,
        String said,
        int alternative) {

    static Comparator<AssetHit> worstFirst(Called called) {
        return Comparator.comparing(AssetHit::severity)
                .thenComparingInt(AssetHit::hop)
                .thenComparing(AssetHit::kind)
                .thenComparing((one, other) -> switch (one.kind) {
                    case DATA_FIELD -> called.fieldsByCode().compare(one.number, other.number);
                    case INFORMATION_SYSTEM -> Codes.ORDER.compare(one.code(called), other.code(called));
                    default -> called.ownersByCode().compare(one.number, other.number);
                });
    }

    String key(Called called) {
        return switch (kind) {
            case DATA_FIELD -> called.fieldKey(number);
            case INFORMATION_SYSTEM -> java.util.Objects.requireNonNull(system);
            default -> called.ownerKey(number);
        };
    }

    String code(Called called) {
        return switch (kind) {
            case DATA_FIELD -> called.fieldCode(number);
            case INFORMATION_SYSTEM -> called.systemCode(java.util.Objects.requireNonNull(system));
            default -> called.ownerCode(number);
        };
    }
}
