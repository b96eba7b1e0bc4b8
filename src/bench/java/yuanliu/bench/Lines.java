package yuanliu.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of a CSV, as the bytes they are written as.
final class Lines {

    private static final int FULL = 1 << 20;

    private byte[] bytes = new byte[FULL + (1 << 12)];
    private int length;

    void row(@Nullable Object... cells) {
        for (var i = 0; i < cells.length; i++) {
            if (i > 0) {
                add(',');
            }
            var cell = cells[i];
            if (cell != null) {
                add(cell.toString());
            }
        }
        add('\n');
    }

    private void add(String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            write(text);
        } else {
            write('"' + text.replace("\"", "\"\"") + '"');
        }
    }

    private void add(char plain) {
        room(1);
        bytes[length++] = (byte) plain;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /// What is in use here is in the first plane, of three bytes at most.
    private void write(String text) {
        room(3 * text.length());
        for (var i = 0; i < text.length(); i++) {
            var next = text.charAt(i);
            if (next < 0x80) {
                bytes[length++] = (byte) next;
            } else if (next < 0x800) {
                bytes[length++] = (byte) (0xc0 | next >> 6);
                bytes[length++] = (byte) (0x80 | next & 0x3f);
            } else if (Character.isSurrogate(next)) {
                throw new IllegalArgumentException("A letter of more than three bytes: " + text);
            } else {
                bytes[length++] = (byte) (0xe0 | next >> 12);
                bytes[length++] = (byte) (0x80 | next >> 6 & 0x3f);
                bytes[length++] = (byte) (0x80 | next & 0x3f);
            }
        }
    }

    boolean isFull() {
        return length >= FULL;
    }

    /// Hands on what there is, and begins anew.
    void drain(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
