package yuanliu.duplicates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.OwnerAsked;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.ownership.Cells;
import yuanliu.ownership.Unit;
import yuanliu.ownership.Units;

/// Understands fields, those that are alike once: there are far fewer ways to describe a field than fields. May be
/// asked by several at once.
final class Likenesses {

    private final Understanding understanding;
    private final Units units;

    /// By what is described alike, what had to be looked at of the owners so far.
    private final Map<Alike, OwnerAsked> asked = new HashMap<>();

    private final Map<InOwner, Optional<Meant>> known = new HashMap<>();
    private final Map<Sense, Optional<Meant>> senses = new HashMap<>();
    private final Map<Unit, Keyed> unitKeys = new HashMap<>();
    private final Map<Written, Scene.Field> fields = new HashMap<>();
    private final Words words;
    private final Consumer<Proposal> proposed;

    /// @param proposed is told each proposal once, before any field is understood by it
    Likenesses(Understanding understanding, Units units, Words words, Consumer<Proposal> proposed) {
        this.proposed = proposed;
        this.understanding = understanding;
        this.units = units;
        this.words = words;
    }

    /// What a field was understood to be: each is there once.
    ///
    static final class Meant {

        private final Reading reading;
        private final Unit unit;
        private final String unitKey;
        private final boolean asHeld;
        private final @Nullable Proposal proposal;

        private Meant(Sense sense, String unitKey) {
            this.reading = sense.reading();
            this.unit = sense.unit();
            this.unitKey = unitKey;
            this.asHeld = sense.asHeld();
            this.proposal = reading.filed() ? null : Proposal.of(unitKey, reading);
        }

        /// The unit's key as the graph keeps it with the field: where the ledger says another, and no proposal does.
        @Nullable
        String kept() {
            return asHeld || proposal != null ? null : unitKey;
        }

        /// Null where people said the element.
        @Nullable
        Proposal proposal() {
            return proposal;
        }
    }

    /// @param asHeld whether the unit is the one that the ledger holds it as, too
    private record Sense(Reading reading, Unit unit, boolean asHeld) {}

    /// All on which it rests what a field is, but its owner's name, summary and population.
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
                filed ? null : words.same(row.physicalName()),
                row.baseType(),
                row.maxLength(),
                row.codeList(),
                filed ? null : words.same(row.description()),
                row.subject(),
                row.qualifier(),
                row.rejected(),
                owner.subject(),
                owner.respondent());
        var before = asked.getOrDefault(alike, OwnerAsked.NOTHING);
        var found = known.get(InOwner.of(alike, before, owner));
        if (found != null) {
            return found;
        }
        var described = row.in(owner);
        var meant = understanding
                .read(described, Set.copyOf(row.rejected()))
                .flatMap(reading -> meant(reading, row.qualifier(), owner));
        var now = before.and(described.ownerAsked());
        if (!now.equals(before)) {
            asked.put(alike, now);
        }
        known.put(InOwner.of(alike, now, owner), meant);
        return meant;
    }

    /// What is described alike, with what has to be looked at of the owner.
    private record InOwner(
            Alike alike,
            @Nullable String name,
            @Nullable String summary,
            @Nullable String population) {

        static InOwner of(Alike alike, OwnerAsked asked, Scene.Owner owner) {
            return new InOwner(
                    alike,
                    asked.name() ? owner.name() : null,
                    asked.summary() ? owner.summary() : null,
                    asked.population() ? owner.population() : null);
        }
    }

    private Optional<Meant> meant(Reading reading, @Nullable String qualifier, Scene.Owner owner) {
        var unit = unitKeys.computeIfAbsent(
                unit(units, reading, owner.subject(), owner.respondent()), any -> new Keyed(any, any.key()));
        var asHeld = reading.filed() && Objects.equals(reading.qualifier(), qualifier);
        return senses.computeIfAbsent(new Sense(reading, unit.unit(), asHeld), sense -> {
            var meant = new Meant(sense, unit.key());
            if (meant.proposal() != null) {
                proposed.accept(meant.proposal());
            }
            return Optional.of(meant);
        });
    }

    private record Keyed(Unit unit, String key) {}

    /// What is written of a field, and what it means.
    private record Written(
            String key,
            String code,
            String name,
            @Nullable String acquisition,
            @Nullable String sharing,
            @Nullable Meant meant) {}

    Scene.Field field(FieldRow row, Scene.Owner owner, @Nullable Meant meant) {
        var key = words.word(Scene.Field.behind(owner.key(), row.key()));
        var own = row.code() == null
                ? owner.code().equals(owner.key()) ? key : Scene.Field.behind(owner.code(), row.key())
                : Scene.Field.behind(owner.code(), row.code());
        var code = own.equals(key) ? key : words.word(own);
        return fields.computeIfAbsent(
                new Written(key, code, row.name(), row.acquisition(), row.sharing(), meant),
                written -> new Scene.Field(
                        key,
                        code,
                        row.name(),
                        row.acquisition(),
                        row.sharing(),
                        meant == null ? null : meant.unit,
                        meant == null ? null : meant.unitKey,
                        meant == null ? null : meant.reading));
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
