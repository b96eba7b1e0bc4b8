package yuanliu.catalog;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a question asks of things for nothing but what they are called: then nothing else of them need be read.
public final class NamesAlone {

    private static final Set<String> NAMES = Set.of("__typename", "id", "code", "name");
    /// How a page tells of what is on it.
    private static final List<String> ON_A_PAGE = List.of("nodes", "edges/node");

    private NamesAlone() {}

    /// @param selected what is asked for of a page
    /// @param below    where the things are in what is on it, as a path; empty when they are on it themselves
    public static boolean areAskedFor(DataFetchingFieldSelectionSet selected, String... below) {
        return ON_A_PAGE.stream()
                .map(on -> String.join(
                        "/", Stream.concat(Stream.of(on), Arrays.stream(below)).toList()))
                .flatMap(path -> selected.getFields(path + "/*").stream())
                .map(SelectedField::getName)
                .allMatch(NAMES::contains);
    }
}
