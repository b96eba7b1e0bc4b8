package yuanliu.duplicates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.ownership.Cells;
import yuanliu.ownership.Unit;
import yuanliu.ownership.Units;

/// Understands fields, those that are alike once: there are far fewer ways to describe a field than fields. May be
/// asked
/// by several at once.
final class Likenesses {

    private final Understanding understanding;
    private final Units units;
    private final Map<Alike, Optional<Meant>> known = new ConcurrentHashMap<>();
    private final Map<Reading, Reading> readings = new ConcurrentHashMap<>();
    private final Map<Unit, Meant.Of> meantUnits = new ConcurrentHashMap<>();
    private final Map<Scene.Field, Scene.Field> fields = new ConcurrentHashMap<>();

    Likenesses(Understanding understanding, Units units) {
        this.understanding = understanding;
        this.units = units;
    }

    /// What a field was understood to be.
    ///
    /// @param asHeld whether the unit is the one that the ledger holds it as, too
    record Meant(Reading reading, Of of, boolean asHeld) {

        /// A unit, and its key.
        record Of(Unit unit, String key) {}

        /// The unit as the graph keeps it: where the ledger says another.
        @Nullable
        String kept() {
            return asHeld ? null : of.key();
        }

        @Nullable
        Reading proposal() {
            return reading.filed() ? null : reading;
        }
    }

    /// All on which it rests what a field is, unless its owner's name, summary or population are looked at.
    private record Alike(
            String name,
            @Nullable String element,
            @Nullable String physicalName,
            @Nullable String baseType,
            @Nullable Long maxLength,
            @Nullable String codeList,
            @Nullable String description,
            @Nullable String subject,
            @Nullable String qualifier,
            List<String> rejected,
            @Nullable String ownerSubject,
            @Nullable String respondent) {}

    Optional<Meant> meant(FieldRow row, Scene.Owner owner) {
        var filed = row.element() != null && understanding.register().get(row.element()) != null;
        var alike = new Alike(
                row.name(),
                row.element(),
                filed ? null : row.physicalName(),
                row.baseType(),
                row.maxLength(),
                row.codeList(),
                filed ? null : row.description(),
                row.subject(),
                row.qualifier(),
                row.rejected(),
                owner.subject(),
                owner.respondent());
        var before = known.get(alike);
        if (before != null) {
            return before;
        }
        var described = row.in(owner);
        var meant = understanding
                .read(described, Set.copyOf(row.rejected()))
                .map(reading -> meant(reading, row.qualifier(), owner));
        if (!described.ownerAsked()) {
            known.put(alike, meant);
        }
        return meant;
    }

    private Meant meant(Reading reading, @Nullable String qualifier, Scene.Owner owner) {
        var one = readings.computeIfAbsent(reading, any -> any);
        var unit = unit(units, one, owner.subject(), owner.respondent());
        return new Meant(
                one,
                meantUnits.computeIfAbsent(unit, any -> new Meant.Of(any, any.key())),
                one.filed() && java.util.Objects.equals(one.qualifier(), qualifier));
    }

    Scene.Field field(FieldRow row, Scene.Owner owner, @Nullable Meant meant) {
        var key = Scene.Field.behind(owner.key(), row.key());
        var code = row.code() == null
                ? owner.code().equals(owner.key()) ? key : Scene.Field.behind(owner.code(), row.key())
                : Scene.Field.behind(owner.code(), row.code());
        var field = new Scene.Field(
                key,
                code.equals(key) ? key : code,
                row.name(),
                row.acquisition(),
                row.sharing(),
                meant == null ? null : meant.of().unit(),
                meant == null ? null : meant.of().key(),
                meant == null ? null : meant.reading());
        var known = fields.putIfAbsent(field, field);
        return known == null ? field : known;
    }

    /// The unit that a reading comes to.
    static Unit unit(Units units, Reading reading, @Nullable String ownerSubject, @Nullable String respondent) {
        var element = reading.element();
        return units.resolve(new Cells(
                element.code(),
                element.name(),
                element.subject(),
                reading.subject(),
                reading.qualifier(),
                ownerSubject,
                respondent,
                null,
                null));
    }
}
