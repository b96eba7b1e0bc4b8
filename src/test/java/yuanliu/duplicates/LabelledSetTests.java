package yuanliu.duplicates;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The labelled set is judged by itself here, without any detector: it must not contradict its packages, itself, or
/// what the readings ask of each kind of finding.
class LabelledSetTests {

    private static final List<String> KINDS = List.of(
            "CROSS_DEPARTMENT",
            "UNDESIGNATED_SOURCE",
            "WITHIN_DEPARTMENT",
            "BETWEEN_LEVELS",
            "FORMS",
            "CATALOGUE_ENTRY",
            "COPY_FILED_AS_SOURCE",
            "LIBRARY");
    private static final Set<String> WITHOUT_UNIT = Set.of("CATALOGUE_ENTRY", "LIBRARY");

    private final List<LabelledCity> cities = LabelledCity.all();

    @Test
    void thereAreThreeHundredFindingsAndThreeHundredTraps() {
        assertThat(labels(Label::isFinding)).hasSizeGreaterThanOrEqualTo(300);
        assertThat(labels(Label::isTrap)).hasSizeGreaterThanOrEqualTo(300);
    }

    @Test
    void everyKindHasTwentyFindings() {
        var byKind = labels(Label::isFinding).stream().collect(groupingBy(Label::kind, counting()));

        assertThat(byKind.keySet()).containsExactlyInAnyOrderElementsOf(KINDS);
        assertThat(byKind.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(20));
    }

    @Test
    void aThirdOfTheCitiesIsHeldOutAndHasEveryKind() {
        var heldOut = cities.stream().filter(LabelledCity::heldOut).toList();
        var kinds = heldOut.stream()
                .flatMap(city -> city.labels().stream())
                .filter(Label::isFinding)
                .map(Label::kind)
                .collect(toSet());

        assertThat(heldOut.size() * 3).isEqualTo(cities.size());
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @Test
    void noCityIsBothTunedAndHeldOut() {
        assertThat(cities).extracting(LabelledCity::name).doesNotHaveDuplicates();
        assertThat(cities.stream().map(LabelledCity::region)).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeThatALabelNamesIsInItsPackage() {
        for (var city : cities) {
            for (var label : city.labels()) {
                assertThat(label.named())
                        .as("%s: %s", city.name(), label.reason())
                        .isNotEmpty()
                        .allMatch(city::hasAsset);
                if (!label.unit().isEmpty()) {
                    assertThat(city.elements()).contains(label.element());
                }
            }
        }
    }

    @Test
    void whatAPackageNamesIsInIt() {
        for (var city : cities) {
            assertThat(city.dangling()).as(city.name()).isEmpty();
            assertThat(city.twice()).as(city.name()).isEmpty();
        }
    }

    @Test
    void everyLabelSaysWhatItIsAndWhy() {
        assertThat(labels(label -> true)).allSatisfy(label -> {
            assertThat(label.isFinding()).isNotEqualTo(label.isTrap());
            assertThat(KINDS).contains(label.kind());
            assertThat(label.reason()).endsWith("。").hasSizeGreaterThan(12);
            assertThat(label.trap().isEmpty()).isEqualTo(label.isFinding());
            assertThat(label.maxBand()).isIn("", "HIGH", "MEDIUM", "LOW");
            assertThat(label.keeper().isEmpty()).isEqualTo(label.isTrap() || !WITHOUT_UNIT.contains(label.kind()));
            if (label.isFinding()) {
                assertThat(label.unit().isEmpty()).isEqualTo(WITHOUT_UNIT.contains(label.kind()));
            }
        });
    }

    @Test
    void noLabelIsThereTwice() {
        for (var city : cities) {
            assertThat(city.labels().stream().map(Label::identity))
                    .as(city.name())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void noTrapContradictsAFinding() {
        for (var city : cities) {
            for (var trap : city.labels(Label::isTrap)) {
                assertThat(city.labels(Label::isFinding))
                        .as("%s: %s", city.name(), trap.reason())
                        .noneMatch(trap::isSprungBy);
            }
        }
    }

    @Test
    void onlyLiveFieldsOfWhatIsNotExemptAreAccused() {
        for (var city : cities) {
            for (var finding : city.labels(Label::hasFields)) {
                assertThat(finding.parties())
                        .as("%s: %s", city.name(), finding.reason())
                        .allMatch(city::isLive)
                        .noneMatch(city::isExempt)
                        .noneMatch(city::isVerified);
            }
        }
    }

    @Test
    void whoCollectsHasNoLineage() {
        for (var city : cities) {
            for (var finding :
                    city.labels(label -> label.hasFields() && !label.kind().equals("COPY_FILED_AS_SOURCE"))) {
                assertThat(finding.parties())
                        .as("%s: %s", city.name(), finding.reason())
                        .allMatch(city::mayCollect)
                        .noneMatch(city::hasFieldLineage);
            }
        }
    }

    @Test
    void acrossDepartmentsIsAcrossLinesOfADesignatedSource() {
        for (var city : cities) {
            for (var finding : city.findings("CROSS_DEPARTMENT")) {
                var sources = finding.sources().stream().map(city::lineOf).collect(toSet());

                assertThat(sources).as(finding.reason()).hasSize(1);
                assertThat(city.designatedLines(finding.unit())).containsExactlyElementsOf(sources);
                assertThat(finding.parties().stream().map(city::lineOf)).doesNotContainAnyElementsOf(sources);
                assertThat(finding.parties())
                        .allMatch(party -> finding.sources().stream().anyMatch(source -> city.meet(party, source)));
            }
        }
    }

    @Test
    void anUndesignatedSourceHasNoDesignationAndTwoLines() {
        for (var city : cities) {
            for (var finding : city.findings("UNDESIGNATED_SOURCE")) {
                assertThat(city.designatedLines(finding.unit()))
                        .as(finding.reason())
                        .isEmpty();
                assertThat(finding.parties())
                        .as(finding.reason())
                        .allMatch(party -> finding.parties().stream()
                                .anyMatch(other ->
                                        !city.lineOf(party).equals(city.lineOf(other)) && city.meet(party, other)));
            }
        }
    }

    @Test
    void withinADepartmentAreTwoSystems() {
        for (var city : cities) {
            for (var finding : city.findings("WITHIN_DEPARTMENT")) {
                assertThat(finding.named().stream().map(city::departmentOf).collect(toSet()))
                        .as(finding.reason())
                        .hasSize(1);
                assertThat(finding.named().stream().map(city::systemOf).collect(toSet()))
                        .as(finding.reason())
                        .doesNotContain("")
                        .hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void betweenLevelsIsOneLineInOverlappingTerritory() {
        for (var city : cities) {
            for (var finding : city.findings("BETWEEN_LEVELS")) {
                assertThat(finding.named().stream().map(city::lineOf).collect(toSet()))
                        .as(finding.reason())
                        .hasSize(1);
                assertThat(finding.named())
                        .as(finding.reason())
                        .allMatch(party -> finding.named().stream()
                                .anyMatch(other -> !city.departmentOf(party).equals(city.departmentOf(other))
                                        && city.meet(party, other)));
            }
        }
    }

    @Test
    void formsAskTheSameRespondentsInOverlappingTerritory() {
        for (var city : cities) {
            for (var finding : city.findings("FORMS")) {
                assertThat(finding.parties().stream().map(city::respondentOf).collect(toSet()))
                        .as(finding.reason())
                        .hasSize(1)
                        .doesNotContain("");
                assertThat(finding.parties())
                        .as(finding.reason())
                        .allMatch(party -> finding.parties().stream()
                                .anyMatch(other ->
                                        !city.ownerOf(party).equals(city.ownerOf(other)) && city.meet(party, other)));
            }
        }
    }

    @Test
    void aCopyFiledAsSourceComesFromElsewhereAndGoesOn() {
        for (var city : cities) {
            for (var finding : city.findings("COPY_FILED_AS_SOURCE")) {
                assertThat(finding.parties())
                        .as(finding.reason())
                        .allMatch(city::isFiledAsOwn)
                        .allMatch(city::comesFromAnotherDepartment)
                        .allMatch(city::goesOn);
            }
        }
    }

    @Test
    void twoLibrariesDrawOnTheSameResourceAndNotOnEachOther() {
        for (var city : cities) {
            for (var finding : city.findings("LIBRARY")) {
                var libraries = finding.named();

                assertThat(libraries).as(finding.reason()).hasSizeGreaterThan(1).allMatch(city::isOfALibrary);
                assertThat(libraries.stream().map(city::drawsOn).reduce(LabelledSetTests::common))
                        .as(finding.reason())
                        .hasValueSatisfying(shared -> assertThat(shared).isNotEmpty());
                assertThat(libraries.stream().flatMap(library -> city.drawsOn(library).stream()))
                        .doesNotContainAnyElementsOf(libraries);
            }
        }
    }

    @Test
    void doubleEntriesHaveNoLineageBetweenThem() {
        for (var city : cities) {
            for (var finding : city.findings("CATALOGUE_ENTRY")) {
                assertThat(finding.named())
                        .as(finding.reason())
                        .hasSizeGreaterThan(1)
                        .allMatch(city::isLive);
                assertThat(finding.named().stream().flatMap(entry -> city.drawsOn(entry).stream()))
                        .doesNotContainAnyElementsOf(finding.named());
            }
        }
    }

    private static Set<String> common(Set<String> some, Set<String> others) {
        var common = new HashSet<>(some);
        common.retainAll(others);
        return common;
    }

    private List<Label> labels(Predicate<Label> which) {
        return cities.stream()
                .flatMap(city -> city.labels().stream())
                .filter(which)
                .toList();
    }

    /// One row of `labels.csv`.
    record Label(
            String label,
            String kind,
            String unit,
            List<String> parties,
            List<String> sources,
            String keeper,
            String maxBand,
            String trap,
            String reason) {

        boolean isFinding() {
            return label.equals("FINDING");
        }

        boolean isTrap() {
            return label.equals("TRAP");
        }

        boolean hasFields() {
            return isFinding() && !WITHOUT_UNIT.contains(kind);
        }

        String element() {
            return unit.split("/")[0];
        }

        /// Everybody whom the row names, whatever the role.
        List<String> named() {
            var all = new ArrayList<>(parties);
            all.addAll(sources);
            if (!keeper.isEmpty()) {
                all.add(keeper);
            }
            return List.copyOf(all);
        }

        String identity() {
            return String.join(
                    "|", Stream.of(label, kind, unit, String.join("、", parties)).toList());
        }

        /// Whether a finding says what this trap says must not be said: that its one asset is a party, or that two of
        /// its assets are.
        boolean isSprungBy(Label finding) {
            var named = finding.named();
            return finding.kind.equals(kind)
                    && (unit.isEmpty() || finding.unit.equals(unit))
                    && parties.stream().filter(named::contains).count() >= Math.min(2, parties.size());
        }
    }
}
