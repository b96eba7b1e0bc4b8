package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import yuanliu.web.Codes;

/// Goes along the lineage from hop to hop, by rows between fields and by rows between wholes, and says by which rows.
/// Of what is at the same distance the first by its code leads on first. Of a hop with many fields one half is looked
/// at by another thread; what comes out is the same.
final class Walker {

    private static final int NONE = Flow.NONE;

    private final Image image;
    private final Flow flow;
    private final boolean allLinks;
    private final Adjacency rows;
    private final Adjacency wholeRows;
    private final Order fieldOrder;
    private final Order ownerOrder;
    private final long[] seen;
    private final IntArrayList fieldAt = new IntArrayList();
    private final IntArrayList ownerAt = new IntArrayList();
    private final Int2IntOpenHashMap ownerNumbers = new Int2IntOpenHashMap();
    /// Only where all links are wanted: to what has been reached before, too.
    private final Int2IntOpenHashMap fieldNumbers = new Int2IntOpenHashMap();
    private final BitSet expanded = new BitSet();
    /// Each the number of a field in the image, and then its number in the flow.
    private LongArrayList fieldFrontier = new LongArrayList();
    private IntArrayList ownerFrontier = new IntArrayList();

    Walker(Image image, Flow flow, boolean downstream, boolean allLinks) {
        this.image = image;
        this.flow = flow;
        this.allLinks = allLinks;
        this.rows = downstream ? image.usersOf : image.sourcesOf;
        this.wholeRows = downstream ? image.wholeUsersOf : image.wholeSourcesOf;
        this.fieldOrder = image.fieldOrder;
        this.ownerOrder = image.ownerOrder;
        this.seen = new long[(image.fields.size + 63) >> 6];
        ownerNumbers.defaultReturnValue(NONE);
        fieldNumbers.defaultReturnValue(NONE);
    }

    Image.Walked from(int[] starts, int[] owners) {
        for (var owner : owners) {
            number(owner, true);
            expand(owner);
        }
        for (var field : starts) {
            Adjacency.set(seen, field);
            add(field, image.fields.owner[field], image.fields.acquisition[field], 0, NONE);
        }
        for (int hop = 1; !fieldFrontier.isEmpty() || !ownerFrontier.isEmpty(); hop++) {
            goOn(hop);
        }
        return new Image.Walked(flow, fieldAt, ownerAt);
    }

    private int number(int owner, boolean start) {
        var number = ownerNumbers.get(owner);
        if (number == NONE) {
            number = flow.addOwner(image.owners.form[owner], start);
            ownerNumbers.put(owner, number);
            ownerAt.add(owner);
        }
        return number;
    }

    private void add(int field, int owner, short acquisition, int hop, int by) {
        var number = flow.addField(hop, owner == NONE ? NONE : number(owner, false), image.words.word(acquisition), by);
        fieldAt.add(field);
        fieldFrontier.add((long) field << Integer.SIZE | number);
        if (allLinks) {
            fieldNumbers.put(field, number);
        }
    }

    private void goOn(int hop) {
        var fieldsNow = fieldFrontier;
        var ownersNow = ownerFrontier;
        fieldFrontier = new LongArrayList();
        ownerFrontier = new IntArrayList();
        var near = inOrder(fieldsNow);
        Halves.each(0, near.fields.length, (from, end) -> beyond(near, from, end), found -> take(near, found, hop));
        ownerOrder.sort(ownersNow.elements(), ownersNow.size());
        for (int i = 0; i < ownersNow.size(); i++) {
            followWhole(ownersNow.getInt(i), hop);
        }
    }

    /// Fields that lead on, and their numbers in the flow.
    private record Near(int[] fields, int[] numbers) {}

    private Near inOrder(LongArrayList frontier) {
        var sorted = frontier.elements();
        fieldOrder.sort(sorted, frontier.size());
        var fields = new int[frontier.size()];
        var numbers = new int[frontier.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = (int) (sorted[i] >> Integer.SIZE);
            numbers[i] = (int) sorted[i];
        }
        return new Near(fields, numbers);
    }

    /// Rows from fields that lead on, in their order: from which place, to which field, what is known of that, and by
    /// which activity.
    private static final class Beyond {
        private int[] place;
        private int[] far;
        private byte[] by;
        private int[] owner = {};
        private short[] acquisition = {};
        private int size;

        Beyond(int capacity) {
            place = new int[capacity];
            far = new int[capacity];
            by = new byte[capacity];
        }

        void room(int more) {
            if (size + more > far.length) {
                var larger = Math.max(size + more, 2 * far.length);
                place = Arrays.copyOf(place, larger);
                far = Arrays.copyOf(far, larger);
                by = Arrays.copyOf(by, larger);
            }
        }
    }

    private Beyond beyond(Near near, int from, int end) {
        var found = new Beyond(end - from);
        var block = new Adjacency.Block();
        for (int at = from; at < end; at += Adjacency.Block.THINGS) {
            rows.read(near.fields, at, Math.min(end, at + Adjacency.Block.THINGS), block);
            sort(block);
            found.room(block.size);
            for (int row = 0; row < block.size; row++) {
                if (allLinks || !Adjacency.isSet(seen, block.far[row])) {
                    found.place[found.size] = block.place[row];
                    found.far[found.size] = block.far[row];
                    found.by[found.size++] = block.by[row];
                }
            }
        }
        found.owner = new int[found.size];
        found.acquisition = new short[found.size];
        for (int row = 0; row < found.size; row++) {
            found.owner[row] = image.fields.owner[found.far[row]];
            found.acquisition[row] = image.fields.acquisition[found.far[row]];
        }
        return found;
    }

    /// The rows from one field by the codes of what they lead to, then by the words of their activities. Most are in
    /// order as they are.
    private void sort(Adjacency.Block block) {
        var begin = 0;
        for (int row = 1; row <= block.size; row++) {
            if (row == block.size || block.place[row] != block.place[begin]) {
                for (int at = begin + 1; at < row; at++) {
                    if (fieldOrder.compare(block.far[at - 1], block.far[at]) >= 0) {
                        sort(block, begin, row);
                        break;
                    }
                }
                begin = row;
            }
        }
    }

    private void sort(Adjacency.Block block, int begin, int end) {
        var far = Arrays.copyOfRange(block.far, begin, end);
        var by = Arrays.copyOfRange(block.by, begin, end);
        var at = begin;
        for (var place : inOrder(new Adjacency.Rows(far, by), fieldOrder)) {
            block.far[at] = far[place];
            block.by[at++] = by[place];
        }
    }

    private void take(Near near, Beyond beyond, int hop) {
        for (int row = 0; row < beyond.size; row++) {
            var far = beyond.far[row];
            var from = near.numbers[beyond.place[row]];
            if (!Adjacency.isSet(seen, far)) {
                // the number it is about to get
                var link = flow.addLink(from, flow.size(), image.activities.word(beyond.by[row]));
                reach(far, beyond.owner[row], beyond.acquisition[row], hop, link);
            } else if (allLinks) {
                flow.addLink(from, fieldNumbers.get(far), image.activities.word(beyond.by[row]));
            }
        }
    }

    private void followWhole(int near, int hop) {
        var leading = wholeRows.of(near);
        if (leading.to().length == 0) {
            return;
        }
        var from = ~ownerNumbers.get(near);
        for (var at : inOrder(leading, ownerOrder)) {
            var far = leading.to()[at];
            var link = flow.addLink(from, ~number(far, false), image.activities.word(leading.by()[at]));
            flow.reachWhole(ownerNumbers.get(far), hop, link);
            expand(far);
            var its = image.fieldsOf.of(far).to();
            fieldOrder.sort(its, its.length);
            for (var field : its) {
                if (!Adjacency.isSet(seen, field)) {
                    reach(field, image.fields.owner[field], image.fields.acquisition[field], hop, link);
                }
            }
        }
    }

    private void reach(int field, int owner, short acquisition, int hop, int link) {
        Adjacency.set(seen, field);
        add(field, owner, acquisition, hop, link);
        if (owner != NONE) {
            expand(owner);
        }
    }

    private void expand(int owner) {
        if (!expanded.get(owner)) {
            expanded.set(owner);
            ownerFrontier.add(owner);
        }
    }

    /// By the codes of what they lead to, then by the words of their activities.
    private int[] inOrder(Adjacency.Rows leading, Order order) {
        var places = new int[leading.to().length];
        var sorted = true;
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
            sorted &= i == 0 || order.compare(leading.to()[i - 1], leading.to()[i]) < 0;
        }
        if (!sorted) {
            IntArrays.quickSort(places, (one, other) -> {
                var byPlace = order.compare(leading.to()[one], leading.to()[other]);
                return byPlace != 0 ? byPlace : Codes.ORDER.compare(word(leading.by()[one]), word(leading.by()[other]));
            });
        }
        return places;
    }

    private String word(byte by) {
        return Objects.requireNonNullElse(image.activities.word(by), "");
    }
}
