package yuanliu.filing.reading;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A zip that has been gone through whole before anything is read from it: entries, sizes, checksums. Nothing of it is
/// ever unpacked under a name that it chose.
final class Archive implements Closeable {

    /// How big an archive may become.
    ///
    /// @param unpackedBytes      of all entries
    /// @param ratio              unpacked to packed, in an entry of more than `ratioFromBytes`
    /// @param ratioFromBytes     below it the ratio does not matter
    /// @param directoryBytes     of the list of entries, which is held in memory
    record Limits(long unpackedBytes, long ratio, long ratioFromBytes, long directoryBytes) {
        static final Limits USUAL = new Limits(16L << 30, 200, 50L << 20, 32L << 20);
    }

    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64 = 0x06064b50;

    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private Archive(ZipFile zip, List<ZipEntry> entries) {
        this.zip = zip;
        this.entries = entries;
    }

    static Archive open(Path path, Limits limits) throws IOException {
        checkDirectory(path, limits);
        var zip = opened(path);
        try {
            return new Archive(zip, checked(zip, limits));
        } catch (IOException | RuntimeException | Error failure) {
            zip.close();
            throw failure;
        }
    }

    /// Names are read byte for byte: old Windows tools write GBK, and the names that matter are ASCII.
    private static ZipFile opened(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException failure) {
            if (String.valueOf(failure.getMessage()).contains("encrypted")) {
                throw encrypted();
            }
            throw broken();
        }
    }

    private static List<ZipEntry> checked(ZipFile zip, Limits limits) throws IOException {
        var entries = new ArrayList<ZipEntry>();
        var names = new HashSet<String>();
        var declared = 0L;
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            if (!names.add(entry.getName())) {
                throw IllegalPackage.notOne("DUPLICATE_ENTRY", "压缩包中有同名的两个文件“%s”".formatted(shown(entry)));
            }
            declared += Math.max(0, entry.getSize());
            checkSizes(entry, entry.getSize(), declared, limits);
            entries.add(entry);
        }
        var unpacked = 0L;
        for (var entry : entries) {
            unpacked = goThrough(zip, entry, unpacked, limits);
        }
        return List.copyOf(entries);
    }

    private static long goThrough(ZipFile zip, ZipEntry entry, long before, Limits limits) throws IOException {
        var checksum = new CRC32();
        var buffer = new byte[1 << 16];
        var size = 0L;
        try (var bytes = zip.getInputStream(entry)) {
            if (bytes == null) {
                throw broken();
            }
            for (var count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                checksum.update(buffer, 0, count);
                size += count;
                checkSizes(entry, size, before + size, limits);
            }
        } catch (ZipException | EOFException failure) {
            throw broken();
        }
        if (checksum.getValue() != entry.getCrc() || size != entry.getSize()) {
            throw IllegalPackage.notOne("BAD_CHECKSUM", "压缩包中的“%s”校验和或大小不符,文件已损坏".formatted(shown(entry)));
        }
        return before + size;
    }

    private static void checkSizes(ZipEntry entry, long size, long all, Limits limits) {
        if (all > limits.unpackedBytes()) {
            throw IllegalPackage.tooBig(
                    "TOO_BIG_UNPACKED", "压缩包解压后超过%d GiB,未读取".formatted(limits.unpackedBytes() >> 30));
        }
        if (size > limits.ratioFromBytes() && size > limits.ratio() * Math.max(1, entry.getCompressedSize())) {
            throw IllegalPackage.tooBig(
                    "SUSPICIOUS_RATIO", "压缩包中的“%s”压缩比超过%d:1,疑为恶意文件,未读取".formatted(shown(entry), limits.ratio()));
        }
    }

    /// The list of entries is held in memory by whoever opens a zip: so its size is looked at before.
    private static void checkDirectory(Path path, Limits limits) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var tail =
                    ByteBuffer.allocate((int) Math.min(file.length(), 65_557)).order(ByteOrder.LITTLE_ENDIAN);
            file.seek(file.length() - tail.capacity());
            file.readFully(tail.array());
            for (var at = tail.capacity() - 22; at >= 0; at--) {
                if (tail.getInt(at) == END) {
                    var size = Integer.toUnsignedLong(tail.getInt(at + 12));
                    if (at >= 20 && tail.getInt(at - 20) == END_64_LOCATOR) {
                        size = Math.max(size == 0xFFFFFFFFL ? 0 : size, size64(file, tail.getLong(at - 12)));
                    }
                    if (size > limits.directoryBytes()) {
                        throw IllegalPackage.tooBig("TOO_MANY_ENTRIES", "压缩包中的文件过多,未读取");
                    }
                    return;
                }
            }
        }
        throw broken();
    }

    private static long size64(RandomAccessFile file, long at) throws IOException {
        if (at < 0 || at + 56 > file.length()) {
            throw broken();
        }
        var end = ByteBuffer.allocate(56).order(ByteOrder.LITTLE_ENDIAN);
        file.seek(at);
        file.readFully(end.array());
        if (end.getInt(0) != END_64) {
            throw broken();
        }
        var size = end.getLong(40);
        return size < 0 ? Long.MAX_VALUE : size;
    }

    private static IllegalPackage broken() {
        return IllegalPackage.notOne("BROKEN_ZIP", "压缩包已损坏或不完整,无法读取");
    }

    private static IllegalPackage encrypted() {
        return IllegalPackage.notOne("ENCRYPTED", "文件设有密码,请去除密码后再报送");
    }

    private static String shown(ZipEntry entry) {
        return Oddities.shown(fileName(entry.getName()));
    }

    boolean isWorkbook() {
        return entries.stream()
                .anyMatch(entry -> entry.getName().equals("[Content_Types].xml")
                        || entry.getName().equals("xl/workbook.xml"));
    }

    /// The files that have this name in whatever folder, leaving out those that pretend to be outside of the archive.
    List<ZipEntry> named(String fileName) {
        return entries.stream()
                .filter(entry -> !entry.isDirectory())
                .filter(entry ->
                        fileName(entry.getName()).toLowerCase(Locale.ROOT).equals(fileName))
                .filter(entry -> isInside(entry.getName()))
                .toList();
    }

    private static boolean isInside(String name) {
        var path = name.replace('\\', '/');
        return !path.startsWith("/")
                && !path.matches("^[A-Za-z]:.*")
                && !("/" + path).contains("/../")
                && !("/" + path).contains("/__MACOSX/");
    }

    private static String fileName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// The entry of exactly this name.
    Optional<ZipEntry> entry(String name) {
        return Optional.ofNullable(zip.getEntry(name));
    }

    InputStream read(ZipEntry entry) throws IOException {
        @Nullable InputStream bytes = zip.getInputStream(entry);
        if (bytes == null) {
            throw broken();
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
