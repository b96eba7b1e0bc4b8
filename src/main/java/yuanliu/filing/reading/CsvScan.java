package yuanliu.filing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// What the bytes of a whole CSV file tell before they are read as text.
///
/// @param charset         UTF-8 when every byte of the file fits it, UTF-16 when its mark says so, else GB18030
/// @param mark            how many bytes the byte order mark has
/// @param openQuoteRecord the record in which a quote is opened that nothing closes; 0 when there is none
/// @param isBinary        whether the bytes begin like something that is no text
/// @param records         how many there are, an empty last one too
/// @param bytes           of them all
record CsvScan(Charset charset, int mark, int openQuoteRecord, boolean isBinary, int records, long bytes) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    static CsvScan of(InputStream bytes) throws IOException {
        var buffer = new byte[1 << 16];
        var count = bytes.readNBytes(buffer, 0, buffer.length);
        if (starts(buffer, count, 0xFF, 0xFE)) {
            return ofPairs(StandardCharsets.UTF_16LE, buffer, count, bytes);
        }
        if (starts(buffer, count, 0xFE, 0xFF)) {
            return ofPairs(StandardCharsets.UTF_16BE, buffer, count, bytes);
        }
        if (starts(buffer, count, 'P', 'K', 3, 4)
                || starts(buffer, count, 0xD0, 0xCF, 0x11, 0xE0)
                || starts(buffer, count, '%', 'P', 'D', 'F')) {
            return new CsvScan(StandardCharsets.UTF_8, 0, 0, true, 0, 0);
        }
        var mark = starts(buffer, count, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        var utf8 = new Utf8();
        var quotes = new Quotes();
        var all = 0L;
        for (var from = mark; count > 0; from = 0) {
            all += count;
            for (var at = from; at < count; at++) {
                utf8.next(buffer[at] & 0xFF);
                quotes.next(buffer[at]);
            }
            count = bytes.readNBytes(buffer, 0, buffer.length);
        }
        var charset = mark > 0 || utf8.fits() ? StandardCharsets.UTF_8 : GB18030;
        return new CsvScan(charset, mark, quotes.openRecord(), false, quotes.record, all);
    }

    /// The buffer has an even size: so no border cuts a pair of bytes.
    private static CsvScan ofPairs(Charset charset, byte[] buffer, int first, InputStream bytes) throws IOException {
        var quotes = new Quotes();
        var high = charset.equals(StandardCharsets.UTF_16BE) ? 0 : 1;
        var from = 2;
        var all = 0L;
        for (var count = first; count > 1; count = bytes.readNBytes(buffer, 0, buffer.length)) {
            all += count;
            for (var at = from; at + 1 < count; at += 2) {
                quotes.next(buffer[at + high] == 0 ? buffer[at + 1 - high] : (byte) 'x');
            }
            from = 0;
        }
        return new CsvScan(charset, 2, quotes.openRecord(), false, quotes.record, all);
    }

    private static boolean starts(byte[] bytes, int count, int... with) {
        if (count < with.length) {
            return false;
        }
        for (var at = 0; at < with.length; at++) {
            if ((bytes[at] & 0xFF) != with[at]) {
                return false;
            }
        }
        return true;
    }

    /// Follows the bytes of UTF-8 one by one, so that no border of a buffer can cut a character.
    private static final class Utf8 {

        private boolean broken;
        private int expected;
        private int least = 0x80;
        private int most = 0xBF;

        void next(int value) {
            if (broken || value < 0x80 && expected == 0) {
                return;
            }
            if (expected > 0) {
                broken = value < least || value > most;
                expected--;
                least = 0x80;
                most = 0xBF;
                return;
            }
            expected = value >= 0xC2 && value <= 0xDF
                    ? 1
                    : value >= 0xE0 && value <= 0xEF ? 2 : value >= 0xF0 && value <= 0xF4 ? 3 : 0;
            broken = expected == 0;
            least = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
            most = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        }

        boolean fits() {
            return !broken && expected == 0;
        }
    }

    /// Follows quotes and records; neither is ever the second byte of a character in UTF-8 or GB18030.
    private static final class Quotes {

        private boolean fieldStarts = true;
        private boolean quoted;
        private boolean maybeClosed;
        private boolean afterReturn;
        private int record = 1;
        private int opened;

        void next(byte value) {
            if (quoted && !maybeClosed) {
                maybeClosed = value == '"';
                return;
            }
            if (maybeClosed && value == '"') {
                maybeClosed = false;
                return;
            }
            // behind a closing quote, and outside of quotes, what is no separator belongs to the field as it is
            quoted = false;
            maybeClosed = false;
            var ofReturn = afterReturn && value == '\n';
            afterReturn = value == '\r';
            if (ofReturn) {
                return;
            }
            if (value == '"' && fieldStarts) {
                quoted = true;
                opened = record;
                fieldStarts = false;
            } else if (value == ',') {
                fieldStarts = true;
            } else if (value == '\n' || value == '\r') {
                fieldStarts = true;
                record++;
            } else {
                fieldStarts = false;
            }
        }

        int openRecord() {
            return quoted && !maybeClosed ? opened : 0;
        }
    }
}
