package yuanliu.filing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/// Where that goes which a package says: the graph itself, or files that a graph is made of.
sealed interface Destination permits FilingGraph, ImportFiles {

    /// Whether nothing is there that a package may say something about. Then nothing is read either.
    boolean isEmpty();

    List<Record> read(String statement, Map<String, ? extends @Nullable Object> parameters);

    /// What is written at once or not at all.
    void write(Consumer<Writing> work);

    /// Takes what is written, as rows of a statement under `cypher/filing`.
    interface Writing {

        void run(String statement, String parameter, List<?> rows);
    }
}
