package yuanliu.duplicates;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.understanding.Evidence;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.web.Codes;

/// What fields that nobody filed an element for are taken for: one for all that are taken for the same by the same
/// evidence. Fields refer to it by its number, which its content alone decides, so that it never means anything else.
final class Proposal {

    private final long number;
    private final String unitKey;
    private final Reading reading;
    private final String signals;

    private Proposal(long number, String unitKey, Reading reading, String signals) {
        this.number = number;
        this.unitKey = unitKey;
        this.reading = reading;
        this.signals = signals;
    }

    static Proposal of(String unitKey, Reading reading) {
        var signals = Evidence.kept(reading.evidence());
        var content = String.join(
                "\u001D",
                List.of(
                        unitKey,
                        reading.element().key(),
                        Objects.requireNonNullElse(reading.subject(), ""),
                        Objects.requireNonNullElse(reading.qualifier(), ""),
                        String.valueOf(reading.confidence()),
                        signals));
        return new Proposal(number(content), unitKey, reading, signals);
    }

    /// The first sixty-four bits of its SHA-256. That two of a million contents meet there has a chance of three in a
    /// hundred million, and whoever writes them is told.
    private static long number(String content) {
        return ByteBuffer.wrap(Codes.digest(content)).getLong();
    }

    long number() {
        return number;
    }

    /// As the graph keeps it.
    Map<String, @Nullable Object> row() {
        var row = new HashMap<String, @Nullable Object>();
        row.put("number", number);
        row.put("unitKey", unitKey);
        row.put("element", reading.element().key());
        row.put("subject", reading.subject());
        row.put("qualifier", reading.qualifier());
        row.put("confidence", reading.confidence());
        row.put("signals", signals);
        return row;
    }
}
