package yuanliu.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import yuanliu.duplicates.detection.Finding;
import yuanliu.duplicates.detection.Kind;
import yuanliu.duplicates.detection.Role;

/// All of a nation's findings together do not fit into one transaction of Neo4j.
class FindingPartsTests {

    @Test
    void allAreInOnePartEachInTheirOrder() {
        var found = IntStream.range(0, 2_500).mapToObj(i -> finding(i, 2)).toList();

        var parts = Findings.parts(found);

        assertThat(parts).extracting(List::size).containsExactly(1_000, 1_000, 500);
        assertThat(parts.stream().flatMap(Collection::stream)).isEqualTo(found);
    }

    @Test
    void manyPartiesAreManyParts() {
        var found = IntStream.range(0, 5).mapToObj(i -> finding(i, 9_000)).toList();

        assertThat(Findings.parts(found)).extracting(List::size).containsExactly(2, 2, 1);
    }

    @Test
    void oneThatIsTooBigIsAPartOfItsOwn() {
        var found = List.of(finding(1, 3), finding(2, 30_000), finding(3, 3));

        assertThat(Findings.parts(found)).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void ofOneCodeTheFirstCounts() {
        var found = List.of(finding(1, 3), finding(2, 2), finding(1, 4));

        assertThat(Findings.parts(found)).containsExactly(found.subList(0, 2));
    }

    @Test
    void ofNothingThereIsNoPart() {
        assertThat(Findings.parts(List.of())).isEmpty();
    }

    private static Finding finding(int number, int parties) {
        var some = new ArrayList<Finding.Party>();
        IntStream.range(0, parties)
                .forEach(i -> some.add(new Finding.Party("R" + number + "-" + i, false, Role.COPY, 1)));
        return new Finding(Kind.CATALOGUE_ENTRY, null, "R" + number, "重复编目", some, 0.9, List.of(), "合并", 0);
    }
}
