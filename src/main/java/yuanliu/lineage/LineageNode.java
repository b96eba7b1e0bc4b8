package yuanliu.lineage;

import java.util.List;
import yuanliu.catalog.Asset;

/// Something reached, at its least number of hops, with the rows by which it was come to.
public record LineageNode(Asset asset, int hop, List<LineageStep> steps) {

    public LineageNode {
        steps = List.copyOf(steps);
    }
}
