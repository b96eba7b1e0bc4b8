package yuanliu.standards;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.DataElement;
import yuanliu.standards.Conformances.Use;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

@Controller
class CodeListController {

    private final CodeLists lists;
    private final Conformances conformances;

    CodeListController(CodeLists lists, Conformances conformances) {
        this.lists = lists;
        this.conformances = conformances;
    }

    @QueryMapping
    Optional<CodeList> codeList(@Argument String code) {
        return lists.find(code);
    }

    @QueryMapping
    Page<CodeList> codeLists(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String nameContains) {
        var fitting = lists.all().stream()
                .filter(list -> contains(nameContains, list.title())
                        || list.aliases().stream().anyMatch(alias -> contains(nameContains, alias)))
                .toList();
        return Page.cut(Window.of("codeLists|" + nameContains, first, after), fitting, list -> Cursor.at(list.code()));
    }

    @SchemaMapping
    Page<CodeListItem> items(
            CodeList list,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String nameContains) {
        var fitting = list.items().stream()
                .filter(item -> contains(nameContains, item.name()))
                .toList();
        return Page.cut(
                Window.of("items of %s|%s".formatted(list.code(), nameContains), first, after),
                fitting,
                item -> Cursor.at(item.code()));
    }

    private static boolean contains(@Nullable String part, String name) {
        return part == null || compared(name).contains(compared(part));
    }

    private static String compared(String text) {
        return Codes.key(text).toLowerCase(Locale.ROOT);
    }

    @BatchMapping(typeName = "CodeList", field = "elements")
    Map<CodeList, List<DataElement>> elements(List<CodeList> some) {
        return used(some, uses -> uses.stream().map(Use::element).toList());
    }

    @BatchMapping(typeName = "CodeList", field = "fields")
    Map<CodeList, Long> fields(List<CodeList> some) {
        return used(some, uses -> uses.stream().mapToLong(Use::fields).sum());
    }

    private <T> Map<CodeList, T> used(List<CodeList> some, Function<List<Use>, T> shown) {
        var uses = conformances.uses();
        return some.stream()
                .distinct()
                .collect(toMap(
                        Function.identity(),
                        list -> shown.apply(uses.getOrDefault(lists.key(list.code()), List.of()))));
    }

    @BatchMapping(typeName = "DataElement", field = "codeListing")
    Map<DataElement, CodeList> codeListing(List<DataElement> elements) {
        var listings = new HashMap<DataElement, CodeList>();
        for (var element : elements) {
            Optional.ofNullable(element.codeList()).flatMap(lists::find).ifPresent(list -> listings.put(element, list));
        }
        return listings;
    }
}
