package yuanliu.catalog;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a question asks of things for nothing but what they are called: then nothing else of them need be read. It
/// is
/// told by the question's text: what is left out by a directive counts as asked for.
public final class NamesAlone {

    private static final Set<String> NAMES = Set.of("__typename", "id", "code", "name");
    /// How a page tells of what is on it.
    private static final List<List<String>> ON_A_PAGE = List.of(List.of("nodes"), List.of("edges", "node"));

    private NamesAlone() {}

    /// @param asked where a page is asked for
    /// @param below where the things are in what is on it, as a path; empty when they are on it themselves
    public static boolean areAskedFor(DataFetchingEnvironment asked, String... below) {
        var fragments = asked.getFragmentsByName();
        var onIt = asked.getMergedField().getFields();
        return ON_A_PAGE.stream().allMatch(on -> {
            var fields = onIt.stream();
            for (var step : Stream.concat(on.stream(), Stream.of(below)).toList()) {
                fields = fields.flatMap(field -> of(field.getSelectionSet(), fragments))
                        .filter(field -> field.getName().equals(step));
            }
            return fields.flatMap(field -> of(field.getSelectionSet(), fragments))
                    .map(Field::getName)
                    .allMatch(NAMES::contains);
        });
    }

    private static Stream<Field> of(@Nullable SelectionSet selected, Map<String, FragmentDefinition> fragments) {
        return selected == null
                ? Stream.of()
                : selected.getSelections().stream().flatMap(selection -> switch (selection) {
                    case Field field -> Stream.of(field);
                    case InlineFragment inline -> of(inline.getSelectionSet(), fragments);
                    case FragmentSpread spread -> {
                        var fragment = fragments.get(spread.getName());
                        yield fragment == null ? Stream.of() : of(fragment.getSelectionSet(), fragments);
                    }
                    default -> throw new IllegalStateException("Unknown selection " + selection);
                });
    }
}
