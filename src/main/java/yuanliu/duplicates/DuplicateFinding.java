package yuanliu.duplicates;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Projection;
import yuanliu.duplicates.detection.Band;
import yuanliu.duplicates.detection.Kind;
import yuanliu.duplicates.understanding.Signal;

/// A suspicion that something is collected or catalogued twice (重复采集疑点), and how it stands with it.
///
/// @param unitKey     of the unit it is about; null when it is about entries
/// @param rules       the version of the rules and of the vocabulary by which it was found
/// @param saved       fields a year that need not be filled in any more, as far as forms say how often they are
/// @param present     whether the last run that looked for it found it
/// @param exemptUntil the day from which an exemption holds no more
/// @param version     how often anything became of it: who changes it says which version they saw
record DuplicateFinding(
        String code,
        String name,
        Kind kind,
        @Nullable String unitKey,
        double score,
        Band band,
        List<Signal> signals,
        String suggestion,
        @Nullable String liability,
        String rules,
        long saved,
        FindingState state,
        boolean present,
        @Nullable LocalDate exemptUntil,
        @Nullable String exemptBasis,
        long version,
        OffsetDateTime firstSeen,
        OffsetDateTime lastSeen)
        implements Entity {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    DuplicateFinding {
        signals = List.copyOf(signals);
    }

    /// Reads what a statement projects as `finding {.*}`.
    static DuplicateFinding from(Value projection) {
        var of = new Projection(projection);
        return new DuplicateFinding(
                of.text("code"),
                of.text("name"),
                Kind.valueOf(of.text("kind")),
                of.textOrNull("unitKey"),
                projection.get("score").asDouble(),
                Band.valueOf(of.text("band")),
                read(of.text("signals")),
                of.text("suggestion"),
                of.textOrNull("liability"),
                of.text("rules"),
                projection.get("saved").asLong(0),
                FindingState.valueOf(of.text("state")),
                projection.get("present").asBoolean(),
                of.dateOrNull("exemptUntil"),
                of.textOrNull("exemptBasis"),
                projection.get("version").asLong(),
                projection.get("firstSeen").asOffsetDateTime(),
                projection.get("lastSeen").asOffsetDateTime());
    }

    /// What [#written(List)] wrote; empty when nothing was.
    static List<Signal> read(@Nullable String signals) {
        return signals == null ? List.of() : JSON.readValue(signals, new TypeReference<List<Signal>>() {});
    }

    static String written(List<Signal> signals) {
        return JSON.writeValueAsString(signals);
    }
}
