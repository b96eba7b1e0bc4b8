package yuanliu.ownership;

import org.jspecify.annotations.Nullable;

/// Which designations that wait for being handed over; what is not said does not narrow.
///
/// @param department code of the department that is gone, or of one that took over from it
/// @param region     code of the region in which the department that is gone lay, or of one around it
/// @param element    code of the element
/// @param handedOver whether who took over has been named already
record SourceHandoverFilter(
        @Nullable String department,
        @Nullable String region,
        @Nullable String element,
        @Nullable Boolean handedOver) {

    static final SourceHandoverFilter ALL = new SourceHandoverFilter(null, null, null, null);
}
