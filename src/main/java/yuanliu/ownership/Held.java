package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.AcquisitionMode;

/// How many fields hold a unit whose departments came by them in one way.
///
/// @param mode null where none that is known is filed
record Held(@Nullable AcquisitionMode mode, int count) {}
