package yuanliu.lineage;

import java.util.List;
import java.util.function.Supplier;
import yuanliu.catalog.Asset;

/// Something reached, at its least number of hops, with the rows by which it was come to.
///
/// @param come what tells these rows when they are asked for
public record LineageNode(Asset asset, int hop, Supplier<List<LineageStep>> come) {

    LineageNode(Asset asset, int hop, List<LineageStep> steps) {
        this(asset, hop, () -> List.copyOf(steps));
    }

    public List<LineageStep> steps() {
        return come.get();
    }
}
