package yuanliu.sharing;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Entity;
import yuanliu.web.Codes;
import yuanliu.web.Window;

/// Whose agreements are asked for, and which of them.
///
/// @param key     of the resource or the department
/// @param inForce only those in force, only those that are not, or both when null
record AgreementsAsked(
        Sharing.Side side, String key, @Nullable Boolean inForce, Window window) {

    static AgreementsAsked of(
            Sharing.Side side,
            Entity whose,
            @Nullable Boolean inForce,
            @Nullable Integer first,
            @Nullable String after) {
        var key = Codes.key(whose.code());
        return new AgreementsAsked(
                side, key, inForce, Window.of("agreements|%s|%s|%s".formatted(side, key, inForce), first, after));
    }

    Part part() {
        return new Part(side, inForce, window.afterValue(0), window.oneMore());
    }

    /// What many can be asked for at once.
    record Part(
            Sharing.Side side,
            @Nullable Boolean inForce,
            @Nullable String after,
            int limit) {}
}
