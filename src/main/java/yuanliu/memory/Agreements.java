package yuanliu.memory;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agreements by which resources are used, resource by resource.
final class Agreements {

    private static final int FOR_EVER = Integer.MAX_VALUE;

    /// One agreement.
    ///
    /// @param id       of its node
    /// @param system   -1 for none
    /// @param lastDay  the day from which it is in force no more, counted from 1970; for ever when none is said
    /// @param missing  a bit for each thing that it does not say of that which is asked of a conditional one
    record Agreement(int id, int consumer, int system, long calls, int lastDay, byte missing) {

        static int day(@Nullable LocalDate day) {
            return day == null ? FOR_EVER : Math.toIntExact(day.toEpochDay());
        }
    }

    private static final class Columns {
        int size;
        int[] owner = new int[1024];
        int[] id = new int[1024];
        int[] consumer = new int[1024];
        int[] system = new int[1024];
        long[] calls = new long[1024];
        int[] lastDay = new int[1024];
        byte[] missing = new byte[1024];

        void grow() {
            if (size == owner.length) {
                var larger = size + (size >> 1);
                owner = Arrays.copyOf(owner, larger);
                id = Arrays.copyOf(id, larger);
                consumer = Arrays.copyOf(consumer, larger);
                system = Arrays.copyOf(system, larger);
                calls = Arrays.copyOf(calls, larger);
                lastDay = Arrays.copyOf(lastDay, larger);
                missing = Arrays.copyOf(missing, larger);
            }
        }

        void order(int[] rows) {
            owner = ordered(owner, rows);
            id = ordered(id, rows);
            consumer = ordered(consumer, rows);
            system = ordered(system, rows);
            lastDay = ordered(lastDay, rows);
            var callsBefore = calls;
            calls = new long[rows.length + 1];
            var missingBefore = missing;
            missing = new byte[rows.length + 1];
            for (int at = 0; at < rows.length; at++) {
                calls[at] = callsBefore[rows[at]];
                missing[at] = missingBefore[rows[at]];
            }
        }

        private static int[] ordered(int[] column, int[] rows) {
            var ordered = new int[rows.length + 1];
            for (int at = 0; at < rows.length; at++) {
                ordered[at] = column[rows[at]];
            }
            return ordered;
        }

        Agreement get(int row) {
            return new Agreement(id[row], consumer[row], system[row], calls[row], lastDay[row], missing[row]);
        }
    }

    private final Columns columns = new Columns();
    private int[] begin = {0};
    private final Int2ObjectOpenHashMap<List<Agreement>> changed = new Int2ObjectOpenHashMap<>();

    void add(int owner, Agreement agreement) {
        columns.grow();
        var row = columns.size++;
        columns.owner[row] = owner;
        columns.id[row] = agreement.id();
        columns.consumer[row] = agreement.consumer();
        columns.system[row] = agreement.system();
        columns.calls[row] = agreement.calls();
        columns.lastDay[row] = agreement.lastDay();
        columns.missing[row] = agreement.missing();
    }

    /// After all are added: those of one owner come to stand together.
    ///
    /// @param owners how many there are that agreements may be of
    void order(int owners) {
        begin = new int[owners + 1];
        for (int row = 0; row < columns.size; row++) {
            begin[columns.owner[row] + 1]++;
        }
        for (int owner = 0; owner < owners; owner++) {
            begin[owner + 1] += begin[owner];
        }
        var next = Arrays.copyOf(begin, owners);
        var rows = new int[columns.size];
        for (int row = 0; row < columns.size; row++) {
            rows[next[columns.owner[row]]++] = row;
        }
        columns.order(rows);
    }

    List<Agreement> of(int owner) {
        var these = changed.get(owner);
        if (these != null) {
            return these;
        }
        if (owner + 1 >= begin.length || begin[owner] == begin[owner + 1]) {
            return List.of();
        }
        var agreements = new ArrayList<Agreement>(begin[owner + 1] - begin[owner]);
        for (int at = begin[owner]; at < begin[owner + 1]; at++) {
            agreements.add(columns.get(at));
        }
        return agreements;
    }

    /// Adds those that are in force.
    ///
    /// @param number of the owner in the flow
    /// @param today  the day counted from 1970
    void addTo(Image.Uses used, int number, int owner, long today) {
        var these = changed.get(owner);
        if (these != null) {
            for (var one : these) {
                if (today < one.lastDay()) {
                    used.add(number, one.id(), one.consumer(), one.system(), one.calls(), one.missing());
                }
            }
        } else if (owner + 1 < begin.length) {
            for (int at = begin[owner]; at < begin[owner + 1]; at++) {
                if (today < columns.lastDay[at]) {
                    used.add(
                            number,
                            columns.id[at],
                            columns.consumer[at],
                            columns.system[at],
                            columns.calls[at],
                            columns.missing[at]);
                }
            }
        }
    }

    void change(int owner, List<Agreement> agreements) {
        changed.put(owner, List.copyOf(agreements));
    }

    /// Whose an agreement is; -1 when it is not there.
    int ownerOf(int id) {
        for (var entry : changed.int2ObjectEntrySet()) {
            if (entry.getValue().stream().anyMatch(one -> one.id() == id)) {
                return entry.getIntKey();
            }
        }
        for (int row = 0; row < columns.size; row++) {
            if (columns.id[row] == id && !changed.containsKey(columns.owner[row])) {
                return columns.owner[row];
            }
        }
        return -1;
    }

    long bytes() {
        return 29L * columns.owner.length + 4L * begin.length + 200L * changed.size();
    }
}
