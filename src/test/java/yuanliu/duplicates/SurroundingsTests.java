package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.YuanliuTest;
import yuanliu.duplicates.detection.Detector;
import yuanliu.duplicates.detection.Finding;
import yuanliu.duplicates.detection.Gate;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.filing.FiledCity;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;
import yuanliu.neo4j.TestNeo4j;
import yuanliu.web.Today;

/// What is read around some fields leads to what the whole graph leads to.
@YuanliuTest
class SurroundingsTests {

    private static final int ASKED = 120;

    /// Who is beside a field decides which of these it is.
    private static final Set<Gate> AMONG_OTHERS =
            Set.of(Gate.ALONE, Gate.SAME_LINE, Gate.TERRITORY, Gate.POPULATION, Gate.RESPONDENT);

    @Autowired
    private Driver driver;

    @Autowired
    private FiledCity files;

    @Autowired
    private Scenes scenes;

    @Autowired
    private Memory memory;

    @Autowired
    private Understandings understandings;

    private final LocalDate day = LocalDate.now(Today.ZONE);
    private Understanding understanding;
    private Scene whole;
    private final Map<String, Set<String>> sentences = new HashMap<>();
    private final Map<String, Set<Gate>> gates = new HashMap<>();
    private List<Finding> found;

    @BeforeEach
    void file() {
        LookedAt.noMore(memory);
        TestNeo4j.wipe(driver);
        files.file(LabelledCity.all().getFirst().folder());
        understanding = understandings.grounds().understanding();
        whole = scenes.whole(understanding, day).scene();
        found = new Detector(whole, understanding, day, refusal -> {
                    sentences
                            .computeIfAbsent(refusal.asset(), key -> new HashSet<>())
                            .add(refusal.gate() + refusal.sentence());
                    gates.computeIfAbsent(refusal.asset(), key -> new HashSet<>())
                            .add(refusal.gate());
                })
                .ofUnits(whole.unitKeys());
    }

    @Test
    void theSameReasonsAndTheSameFindings() {
        for (var field : asked()) {
            var refusals = new HashSet<String>();
            var these = new HashSet<String>();
            ask(field, Surroundings.MOST, refusals, new HashSet<>(), these);

            assertThat(refusals).as(field).isEqualTo(sentences.getOrDefault(field, Set.of()));
            assertThat(these).as(field).isEqualTo(findingsOf(field, found));
        }
    }

    @Test
    void ofAUnitWithManyFieldsThoseAreEnoughThatTheGraphSaysAreNearby() {
        thoseNearbyAreEnough();
    }

    @Test
    void ofAUnitWithManyFieldsThoseAreEnoughThatAreKnownInMemory() throws InterruptedException {
        LookedAt.now(memory);
        assertThat(memory.answers(day)).isTrue();
        thoseNearbyAreEnough();
    }

    private void thoseNearbyAreEnough() {
        for (var field : asked()) {
            var alike = new HashSet<Gate>();
            var these = new HashSet<String>();
            ask(field, 2, new HashSet<>(), alike, these);

            assertThat(merged(alike)).as(field).isEqualTo(merged(gates.getOrDefault(field, Set.of())));
            assertThat(these).as(field).isEqualTo(findingsOf(field, found));
        }
    }

    private static Set<Gate> merged(Set<Gate> some) {
        var merged = new HashSet<>(some);
        if (merged.removeAll(AMONG_OTHERS)) {
            merged.add(Gate.TERRITORY);
        }
        return merged;
    }

    /// @param whole up to how many fields a unit is read whole
    private void ask(String field, int whole, Set<String> sentences, Set<Gate> gates, Set<String> findings) {
        var around = scenes.around(understanding, day, whole);
        var first = around.fields(List.of(field));
        var unit = Objects.requireNonNull(
                Objects.requireNonNull(first.member(field)).unitKey());
        var read = around.units(List.of(field), first, List.of(unit));
        var found = new Detector(read.scene(), understanding, day, refusal -> {
                    if (refusal.asset().equals(field)) {
                        sentences.add(refusal.gate() + refusal.sentence());
                        gates.add(refusal.gate());
                    }
                })
                .ofUnits(List.of(unit));
        findings.addAll(findingsOf(field, found));
    }

    private static Set<String> findingsOf(String field, List<Finding> found) {
        var codes = new TreeSet<String>();
        found.stream()
                .filter(one ->
                        one.parties().stream().anyMatch(party -> party.key().equals(field)))
                .forEach(one -> codes.add(one.code()));
        return codes;
    }

    /// Some of all fields that are of a unit, and some of those that are in a finding.
    private List<String> asked() {
        var fields = new ArrayList<String>();
        whole.owners()
                .forEach(owner -> whole.fieldsOf(owner).forEach(field -> {
                    if (field.unitKey() != null) {
                        fields.add(field.key());
                    }
                }));
        var parties = new ArrayList<String>();
        found.forEach(one -> one.parties().forEach(party -> parties.add(party.key())));
        for (var some : List.of(fields, parties)) {
            Collections.sort(some);
            Collections.shuffle(some, new Random(7));
        }
        var asked = new ArrayList<>(fields.subList(0, Math.min(ASKED, fields.size())));
        asked.addAll(parties.subList(0, Math.min(ASKED / 2, parties.size())));
        return asked;
    }
}
