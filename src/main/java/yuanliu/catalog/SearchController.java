package yuanliu.catalog;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.web.Window;

@Controller
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @QueryMapping
    SearchConnection search(
            @Argument String text,
            @Argument @Nullable List<Kind> kinds,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        var looked = new SearchText(text);
        Set<Kind> among = kinds == null ? Search.everyKind() : Set.copyOf(kinds);
        var window = Window.of("search %s %s".formatted(looked, new TreeSet<>(among)), first, after);
        return SearchConnection.of(
                looked, among, window, search.find(looked, among, window, NamesAlone.areAskedFor(environment)));
    }

    @SchemaMapping
    int totalCount(SearchConnection found) {
        return Math.toIntExact(search.count(found.text(), found.kinds()));
    }
}
