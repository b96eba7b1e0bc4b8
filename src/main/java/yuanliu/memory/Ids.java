package yuanliu.memory;

import java.util.Arrays;

/// From the ids that Neo4j gives to nodes while it keeps them to the numbers of things here. Ids are dense, so an array
/// does.
final class Ids {

    private static final int KIND_BITS = 3;
    private static final int NUMBER_BITS = Integer.SIZE - KIND_BITS;
    private static final int MOST = (1 << NUMBER_BITS) - 2;
    private static final int UNKNOWN = -1;

    /// What is numbered, each kind for itself.
    enum Kind {
        DEPARTMENT,
        SYSTEM,
        OWNER,
        UNIT,
        FIELD
    }

    private int[] at = new int[1 << 10];

    Ids() {
        Arrays.fill(at, UNKNOWN);
    }

    void put(long id, Kind kind, int number) {
        if (number > MOST || id > Integer.MAX_VALUE - 8L) {
            throw new TooBig("图谱的节点超过读模型所能编号的数目");
        }
        var place = (int) id;
        if (place >= at.length) {
            var before = at.length;
            at = Arrays.copyOf(at, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(place + 1L, at.length * 3L / 2)));
            Arrays.fill(at, before, at.length, UNKNOWN);
        }
        at[place] = kind.ordinal() << NUMBER_BITS | number;
    }

    /// The number of a thing of a kind; -1 when no such thing has the id.
    int number(long id, Kind kind) {
        if (id < 0 || id >= at.length || at[(int) id] == UNKNOWN || at[(int) id] >>> NUMBER_BITS != kind.ordinal()) {
            return -1;
        }
        return at[(int) id] & (1 << NUMBER_BITS) - 1;
    }

    long size() {
        return 4L * at.length;
    }
}
