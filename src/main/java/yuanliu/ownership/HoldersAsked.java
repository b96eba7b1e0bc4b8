package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.web.Cursor;
import yuanliu.web.Window;

/// Whose holders are asked for, and which of them.
record HoldersAsked(SourceUnit unit, @Nullable AcquisitionMode mode, Window window) {

    static HoldersAsked of(
            SourceUnit unit, @Nullable AcquisitionMode mode, @Nullable Integer first, @Nullable String after) {
        return new HoldersAsked(unit, mode, Window.of("holders|%s|%s".formatted(unit.key(), mode), first, after));
    }

    /// Where a holder stands in the list: by mode, those without one last, then by code.
    static Cursor place(Holder holder) {
        var mode = holder.mode();
        return Cursor.at(
                mode == null ? AcquisitionMode.values().length : mode.ordinal(),
                holder.asset().code());
    }

    Part part() {
        return new Part(
                mode == null ? null : mode.word(), window.afterNumber(0), window.afterValue(1), window.oneMore());
    }

    /// What many units can be asked for at once.
    record Part(
            @Nullable String mode,
            @Nullable Long afterRank,
            @Nullable String afterCode,
            int limit) {}
}
