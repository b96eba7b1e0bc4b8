package yuanliu.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.web.Page;
import yuanliu.web.Window;

@Controller
class ListController {

    private final Lists lists;

    ListController(Lists lists) {
        this.lists = lists;
    }

    @QueryMapping
    Page<Department> departments(
            @Argument @Nullable DepartmentFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var which = filter == null ? DepartmentFilter.ALL : filter;
        return lists.departments(which, Window.of(which.toString(), first, after));
    }

    @QueryMapping
    Page<DataResource> dataResources(
            @Argument @Nullable DataResourceFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var which = filter == null ? DataResourceFilter.ALL : filter;
        return lists.resources(which, Window.of(which.toString(), first, after));
    }
}
