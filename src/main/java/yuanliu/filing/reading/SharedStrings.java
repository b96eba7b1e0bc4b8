package yuanliu.filing.reading;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The texts that the cells of a workbook point to. There may be millions: so they lie in files, not on the heap.
final class SharedStrings implements AutoCloseable {

    private static final ValueLayout.OfLong OFFSET = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Arena arena = Arena.ofShared();
    private final Path texts;
    private final Path offsets;
    private final MemorySegment text;
    private final MemorySegment offset;
    private final long count;

    SharedStrings(InputStream part, Path scratch) throws IOException {
        texts = Files.createTempFile(scratch, "texts", ".bin");
        offsets = Files.createTempFile(scratch, "offsets", ".bin");
        try {
            count = write(part);
            text = mapped(texts);
            offset = mapped(offsets);
        } catch (IOException | RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    private long write(InputStream part) throws IOException {
        var written = 0L;
        var position = 0L;
        try (var xml = Xml.of(part);
                var textsOut = new BufferedOutputStream(Files.newOutputStream(texts), 1 << 16);
                var offsetsOut =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(offsets), 1 << 16))) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    var bytes = item(xml, "si").getBytes(StandardCharsets.UTF_8);
                    offsetsOut.writeLong(position);
                    textsOut.write(bytes);
                    position += bytes.length;
                    written++;
                }
            }
            offsetsOut.writeLong(position);
        }
        return written;
    }

    private MemorySegment mapped(Path path) throws IOException {
        try (var channel = FileChannel.open(path)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /// The text of an item made of runs, without what only says how it is pronounced; goes to its end.
    static String item(Xml xml, String name) {
        var text = new StringBuilder();
        var scrap = new StringBuilder();
        while (xml.next() && !xml.ends(name)) {
            if (xml.starts("rPh")) {
                scrap.setLength(0);
                xml.text(scrap);
            } else if (xml.starts("t")) {
                xml.text(text);
            }
        }
        return unescaped(text.toString());
    }

    /// Excel writes control characters as `_x000D_`.
    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }

    String at(long index) {
        if (index < 0 || index >= count) {
            throw Xml.broken();
        }
        var from = offset.get(OFFSET, index * 8);
        var length = (int) (offset.get(OFFSET, index * 8 + 8) - from);
        var bytes = new byte[length];
        MemorySegment.copy(text, ValueLayout.JAVA_BYTE, from, bytes, 0, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        if (arena.scope().isAlive()) {
            arena.close();
        }
        Files.deleteIfExists(texts);
        Files.deleteIfExists(offsets);
    }
}
