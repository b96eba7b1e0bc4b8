package yuanliu.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import yuanliu.memory.Flow;

/// By what way a change comes to what is hit, the shortest there is.
final class Ways {

    /// Something on the way.
    ///
    /// @param at the number of a field, or `~` that of a resource or form
    /// @param by the link by which it is made of the next, which is nearer to where the change begins
    record Place(int at, int by) {

        boolean isField() {
            return at >= 0;
        }
    }

    private final Flow flow;
    private final Grouped fieldsOf;

    Ways(Flow flow) {
        this.flow = flow;
        this.fieldsOf =
                Grouped.of(flow.owners(), flow.size(), field -> field < flow.starts() ? Flow.NONE : flow.owner(field));
    }

    /// From the user's end to where the change begins.
    ///
    /// @param end the number of a field, or `~` that of a resource or form
    List<Place> to(int end) {
        var way = new ArrayList<Place>();
        var seen = new HashSet<Integer>();
        var at = end;
        while (true) {
            var by = before(at);
            if (by == Flow.NONE || !seen.add(at)) {
                way.add(new Place(at, Flow.NONE));
                return way;
            }
            way.add(new Place(at, by));
            at = flow.linkFrom(by);
        }
    }

    private int before(int at) {
        if (at >= 0) {
            return flow.by(at);
        }
        if (!flow.isAskedOf(~at) && flow.wholeHop(~at) != Flow.NONE) {
            return flow.wholeBy(~at);
        }
        var first = fieldsOf.first(~at);
        return first < 0 ? Flow.NONE : flow.by(first);
    }
}
