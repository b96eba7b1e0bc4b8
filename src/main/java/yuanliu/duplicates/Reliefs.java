package yuanliu.duplicates;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Form;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.CollectionCheck.CollectionVerdict;
import yuanliu.duplicates.CollectionCheck.PlannedFieldVerdict;
import yuanliu.duplicates.CollectionChecks.Hint;
import yuanliu.duplicates.CollectionPlan.PlannedField;
import yuanliu.duplicates.FormRelief.FieldRelief;
import yuanliu.duplicates.FormRelief.Relief;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.NotThere;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// What need not be collected any more: by a department, and with a form.
@Component
@Transactional(readOnly = true)
class Reliefs {

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final CollectionChecks checks;
    private final Today today;
    private final Statement accused;
    private final Statement entitlements;
    private final Statement formAsPlan;
    private final Statement verifiedUnits;

    Reliefs(Neo4jClient graph, Catalog catalog, CollectionChecks checks, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.catalog = catalog;
        this.checks = checks;
        this.today = today;
        this.accused = cypher.get("duplicates/accused-of-department");
        this.entitlements = cypher.get("duplicates/entitlements");
        this.formAsPlan = cypher.get("duplicates/form-as-plan");
        this.verifiedUnits = cypher.get("duplicates/verified-units");
    }

    /// What can be stopped at once first, then by the field's code and the finding's.
    ///
    /// @throws NotThere when there is no such department
    Page<StoppableField> stoppable(String department, Window window) {
        var key = Codes.key(department);
        catalog.find(Kind.DEPARTMENT, key).orElseThrow(() -> new NotThere("department", department));
        var accusations = List.copyOf(graph.query(accused.text())
                .bind(key)
                .to("department")
                .fetchAs(Accusation.class)
                .mappedBy((types, row) -> Accusation.from(row))
                .all());
        var footings = entitlements(
                accusations.stream()
                        .flatMap(one -> one.source().stream())
                        .map(Reliefs::key)
                        .toList(),
                key);
        var stoppable = new ArrayList<StoppableField>();
        for (var one : accusations) {
            var source = one.source().orElse(null);
            var entitlement = source == null ? null : footings.get(key(source));
            if (source != null && entitlement != null) {
                stoppable.add(new StoppableField(
                        one.field(),
                        one.finding(),
                        source,
                        entitlement.resource(),
                        entitlement.provider(),
                        entitlement.footing(),
                        entitlement.agreements(),
                        entitlement.steps(
                                source.name(),
                                one.owner(),
                                one.form(),
                                one.field().name())));
            }
        }
        stoppable.sort(comparing(StoppableField::footing)
                .thenComparing(one -> one.field().code(), Codes.ORDER)
                .thenComparing(one -> one.finding().code(), Codes.ORDER));
        return Page.cut(
                window,
                stoppable,
                one -> Cursor.at(one.field().code(), one.finding().code()));
    }

    private record Accusation(
            DataField field, String owner, boolean form, DuplicateFinding finding, Optional<DataField> source) {

        static Accusation from(Record row) {
            return new Accusation(
                    DataField.from(row.get("field")),
                    row.get("owner").asString(),
                    row.get("form").asBoolean(),
                    DuplicateFinding.from(row.get("finding")),
                    row.get("sources").asList(DataField::from).stream().findFirst());
        }
    }

    private Map<String, Entitlement> entitlements(Collection<String> fields, @Nullable String department) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("fields", fields.stream().distinct().toList());
        parameters.put("department", department);
        parameters.put("day", today.date());
        var found = new HashMap<String, Entitlement>();
        @SuppressWarnings("unchecked")
        var bound = (Map<String, Object>) (Map<String, ?>) parameters;
        graph.query(entitlements.text())
                .bindAll(bound)
                .fetchAs(Record.class)
                .mappedBy((types, row) -> row)
                .all()
                .forEach(row -> found.put(row.get("field").asString(), Entitlement.from(row)));
        return found;
    }

    private static String key(DataField field) {
        return Codes.key(field.code());
    }

    /// A form is checked as a plan of its department.
    ///
    /// @throws NotThere when there is no such form
    FormRelief ofForm(String code) {
        var filed = graph.query(formAsPlan.text())
                .bind(Codes.key(code))
                .to("key")
                .fetchAs(Filed.class)
                .mappedBy((types, row) -> Filed.from(row))
                .one()
                .orElseThrow(() -> new NotThere("form", code));
        if (filed.fields().isEmpty()) {
            return FormRelief.of(filed.form(), List.of());
        }
        var existing = checks.check(
                new CollectionPlan(
                        filed.form().name(),
                        filed.department(),
                        filed.region(),
                        filed.fields().stream().map(Filed.Field::planned).toList()),
                filed.systems());
        var verdicts = existing.check().fields();
        var footings = entitlements(
                verdicts.stream()
                        .flatMap(verdict -> Optional.ofNullable(verdict.source()).stream())
                        .map(holder -> key(holder.asset()))
                        .toList(),
                Codes.keyOrNull(filed.department()));
        var verifying = verifying(verdicts);
        var reliefs = new ArrayList<FieldRelief>();
        for (int i = 0; i < verdicts.size(); i++) {
            var verdict = verdicts.get(i);
            var source = verdict.source();
            reliefs.add(relief(
                    filed,
                    filed.fields().get(i).field(),
                    verdict,
                    source == null ? null : footings.get(key(source.asset())),
                    existing.hints().get(i).orElse(null),
                    verdict.unit() == null
                            ? 0
                            : verifying.getOrDefault(
                                    Objects.requireNonNull(verdict.unit()).key(), 0L)));
        }
        return FormRelief.of(filed.form(), reliefs);
    }

    private Map<String, Long> verifying(List<PlannedFieldVerdict> verdicts) {
        var units = verdicts.stream()
                .filter(verdict -> verdict.verdict() == CollectionVerdict.NEW)
                .flatMap(verdict -> Optional.ofNullable(verdict.unit()).stream())
                .map(unit -> unit.key())
                .distinct()
                .toList();
        var verifying = new HashMap<String, Long>();
        graph.query(verifiedUnits.text())
                .bind(units)
                .to("units")
                .fetchAs(Record.class)
                .mappedBy((types, row) -> row)
                .all()
                .forEach(row -> verifying.put(
                        row.get("unit").asString(), row.get("departments").asLong()));
        return verifying;
    }

    private static FieldRelief relief(
            Filed filed,
            DataField field,
            PlannedFieldVerdict verdict,
            @Nullable Entitlement entitlement,
            @Nullable Hint hint,
            long verifying) {
        var exemption = filed.form().exemption();
        if (exemption != null) {
            return FieldRelief.of(field, Relief.ASK, verdict, null, null, "需填：本表依“%s”独立采集".formatted(exemption));
        }
        return switch (verdict.verdict()) {
            case HELD, OBTAINABLE, DERIVABLE ->
                FieldRelief.of(
                        field,
                        Relief.OMIT,
                        verdict,
                        verdict.source(),
                        entitlement == null ? null : entitlement.footing(),
                        omitted(verdict, entitlement));
            case NEW -> asked(field, verdict, hint, verifying);
        };
    }

    private static String omitted(PlannedFieldVerdict verdict, @Nullable Entitlement entitlement) {
        return verdict.verdict() == CollectionVerdict.OBTAINABLE && entitlement != null && verdict.source() != null
                ? "免填：" + entitlement.how(verdict.source().asset().name())
                : "免填：" + verdict.advice().replaceFirst("^不必采集[:：]", "");
    }

    private static FieldRelief asked(
            DataField field, PlannedFieldVerdict verdict, @Nullable Hint hint, long verifying) {
        if (hint != null) {
            var from =
                    "“%s.%s”".formatted(hint.resource(), hint.holder().asset().name());
            return FieldRelief.of(
                    field,
                    Relief.PREFILL,
                    verdict,
                    hint.holder(),
                    null,
                    hint.own()
                            ? "预填：以本部门此前收集的%s预填，由填报人核对".formatted(from)
                            : "预填：还没有数源，可以%s的%s预填，由填报人核对"
                                    .formatted(hint.holder().department().name(), from));
        }
        if (verifying > 0) {
            return FieldRelief.of(
                    field, Relief.VERIFY, verdict, null, null, "核验：由填报人填写，受理时核验而不留存；已有%d个部门如此办理".formatted(verifying));
        }
        return FieldRelief.of(
                field, Relief.ASK, verdict, null, null, "需填：" + verdict.advice().replaceFirst("^可以采集[:：;；]", ""));
    }

    /// A form as it is filed.
    private record Filed(
            Form form,
            @Nullable String department,
            @Nullable String region,
            Set<String> systems,
            List<Field> fields) {

        record Field(DataField field, PlannedField planned) {

            static Field from(Value row) {
                var field = DataField.from(row.get("field"));
                var element = row.get("elements").asList(Value::asString).stream()
                        .findFirst()
                        .or(() -> Optional.ofNullable(new Projection(row.get("field")).textOrNull("elementRef")))
                        .orElse(null);
                return new Field(
                        field,
                        new PlannedField(
                                field.name(),
                                element,
                                field.subject(),
                                field.qualifier(),
                                field.physicalName(),
                                field.dataType()));
            }
        }

        static Filed from(Record row) {
            return new Filed(
                    Form.from(row.get("form")),
                    first(row.get("departments")),
                    first(row.get("regions")),
                    Set.copyOf(row.get("systems").asList(Value::asString)),
                    row.get("fields").asList(Field::from));
        }

        private static @Nullable String first(Value values) {
            return values.isEmpty() ? null : values.get(0).asString();
        }
    }
}
