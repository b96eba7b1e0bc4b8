package yuanliu.impact;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Kind;
import yuanliu.lineage.Walk;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;

/// Something that is hit, before it is shown: it and what its reason names are known by keys.
///
/// @param department  who answers for it
/// @param by          by what it is hit, when that is one thing
/// @param rule        what decides its severity, when it is a field
/// @param said        what else is to be said of it
/// @param alternative the key of the field that may take its place
record AssetHit(
        Kind kind,
        String key,
        String code,
        @Nullable String department,
        int hop,
        Severity severity,
        Walk.@Nullable By by,
        @Nullable Rule rule,
        String said,
        @Nullable String alternative) {

    static final Comparator<AssetHit> WORST_FIRST = Comparator.comparing(AssetHit::severity)
            .thenComparingInt(AssetHit::hop)
            .thenComparing(AssetHit::kind)
            .thenComparing(AssetHit::code, Codes.ORDER);

    Cursor place() {
        return Cursor.at(kind, key);
    }
}
