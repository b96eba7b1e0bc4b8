package yuanliu.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The files of `cypher/browser/`: the same questions as the API's, for those who would rather see a graph.
@Component
class SavedQueries {

    private static final String ENDING = ".cypher";

    private final List<SavedQuery> all;

    SavedQueries() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:cypher/browser/*" + ENDING);
            this.all = Stream.of(files)
                    .map(file -> {
                        var name = Objects.requireNonNull(file.getFilename());
                        try {
                            return SavedQuery.of(
                                    name.substring(0, name.length() - ENDING.length()),
                                    file.getContentAsString(StandardCharsets.UTF_8));
                        } catch (IOException failure) {
                            throw new UncheckedIOException(name, failure);
                        }
                    })
                    .sorted(Comparator.comparing(SavedQuery::name))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder cypher/browser/ cannot be read", failure);
        }
    }

    List<SavedQuery> all() {
        return all;
    }
}
