package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Window;

/// The local instances of which designation are asked for, and which of them.
///
/// @param designation its key
/// @param region      the key of the region in which they have to lie
record InstancesAsked(String designation, @Nullable String region, Window window) {

    static InstancesAsked of(
            Designation designation, @Nullable String region, @Nullable Integer first, @Nullable String after) {
        var key = Codes.key(designation.code());
        var within = Codes.keyOrNull(region);
        return new InstancesAsked(key, within, Window.of("instances|%s|%s".formatted(key, within), first, after));
    }

    /// Where an instance stands in the list: by region, those without one first, then by code.
    static Cursor place(LocalSource instance) {
        return Cursor.at(
                instance.region() == null ? "" : instance.region().code(),
                instance.department().code());
    }

    Part part() {
        return new Part(region, window.afterValue(0), window.afterValue(1), window.oneMore());
    }

    /// What many designations can be asked for at once.
    record Part(
            @Nullable String region,
            @Nullable String afterRegion,
            @Nullable String afterCode,
            int limit) {}
}
