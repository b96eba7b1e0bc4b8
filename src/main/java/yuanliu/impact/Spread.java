package yuanliu.impact;

import it.unimi.dsi.fastutil.longs.LongArrayFIFOQueue;
import java.util.Arrays;
import yuanliu.lineage.Activity;
import yuanliu.memory.Flow;

/// A number that is passed on along a walk, the greatest that comes to each thing by any way. Numbers only grow, and
/// there are few of them: so it ends in cycles.
final class Spread {

    private static final int NOT = -1;

    private interface Passing {
        /// What a row makes of the number of its near end.
        int passed(int link, int near);
    }

    private final Flow flow;
    private final Passing passing;
    private final int[] fields;
    private final int[] wholes;
    private final int[] sources;
    private final Grouped ofFields;
    private final Grouped ofWholes;
    private final Grouped fieldsOf;
    private final LongArrayFIFOQueue open = new LongArrayFIFOQueue();

    /// That nothing is passed on.
    static Spread nothing() {
        return new Spread(new Flow(0, false), (link, near) -> near);
    }

    private Spread(Flow flow, Passing passing) {
        this.flow = flow;
        this.passing = passing;
        this.fields = none(flow.size());
        this.wholes = none(flow.owners());
        this.sources = none(flow.owners());
        this.ofFields = Grouped.of(flow.size(), flow.links(), link -> Math.max(NOT, flow.linkFrom(link)));
        this.ofWholes =
                Grouped.of(flow.owners(), flow.links(), link -> flow.linkFrom(link) < 0 ? ~flow.linkFrom(link) : NOT);
        this.fieldsOf = Grouped.of(flow.owners(), flow.size(), flow::owner);
    }

    private static int[] none(int size) {
        var numbers = new int[size];
        Arrays.fill(numbers, NOT);
        return numbers;
    }

    /// How what is changed comes to each thing that is reached.
    static Spread carried(Flow flow) {
        var copied = Rule.Carried.COPIED.ordinal();
        var processing = Activity.PROCESSING.word();
        var spread = new Spread(
                flow,
                (link, near) -> near < copied
                        ? Rule.Carried.BEYOND.ordinal()
                        : processing.equals(flow.activity(link)) ? Rule.Carried.TRANSFORMED.ordinal() : copied);
        for (int field = 0; field < flow.starts(); field++) {
            spread.field(field, copied);
        }
        for (int owner = 0; owner < flow.startOwners(); owner++) {
            spread.source(owner, copied);
        }
        return spread.toTheEnd();
    }

    /// The slowest cycle of the sources of each thing that is reached.
    ///
    /// @param cycles of what it begins at, by the number of each; without those that say none
    static Spread slowest(Flow flow, java.util.Map<Integer, Cycle> cycles) {
        var spread = new Spread(flow, (link, near) -> near);
        for (int field = 0; field < flow.starts(); field++) {
            var cycle = cycles.get(flow.owner(field));
            if (cycle != null) {
                spread.field(field, cycle.ordinal());
            }
        }
        cycles.forEach((owner, cycle) -> {
            if (flow.isStart(owner)) {
                spread.source(owner, cycle.ordinal());
            }
        });
        return spread.toTheEnd();
    }

    /// What came to a field, or -1; nothing comes to one beyond those that were walked.
    int at(int field) {
        return field < fields.length ? fields[field] : NOT;
    }

    /// What came to something as a whole, or -1.
    int atWhole(int owner) {
        return owner < wholes.length ? wholes[owner] : NOT;
    }

    private Spread toTheEnd() {
        while (!open.isEmpty()) {
            var next = open.dequeueLong();
            pass((int) (next >> 32), (int) next);
        }
        return this;
    }

    private void field(int field, int number) {
        if (grows(fields, field, number)) {
            ofFields.each(field, link -> open.enqueue((long) link << 32 | number));
            var owner = flow.owner(field);
            if (owner != Flow.NONE) {
                source(owner, number);
            }
        }
    }

    /// A thing one field of which has the number, or which is reached as a whole, hands it to what is made of it as a
    /// whole; its other fields are none the wiser.
    private void source(int owner, int number) {
        if (grows(sources, owner, number)) {
            ofWholes.each(owner, link -> open.enqueue((long) link << 32 | number));
        }
    }

    private void pass(int link, int near) {
        var number = passing.passed(link, near);
        var to = flow.linkTo(link);
        if (to >= 0) {
            field(to, number);
        } else if (grows(wholes, ~to, number)) {
            source(~to, number);
            fieldsOf.each(~to, field -> field(field, number));
        }
    }

    private static boolean grows(int[] numbers, int at, int number) {
        if (numbers[at] >= number) {
            return false;
        }
        numbers[at] = number;
        return true;
    }
}
