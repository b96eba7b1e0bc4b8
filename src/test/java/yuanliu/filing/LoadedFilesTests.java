package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yuanliu.filing.reading.CataloguePackages;

/// Each of these files into a graph in which nothing is, and so compares it with what would be loaded: see
/// [GivenFilings#file].
class LoadedFilesTests extends GivenFilings {

    @Test
    void theDemonstrationCity() throws IOException {
        try (var city = CataloguePackages.open(Path.of("src", "main", "resources", "demo-city"), Path.of("target"))) {
            assertThat(file(city, false).counts())
                    .allSatisfy(counts -> assertThat(counts.filed()).isEqualTo(counts.read()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatCarelessPeopleFillIn(long seed) {
        var filed = file(DirtyPackage.of(seed), false);

        assertThat(filed.problems()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void inManyParts(long seed) {
        var filed = file(DirtyPackage.of(seed), false, 20_000);

        assertThat(filed.problems()).isNotEmpty();
    }
}
