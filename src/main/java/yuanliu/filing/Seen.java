package yuanliu.filing;

import java.security.SecureRandom;

/// Which texts have been met, and a number beside each. Of a text only 128 bits of its hash are kept: a package has
/// millions of rows, and their keys would not fit into memory.
///
/// The hash is MurmurHash3 (x64, 128 bits, of UTF-16). Its seed is another in every process, so that nobody can prepare
/// a package whose keys fall together.
final class Seen {

    /// Two halves of the hash and the number; a slot whose first half is 0 is free.
    private static final int WIDTH = 3;

    private static final long SEED = new SecureRandom().nextLong();
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long[] slots = new long[WIDTH * 8];
    private int size;

    /// The halves of the text that was hashed last: a pair to return would be a new object for every key.
    private long first;

    private long second;

    /// @return whether it is met for the first time
    boolean add(String text) {
        return put(text, 0);
    }

    /// @return whether it is met for the first time
    boolean put(String text, long number) {
        var at = placed(text);
        var fresh = slots[at] == 0;
        slots[at] = first;
        slots[at + 1] = second;
        slots[at + 2] = number;
        if (fresh) {
            size++;
        }
        return fresh;
    }

    /// The number beside a text; that which is given when it is met for the first time.
    long numberOr(String text, long number) {
        var at = placed(text);
        if (slots[at] == 0) {
            slots[at] = first;
            slots[at + 1] = second;
            slots[at + 2] = number;
            size++;
        }
        return slots[at + 2];
    }

    boolean contains(String text) {
        return slots[slotOf(text)] != 0;
    }

    /// The number beside a text; 0 when it has not been met.
    long number(String text) {
        return slots[slotOf(text) + 2];
    }

    /// A text as a number: the same for the same text, and for another one hardly ever.
    long numberOf(String text) {
        hash(text);
        return first;
    }

    int size() {
        return size;
    }

    private int placed(String text) {
        if (size * 4L >= slots.length / WIDTH * 3L) {
            grow();
        }
        return slotOf(text);
    }

    private int slotOf(String text) {
        hash(text);
        return slot(slots, first, second);
    }

    private static int slot(long[] slots, long first, long second) {
        var count = slots.length / WIDTH;
        var at = (int) Math.unsignedMultiplyHigh(second, count);
        while (slots[at * WIDTH] != 0 && (slots[at * WIDTH] != first || slots[at * WIDTH + 1] != second)) {
            at = at + 1 == count ? 0 : at + 1;
        }
        return at * WIDTH;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (var at = 0; at < slots.length; at += WIDTH) {
            if (slots[at] != 0) {
                var to = slot(larger, slots[at], slots[at + 1]);
                System.arraycopy(slots, at, larger, to, WIDTH);
            }
        }
        slots = larger;
    }

    private void hash(String text) {
        var length = text.length();
        var h1 = SEED;
        var h2 = SEED;
        var at = 0;
        for (; at + 8 <= length; at += 8) {
            h1 ^= mixed1(four(text, at));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixed2(four(text, at + 4));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        if (length - at > 4) {
            h2 ^= mixed2(rest(text, at + 4, length));
            h1 ^= mixed1(four(text, at));
        } else if (length > at) {
            h1 ^= mixed1(rest(text, at, length));
        }
        h1 ^= 2L * length;
        h2 ^= 2L * length;
        h1 += h2;
        h2 += h1;
        h1 = finished(h1);
        h2 = finished(h2);
        h1 += h2;
        h2 += h1;
        first = h1 | 1;
        second = h2;
    }

    private static long four(String text, int at) {
        return text.charAt(at)
                | (long) text.charAt(at + 1) << 16
                | (long) text.charAt(at + 2) << 32
                | (long) text.charAt(at + 3) << 48;
    }

    private static long rest(String text, int from, int to) {
        var rest = 0L;
        for (var at = to - 1; at >= from; at--) {
            rest = rest << 16 | text.charAt(at);
        }
        return rest;
    }

    private static long mixed1(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mixed2(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    private static long finished(long h) {
        var k = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        k = (k ^ k >>> 33) * 0xc4ceb9fe1a85ec53L;
        return k ^ k >>> 33;
    }
}
