package yuanliu.duplicates;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.BindingChange.BindingDecided;
import yuanliu.duplicates.BindingChange.IllegalBinding;
import yuanliu.duplicates.BindingChange.StaleBinding;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.FieldName;
import yuanliu.ownership.StaleUnits;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What fields without a filed element are taken for, and what people decide of it. A decision is undone by another
/// decision alone; it gives way to an element that is filed, and counts again when that is filed no more.
@Component
@Transactional(readOnly = true)
class Bindings {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final StaleUnits units;
    private final Statement fitting;
    private final Statement ofFields;
    private final Statement decisions;
    private final Statement locked;
    private final Statement decided;

    Bindings(Neo4jClient graph, Catalog catalog, StaleUnits units, CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.units = units;
        this.fitting = cypher.get("duplicates/bindings");
        this.ofFields = cypher.get("duplicates/bindings-of-fields");
        this.decisions = cypher.get("duplicates/decisions-of-fields");
        this.locked = cypher.get("duplicates/locked-field");
        this.decided = cypher.get("duplicates/decided-binding");
    }

    /// Surest first, then by the field's code.
    Page<Binding> page(BindingFilter filter, Window window) {
        @SuppressWarnings("unchecked")
        var sought = (Map<String, Object>) (Map<String, ?>) sought(filter);
        var shown = graph.query(fitting.text())
                .bindAll(sought)
                .bind(
                        filter.states() == null
                                ? null
                                : filter.states().stream().map(Enum::name).toList())
                .to("states")
                .bind(Codes.keyOrNull(filter.department()))
                .to("department")
                .bind(Codes.keyOrNull(filter.resource()))
                .to("resource")
                .bind(Codes.keyOrNull(filter.element()))
                .to("element")
                .bind(Codes.keyOrNull(filter.unit()))
                .to("unit")
                .bind(filter.minConfidence())
                .to("minConfidence")
                .bind(window.afterDecimal(0))
                .to("afterConfidence")
                .bind(window.afterValue(1))
                .to("afterCode")
                .bind(window.oneMore())
                .to("limit")
                .fetchAs(Shown.class)
                .mappedBy((types, row) ->
                        new Shown(row.get("total").asLong(), row.get("bindings").asList(Binding::from)))
                .one()
                .orElseThrow();
        return Page.of(
                window,
                shown.bindings(),
                shown.total(),
                binding -> Cursor.at(binding.confidence(), binding.field().code()));
    }

    /// By what proposals are sought, the narrowest that is asked for: a nation has millions.
    private static Map<String, @Nullable Object> sought(BindingFilter filter) {
        var sought = new LinkedHashMap<String, @Nullable Object>();
        var unit = Codes.keyOrNull(filter.unit());
        sought.put("ofUnit", unit == null ? null : Scene.unscoped(unit));
        sought.put("ofElement", Codes.keyOrNull(filter.element()));
        sought.put("ofOwner", Codes.keyOrNull(filter.resource()));
        sought.put("ofDepartment", Codes.keyOrNull(filter.department()));
        var narrowed = false;
        for (var by : sought.entrySet()) {
            if (narrowed) {
                by.setValue(null);
            }
            narrowed |= by.getValue() != null;
        }
        sought.put("ofAll", narrowed ? List.of() : List.of(true));
        return sought;
    }

    /// By field; those of which nothing was proposed or decided are left out.
    Map<DataField, Binding> of(Collection<DataField> fields) {
        var byCode = new HashMap<String, Binding>();
        read(fields.stream().map(field -> Codes.key(field.code())).toList()).forEach(now -> {
            if (now.binding() != null) {
                byCode.put(now.field().code(), now.binding());
            }
        });
        var of = new HashMap<DataField, Binding>();
        fields.forEach(field -> {
            var binding = byCode.get(field.code());
            if (binding != null) {
                of.put(field, binding);
            }
        });
        return of;
    }

    /// All that was decided, by binding, in its order.
    Map<Binding, List<BindingDecision>> histories(Collection<Binding> bindings) {
        var byField = graph
                .query(decisions.text())
                .bind(bindings.stream()
                        .map(binding -> Codes.key(binding.field().code()))
                        .distinct()
                        .toList())
                .to("keys")
                .fetchAs(OfField.class)
                .mappedBy((types, row) ->
                        new OfField(row.get("field").asString(), BindingDecision.from(row.get("decision"))))
                .all()
                .stream()
                .collect(groupingBy(OfField::field, mapping(OfField::decision, toList())));
        var histories = new HashMap<Binding, List<BindingDecision>>();
        bindings.forEach(binding ->
                histories.put(binding, byField.getOrDefault(binding.field().code(), List.of())));
        return histories;
    }

    /// That a field is of an element: of the one that is proposed, or of the one that is said.
    ///
    /// @throws yuanliu.web.BadRequest when it is not said who decides and why
    /// @throws NotThere               when there is no such field
    @Transactional
    BindingChange confirm(BindingMove move) {
        move.check();
        var now = locked(move);
        if (now.version() != move.version()) {
            return new StaleBinding(now.field(), now.binding(), now.version(), move.version());
        }
        if (now.filed() != null && !now.byPerson()) {
            return IllegalBinding.filed(now.field(), now.binding(), now.filed());
        }
        var proposed = now.proposed();
        var element = element(move, proposed);
        if (element.isEmpty()) {
            return move.element() == null
                    ? IllegalBinding.nothing(now.field(), now.binding())
                    : IllegalBinding.unknown(now.field(), now.binding(), move.element());
        }
        var asProposed = thatIsOf(element.get(), proposed);
        var subject = said(move.subject(), asProposed == null ? null : asProposed.subject());
        var qualifier = said(move.qualifier(), asProposed == null ? null : asProposed.qualifier());
        if (now.isConfirmed(element.get(), move.subject() == null, subject, move.qualifier() == null, qualifier)) {
            return IllegalBinding.confirmed(now.field(), now.binding(), element.get());
        }
        return decide(now, true, element.get(), subject, qualifier, move);
    }

    /// That a field is not of the element that was proposed or confirmed.
    ///
    /// @throws yuanliu.web.BadRequest when it is not said who decides and why
    /// @throws NotThere               when there is no such field
    @Transactional
    BindingChange reject(BindingMove move) {
        move.check();
        var now = locked(move);
        if (now.version() != move.version()) {
            return new StaleBinding(now.field(), now.binding(), now.version(), move.version());
        }
        var binding = now.binding();
        var open = binding != null && binding.state() != BindingState.REJECTED ? binding : null;
        var element = element(move, open);
        if (element.isEmpty()) {
            return move.element() == null
                    ? IllegalBinding.nothing(now.field(), binding)
                    : IllegalBinding.unknown(now.field(), binding, move.element());
        }
        if (now.rejected().contains(Codes.key(element.get().code()))) {
            return IllegalBinding.rejected(now.field(), binding, element.get());
        }
        if (open == null || !open.element().code().equals(element.get().code())) {
            return IllegalBinding.notProposed(now.field(), binding, element.get());
        }
        return decide(now, false, element.get(), open.subject(), open.qualifier(), move);
    }

    private Optional<DataElement> element(BindingMove move, @Nullable Binding binding) {
        if (move.element() == null) {
            return Optional.ofNullable(binding).map(Binding::element);
        }
        return catalog.find(Kind.DATA_ELEMENT, Codes.key(move.element())).map(DataElement.class::cast);
    }

    private static @Nullable Binding thatIsOf(DataElement element, @Nullable Binding binding) {
        return binding != null && binding.element().code().equals(element.code()) ? binding : null;
    }

    private static @Nullable String said(@Nullable String said, @Nullable String otherwise) {
        return said == null ? otherwise : said.isBlank() ? null : said.strip();
    }

    private BindingChange decide(
            Now now,
            boolean confirmed,
            DataElement element,
            @Nullable String subject,
            @Nullable String qualifier,
            BindingMove move) {
        var key = Codes.key(now.field().code());
        var asShown = thatIsOf(element, now.binding());
        var decision = new HashMap<String, @Nullable Object>();
        decision.put("key", key + "|" + (now.version() + 1));
        decision.put("number", now.version() + 1);
        decision.put("name", FieldName.of(now.field().name()).whole());
        decision.put("element", Codes.key(element.code()));
        decision.put("subject", subject);
        decision.put("qualifier", qualifier);
        decision.put("confirmed", confirmed);
        decision.put("current", true);
        decision.put("confidence", asShown == null ? 1.0 : asShown.confidence());
        decision.put("signals", asShown == null ? null : DuplicateFinding.written(asShown.signals()));
        decision.put("by", move.by());
        decision.put("reason", move.reason());
        decision.put("document", move.document());
        decision.put("at", OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.MILLIS));
        graph.query(decided.text())
                .bind(key)
                .to("field")
                .bind(decision)
                .to("decision")
                .run();
        units.hold(List.of(key));
        return new BindingDecided(
                java.util.Objects.requireNonNull(read(List.of(key)).getFirst().binding()));
    }

    private Now locked(BindingMove move) {
        var key = Codes.key(move.field());
        graph.query(locked.text()).bind(key).to("key").run();
        return read(List.of(key)).stream().findFirst().orElseThrow(() -> new NotThere("field", move.field()));
    }

    private List<Now> read(List<String> keys) {
        return List.copyOf(graph.query(ofFields.text())
                .bind(keys)
                .to("keys")
                .fetchAs(Now.class)
                .mappedBy((types, row) -> Now.from(row))
                .all());
    }

    /// A field as it stands.
    ///
    /// @param filed    what it is linked to
    /// @param byPerson whether by a decision and not by filing
    /// @param rejected keys of elements
    private record Now(
            DataField field,
            @Nullable DataElement filed,
            boolean byPerson,
            long version,
            List<String> rejected,
            @Nullable Binding binding) {

        static Now from(Record row) {
            return new Now(
                    DataField.from(row.get("field")),
                    row.get("filed").isNull() ? null : DataElement.from(row.get("filed")),
                    row.get("byPerson").asBoolean(),
                    row.get("version").asLong(),
                    row.get("rejected").asList(Value::asString),
                    row.get("binding").isNull() ? null : Binding.from(row.get("binding")));
        }

        @Nullable
        Binding proposed() {
            return binding != null && binding.state() == BindingState.PROPOSED ? binding : null;
        }

        boolean isConfirmed(
                DataElement element,
                boolean anySubject,
                @Nullable String subject,
                boolean anyQualifier,
                @Nullable String qualifier) {
            return binding != null
                    && binding.state() == BindingState.CONFIRMED
                    && binding.element().code().equals(element.code())
                    && (anySubject || java.util.Objects.equals(subject, binding.subject()))
                    && (anyQualifier || java.util.Objects.equals(qualifier, binding.qualifier()));
        }
    }

    private record Shown(long total, List<Binding> bindings) {}

    private record OfField(String field, BindingDecision decision) {}
}
