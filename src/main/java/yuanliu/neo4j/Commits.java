package yuanliu.neo4j;

import java.util.Base64;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Bookmark;
import org.springframework.stereotype.Component;

/// Which of the graph's transactions were committed by this application. Neo4j counts the transactions of a database
/// from one to the next; a bookmark holds the number of the last one. So a number that is none of ours was somebody
/// else's: an architect's in Neo4j Browser, another application's, or one of Neo4j's own that adds the name of a new
/// property.
///
/// The driver calls a bookmark opaque. Where one cannot be read, nothing is said of whose a transaction was.
@Component
public class Commits {

    private static final String PREFIX = "FB:";
    /// A list of one, in it 16 bytes: the id of the database. The number follows.
    private static final byte[] HEAD = {(byte) 0x91, (byte) 0xCC, 16};
    private static final int ID_BYTES = 16;

    /// How many numbers are kept when nobody forgets any: nobody asks, then.
    private static final int MOST = 1 << 20;

    /// The numbers that are ours, and for each the last one that was known when that commit began.
    private final TreeMap<Long, Long> ours = new TreeMap<>();
    /// By when they began, the last transaction that was known then: what is committed by them comes behind it.
    private final TreeMap<Long, Long> underWay = new TreeMap<>();
    private long begun;
    private long last;

    /// A transaction of ours is about to be committed: from now on it may have a number that is not known here.
    ///
    /// @return what [#committed] and [#over(long)] are told
    long begin() {
        synchronized (ours) {
            underWay.put(++begun, last);
            return begun;
        }
    }

    /// What is known after a transaction of ours that wrote. When several end at once, Neo4j tells each of them the
    /// number of the last: then one of those before it is meant, though none that was known before it began. Which one
    /// does not matter, for as many are ours as we committed: so whichever may be an earlier one makes room for one
    /// that
    /// may not.
    ///
    /// @param commit what [#begin()] answered
    void committed(long commit, Set<Bookmark> bookmarks) {
        var told = last(bookmarks);
        if (told.isEmpty()) {
            return;
        }
        synchronized (ours) {
            var number = told.getAsLong();
            long behind = underWay.getOrDefault(commit, last);
            if (number < behind) {
                // another graph is under the address, and counts anew
                ours.clear();
                last = number;
                ours.put(number, number - 1);
                return;
            }
            last = Math.max(last, number);
            for (; number > behind; number--) {
                var other = ours.putIfAbsent(number, behind);
                if (other == null) {
                    break;
                }
                if (other < behind) {
                    ours.put(number, behind);
                    behind = other;
                }
            }
            while (ours.size() > MOST) {
                ours.pollFirstEntry();
            }
        }
    }

    /// A commit has ended, well or not, and what came of it was said before.
    void over(long commit) {
        synchronized (ours) {
            underWay.remove(commit);
        }
    }

    /// How far commits have begun.
    public long begun() {
        synchronized (ours) {
            return begun;
        }
    }

    /// Whether a transaction can have been nobody's here.
    ///
    /// @param begun how far commits had begun when the graph already told of the transaction
    public boolean isSomebodyElses(long number, long begun) {
        synchronized (ours) {
            return !ours.containsKey(number) && (underWay.isEmpty() || underWay.firstKey() > begun);
        }
    }

    /// The number of the last transaction that bookmarks tell of; empty when they do not say.
    public static OptionalLong last(Set<Bookmark> bookmarks) {
        return bookmarks.stream()
                .map(Bookmark::value)
                .mapToLong(Commits::number)
                .filter(number -> number >= 0)
                .max();
    }

    /// Whether a transaction was one of ours.
    public boolean isOurs(long number) {
        synchronized (ours) {
            return ours.containsKey(number);
        }
    }

    /// Nobody will ask any more of transactions up to a number.
    public void forget(long upTo) {
        synchronized (ours) {
            ours.headMap(upTo, true).clear();
        }
    }

    private static long number(String bookmark) {
        if (!bookmark.startsWith(PREFIX)) {
            return -1;
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(bookmark.substring(PREFIX.length()));
        } catch (IllegalArgumentException notOurs) {
            return -1;
        }
        var at = HEAD.length + ID_BYTES;
        if (bytes.length <= at || !java.util.Arrays.equals(HEAD, 0, HEAD.length, bytes, 0, HEAD.length)) {
            return -1;
        }
        var marker = bytes[at];
        var width = switch (marker) {
            case (byte) 0xC8 -> 1;
            case (byte) 0xC9 -> 2;
            case (byte) 0xCA -> 4;
            case (byte) 0xCB -> 8;
            default -> 0;
        };
        if (width == 0) {
            return marker;
        }
        if (bytes.length <= at + width) {
            return -1;
        }
        long number = bytes[at + 1];
        for (int i = 2; i <= width; i++) {
            number = number << 8 | bytes[at + i] & 0xFF;
        }
        return number;
    }
}
