package yuanliu.ownership;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;

/// A field of a unit, and how its department came by it.
///
/// @param unit the key of the unit that was asked for
public record Holder(String unit, DataField asset, Department department) {

    public @Nullable AcquisitionMode mode() {
        return asset.acquisition();
    }
}
