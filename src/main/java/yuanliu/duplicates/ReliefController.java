package yuanliu.duplicates;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.duplicates.Burden.RepeatedAsking;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Answers what need not be collected any more, and what came back.
@Controller
class ReliefController {

    private final Reliefs reliefs;
    private final Burdens burdens;
    private final Recurrences recurrences;
    private final Ledger ledger;

    ReliefController(Reliefs reliefs, Burdens burdens, Recurrences recurrences, Ledger ledger) {
        this.reliefs = reliefs;
        this.burdens = burdens;
        this.recurrences = recurrences;
        this.ledger = ledger;
    }

    @QueryMapping
    Page<StoppableField> stoppable(
            @Argument String department, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return reliefs.stoppable(department, Window.of("stoppable|" + department, first, after));
    }

    @QueryMapping
    FormRelief formRelief(@Argument String form) {
        return reliefs.ofForm(form);
    }

    @QueryMapping
    Burden burden(@Argument String respondent) {
        return burdens.of(respondent);
    }

    @QueryMapping
    Page<Recurrence> recurrences(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return recurrences.page(Window.of("recurrences", first, after));
    }

    @BatchMapping(typeName = "RepeatedAsking")
    Map<RepeatedAsking, SourceUnit> unit(List<RepeatedAsking> some) {
        var units = ledger.byKey(some.stream().map(RepeatedAsking::unitKey).collect(toSet()));
        var unitOf = new HashMap<RepeatedAsking, SourceUnit>();
        some.forEach(one -> {
            var unit = units.get(one.unitKey());
            if (unit != null) {
                unitOf.put(one, unit);
            }
        });
        return unitOf;
    }
}
