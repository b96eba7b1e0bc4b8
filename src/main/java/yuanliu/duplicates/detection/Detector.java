package yuanliu.duplicates.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.web.Codes;

/// Finds what is collected twice in a scene. It knows nothing of earlier runs: the same scene gives the same findings,
/// with the same codes, in the same order.
public final class Detector {

    /// Another whenever a rule or a weight is.
    public static final String RULES = "2026.11.1";

    /// For those who do not want to know what was let go: it is not put into words then.
    public static final Consumer<Refusal> NOBODY = refusal -> {};

    private final Scene scene;
    private final Understanding understanding;
    private final LocalDate day;
    private final Consumer<Refusal> refusals;
    private final FieldRules rules;

    /// @param refusals is told of everything that was looked at and let go
    public Detector(Scene scene, Understanding understanding, LocalDate day, Consumer<Refusal> refusals) {
        this.scene = scene;
        this.understanding = understanding;
        this.day = day;
        this.refusals = refusals;
        this.rules = new FieldRules(scene, understanding, refusals != NOBODY);
    }

    /// The findings of some units, in the order of their codes.
    public List<Finding> ofUnits(Collection<String> units) {
        var look = new UnitRules(scene, rules, day, refusals);
        var found = new ArrayList<Finding>();
        units.stream().sorted(Codes.ORDER).forEach(unit -> {
            if (!scene.membersOf(unit).isEmpty()) {
                found.addAll(look.look(unit));
            }
        });
        found.sort(Comparator.comparing(Finding::code));
        return found;
    }

    /// Whether nobody is ever accused over a unit, whoever collects it.
    public boolean neverAccuses(String unit) {
        var members = scene.membersOf(unit);
        return !members.isEmpty()
                && rules.againstUnit(
                                Objects.requireNonNull(members.getFirst().reading())
                                        .element(),
                                scene.unit(unit).qualifier(),
                                unit)
                        .isPresent();
    }

    /// The findings about entries of the scene.
    ///
    /// @param places names of regions: an entry's name may begin with one
    public List<Finding> ofEntries(Set<String> places) {
        return ofEntries(new EntryIndex(scene, places));
    }

    /// The findings about entries of the scene.
    ///
    /// @param index of the scene
    public List<Finding> ofEntries(EntryIndex index) {
        var found = new ArrayList<>(ofDoubles(index));
        found.addAll(ofLibraries(index));
        found.sort(Comparator.comparing(Finding::code));
        return found;
    }

    /// Of these, those about entries that are catalogued twice.
    public List<Finding> ofDoubles(EntryIndex index) {
        return entries(index).lookForDoubles();
    }

    /// Those about entries that are brought together twice.
    public List<Finding> ofLibraries(EntryIndex index) {
        return entries(index).lookForLibraries();
    }

    /// The findings about some resources and about all that are in a finding with them, or were.
    ///
    /// @param before what was found about entries last time
    public Again ofEntriesAgain(EntryIndex index, Set<String> touched, Collection<Finding> before) {
        var again = entries(index).lookAgain(touched, before);
        var found = new ArrayList<>(again.found());
        found.sort(Comparator.comparing(Finding::code));
        return new Again(found, again.looked());
    }

    /// @param looked the codes of the earlier findings that would be among those found, if they still stood
    public record Again(List<Finding> found, Set<String> looked) {}

    /// Whether two fields, or two entries, are compared at all, whatever comes of it.
    ///
    /// @param one a key
    public boolean compares(EntryIndex index, String one, String other) {
        var mine = scene.member(one);
        var its = scene.member(other);
        if (mine != null && its != null) {
            return mine.unit() != null && mine.unit().equals(its.unit());
        }
        var entry = scene.owner(one);
        var another = scene.owner(other);
        return entry != null && another != null && entries(index).compares(entry, another);
    }

    /// Looks at every pair of some resources by itself, whether they say the same (DC6) or are gathered twice (DC8);
    /// what keeps each from that is told as a refusal.
    ///
    /// @param resources keys
    public void compareEntries(EntryIndex index, Collection<String> resources) {
        entries(index)
                .compareEach(resources.stream()
                        .map(scene::owner)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private EntryRules entries(EntryIndex index) {
        return new EntryRules(scene, index, understanding.vocabulary(), rules, refusals);
    }
}
