package yuanliu.lineage;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuanliu.memory.Image;

/// Where a walk in memory begins.
///
/// @param fields     the keys of the fields at which it begins
/// @param fieldNodes the ids of their nodes
/// @param ownerNodes of the resources and forms that are asked of themselves
/// @param whole      whether any are
public record Beginning(Set<String> fields, Collection<Long> fieldNodes, Collection<Long> ownerNodes, boolean whole) {

    /// Walks downstream, by fields and by wholes.
    ///
    /// @param allLinks whether rows count too that lead to what has been reached before
    /// @return null when the image does not know something of it
    public Image.@Nullable Walked downstream(Image image, boolean allLinks) {
        var starts = new int[fieldNodes.size()];
        var owners = new IntLinkedOpenHashSet();
        var i = 0;
        for (var node : fieldNodes) {
            var field = image.field(node);
            if (field < 0) {
                return null;
            }
            starts[i++] = field;
            var owner = image.ownerOf(field);
            if (!whole && owner >= 0) {
                owners.add(owner);
            }
        }
        for (var node : ownerNodes) {
            var owner = image.owner(node);
            if (owner < 0) {
                return null;
            }
            owners.add(owner);
        }
        return image.walkWholes(starts, owners.toIntArray(), whole, true, allLinks);
    }
}
