package yuanliu.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import yuanliu.filing.reading.Sheet;

/// Where that goes which a package says: the graph itself, or files that a graph is made of.
sealed interface Destination permits FilingGraph, ImportFiles {

    /// How many rows are best written at once.
    int batch();

    /// How many batches may wait for each of the threads that they go through.
    int waiting();

    /// Whether nothing is there that a package may say something about. Then nothing is read either.
    boolean isEmpty();

    List<Record> read(String statement, Map<String, ? extends @Nullable Object> parameters);

    /// What is written at once or not at all.
    void write(Consumer<Writing> work);

    /// Takes what is written, as rows of a statement under `cypher/filing`.
    interface Writing {

        void run(String statement, String parameter, List<?> rows);

        /// What has changed of these, by `written-…`.
        void things(String statements, List<Thing> things);

        /// What these are linked to anew, by `linked-…`.
        void links(String statements, List<Thing> things);

        /// @param owners the sheet of what has the fields
        void newFields(Sheet owners, List<NewField> fields);

        void derivations(String statement, LocalDate filedOn, List<Derived> rows);
    }

    /// A field that is not there yet.
    ///
    /// @param owner the key of what has it
    /// @param unit  the key of its unit; neither element nor unit where none is represented
    record NewField(
            Thing field,
            String owner,
            @Nullable String element,
            @Nullable String unit) {}

    /// A derivation as it is to be.
    ///
    /// @param version which it had when it was read; 0 of one that is not there yet
    record Derived(Thing derivation, String down, String up, long version) {}
}
