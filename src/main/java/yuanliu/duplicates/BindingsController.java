package yuanliu.duplicates;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.DataField;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Shows what fields are taken for, and takes what people decide of it.
@Controller
class BindingsController {

    private final Bindings bindings;
    private final Ledger ledger;

    BindingsController(Bindings bindings, Ledger ledger) {
        this.bindings = bindings;
        this.ledger = ledger;
    }

    @QueryMapping
    Page<Binding> bindings(
            @Argument @Nullable BindingFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var asked = filter == null ? BindingFilter.ALL : filter;
        asked.check();
        return bindings.page(asked, Window.of("bindings|" + asked, first, after));
    }

    @MutationMapping
    BindingChange confirmBinding(@Argument BindingMove input) {
        return bindings.confirm(input);
    }

    @MutationMapping
    BindingChange rejectBinding(@Argument BindingMove input) {
        return bindings.reject(input);
    }

    @BatchMapping(typeName = "DataField")
    Map<DataField, Binding> binding(List<DataField> fields) {
        return bindings.of(fields);
    }

    @BatchMapping(typeName = "Binding")
    Map<Binding, List<BindingDecision>> history(List<Binding> some) {
        return bindings.histories(some);
    }

    @BatchMapping(typeName = "Binding")
    Map<Binding, SourceUnit> unit(List<Binding> some) {
        var units = ledger.byKey(
                some.stream().map(Binding::unitKey).filter(Objects::nonNull).collect(toSet()));
        var unitOf = new HashMap<Binding, SourceUnit>();
        for (var binding : some) {
            var unit = binding.unitKey() == null ? null : units.get(binding.unitKey());
            if (unit != null) {
                unitOf.put(binding, unit);
            }
        }
        return unitOf;
    }
}
