package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.ObjectArrayList;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// What a walk along the lineage has come to, numbered from 0: the fields at which it begins first, then those that it
/// reached, nearest first; and what they belong to, resources and forms, numbered likewise. It is the same whoever
/// walked, Neo4j or the memory. What something is called is looked up by its number when it is shown.
public final class Flow {

    /// No number.
    public static final int NONE = -1;

    private final int starts;
    private final boolean whole;
    private final IntArrayList hop = new IntArrayList();
    private final IntArrayList owner = new IntArrayList();
    private final ObjectArrayList<@Nullable String> acquisition = new ObjectArrayList<>();
    private final IntArrayList by = new IntArrayList();
    private final BitSet forms = new BitSet();
    private int owners;
    private final IntArrayList wholeHop = new IntArrayList();
    private final IntArrayList wholeBy = new IntArrayList();
    private final IntArrayList wholes = new IntArrayList();
    private int startOwners;
    private final IntArrayList linkFrom = new IntArrayList();
    private final IntArrayList linkTo = new IntArrayList();
    private final ObjectArrayList<@Nullable String> activity = new ObjectArrayList<>();

    /// @param starts at how many fields it begins
    /// @param whole  whether the resources and forms at which it begins are asked of themselves
    public Flow(int starts, boolean whole) {
        this.starts = starts;
        this.whole = whole;
    }

    /// @param hop 0 where the walk begins
    /// @param by  the link by which it was reached
    /// @return its number
    public int addField(int hop, int owner, @Nullable String acquisition, int by) {
        this.hop.add(hop);
        this.owner.add(owner);
        this.acquisition.add(acquisition);
        this.by.add(by);
        return this.hop.size() - 1;
    }

    /// @param start whether the walk begins at it
    /// @return its number
    public int addOwner(boolean form, boolean start) {
        forms.set(owners, form);
        wholeHop.add(NONE);
        wholeBy.add(NONE);
        if (start) {
            startOwners = owners + 1;
        }
        return owners++;
    }

    /// That something is reached as a whole, at first.
    public void reachWhole(int owner, int hop, int by) {
        if (wholeHop.getInt(owner) == NONE) {
            wholeHop.set(owner, hop);
            wholeBy.set(owner, by);
            wholes.add(owner);
        }
    }

    /// @param from a field's number, or `~` that of an owner
    /// @return its number
    public int addLink(int from, int to, @Nullable String activity) {
        linkFrom.add(from);
        linkTo.add(to);
        this.activity.add(activity);
        return linkFrom.size() - 1;
    }

    public int starts() {
        return starts;
    }

    /// Of fields, those at which it begins among them.
    public int size() {
        return hop.size();
    }

    public int hop(int field) {
        return hop.getInt(field);
    }

    /// The number of what a field belongs to, or [#NONE].
    public int owner(int field) {
        return owner.getInt(field);
    }

    public @Nullable String acquisition(int field) {
        return acquisition.get(field);
    }

    /// The number of the link by which a field was reached, or [#NONE] where the walk begins.
    public int by(int field) {
        return by.getInt(field);
    }

    public int owners() {
        return owners;
    }

    public boolean isForm(int owner) {
        return forms.get(owner);
    }

    /// Whether the walk begins at it, or at a field of it.
    public boolean isStart(int owner) {
        return owner < startOwners;
    }

    public int startOwners() {
        return startOwners;
    }

    /// Whether something is asked of as a whole, so that it is not among what is reached.
    public boolean isAskedOf(int owner) {
        return whole && isStart(owner);
    }

    /// What is reached as a whole and is not asked of itself, nearest first.
    public void eachWhole(IntConsumer owner) {
        for (int at = 0; at < wholes.size(); at++) {
            if (!isAskedOf(wholes.getInt(at))) {
                owner.accept(wholes.getInt(at));
            }
        }
    }

    public int wholeHop(int owner) {
        return wholeHop.getInt(owner);
    }

    public int wholeBy(int owner) {
        return wholeBy.getInt(owner);
    }

    public int links() {
        return linkFrom.size();
    }

    /// Where a link begins: a field's number, or `~` that of an owner.
    public int linkFrom(int link) {
        return linkFrom.getInt(link);
    }

    /// Where it ends, as [#linkFrom(int)].
    public int linkTo(int link) {
        return linkTo.getInt(link);
    }

    public @Nullable String activity(int link) {
        return activity.get(link);
    }
}
