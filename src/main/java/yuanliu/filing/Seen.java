package yuanliu.filing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Which texts have been met, and a number beside each. Of a text only 128 bits of its digest are kept: a package has
/// millions of rows, and their keys would not fit into memory.
final class Seen {

    /// Two halves of the digest and the number; a slot whose first half is 0 is free.
    private static final int WIDTH = 3;

    private final MessageDigest digest = digest();
    private long[] slots = new long[WIDTH * 64];
    private int size;

    /// @return whether it is met for the first time
    boolean add(String text) {
        return put(text, 0);
    }

    /// @return whether it is met for the first time
    boolean put(String text, long number) {
        if (size * 2 >= slots.length / WIDTH) {
            grow();
        }
        var half = halves(text);
        var at = slot(slots, half.getLong(0) | 1, half.getLong(8));
        var fresh = slots[at] == 0;
        slots[at] = half.getLong(0) | 1;
        slots[at + 1] = half.getLong(8);
        slots[at + 2] = number;
        if (fresh) {
            size++;
        }
        return fresh;
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
        return halves(text).getLong(0);
    }

    private int slotOf(String text) {
        var half = halves(text);
        return slot(slots, half.getLong(0) | 1, half.getLong(8));
    }

    private static int slot(long[] slots, long first, long second) {
        var count = slots.length / WIDTH;
        var at = (int) Long.remainderUnsigned(second, count);
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

    private ByteBuffer halves(String text) {
        return ByteBuffer.wrap(Arrays.copyOf(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 16));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
