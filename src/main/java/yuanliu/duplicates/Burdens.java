package yuanliu.duplicates;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Form;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.Burden.Asking;
import yuanliu.duplicates.Burden.RepeatedAsking;
import yuanliu.duplicates.detection.Populations;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;

/// What respondents are asked, seen from their side.
@Component
@Transactional(readOnly = true)
class Burdens {

    private final Neo4jClient graph;
    private final Statement respondents;
    private final Statement asked;

    Burdens(Neo4jClient graph, CypherLibrary cypher) {
        this.graph = graph;
        this.respondents = cypher.get("duplicates/respondents");
        this.asked = cypher.get("duplicates/asked-of-respondents");
    }

    /// @throws BadRequest when no kind of respondent is said
    Burden of(String respondent) {
        var kinds = Populations.respondents(respondent);
        if (kinds.isEmpty()) {
            throw new BadRequest("请写明填报对象，如“企业”");
        }
        var meant = graph.query(respondents.text()).fetchAs(String.class).all().stream()
                .filter(written -> Populations.respondents(written).stream().anyMatch(kinds::contains))
                .toList();
        var forms = List.copyOf(graph.query(asked.text())
                .bind(meant)
                .to("respondents")
                .fetchAs(AskingForm.class)
                .mappedBy((types, row) -> AskingForm.from(row))
                .all());
        var repeats = repeats(forms);
        return new Burden(
                respondent,
                forms.size(),
                Math.toIntExact(forms.stream()
                        .filter(one -> one.form().submissionsPerYear() == null)
                        .count()),
                forms.stream().mapToInt(one -> one.fields().size()).sum(),
                forms.stream().mapToLong(AskingForm::submissions).sum(),
                forms.stream()
                        .mapToLong(one -> one.fields().size() * one.submissions())
                        .sum(),
                repeats.stream().mapToLong(RepeatedAsking::submissionsPerYear).sum(),
                repeats.stream().mapToLong(RepeatedAsking::avoidablePerYear).sum(),
                repeats);
    }

    /// Who you are, everybody has to ask; what a law exempts is asked by right.
    private static List<RepeatedAsking> repeats(List<AskingForm> forms) {
        var byUnit = new TreeMap<String, LinkedHashSet<AskingForm>>(Codes.ORDER);
        for (var form : forms) {
            if (form.form().exemption() == null) {
                form.fields().stream()
                        .filter(field -> field.unit() != null && !field.identifying())
                        .forEach(field -> byUnit.computeIfAbsent(
                                        java.util.Objects.requireNonNull(field.unit()), key -> new LinkedHashSet<>())
                                .add(form));
            }
        }
        var repeats = new ArrayList<RepeatedAsking>();
        byUnit.forEach((unit, asking) -> {
            var meeting = asking.stream()
                    .filter(one -> asking.stream().anyMatch(other -> other != one && one.meets(other)))
                    .flatMap(one -> one.fields().stream()
                            .filter(field -> unit.equals(field.unit()))
                            .limit(1)
                            .map(field -> new Asking(one.form(), field.field())))
                    .toList();
            if (!meeting.isEmpty()) {
                repeats.add(RepeatedAsking.of(unit, meeting));
            }
        });
        repeats.sort(comparing(RepeatedAsking::submissionsPerYear)
                .reversed()
                .thenComparing(RepeatedAsking::unitKey, Codes.ORDER));
        return repeats;
    }

    /// @param within the keys of the place where it is asked and of all that it lies in; empty when it is not known
    private record AskingForm(Form form, List<String> within, List<AskedField> fields) {

        static AskingForm from(Record row) {
            return new AskingForm(
                    Form.from(row.get("form")),
                    row.get("within").asList(Value::asString),
                    row.get("fields")
                            .asList(field -> new AskedField(
                                    DataField.from(field.get("field")),
                                    field.get("unit").asString(null),
                                    field.get("identifying").asBoolean())));
        }

        long submissions() {
            return form.submissionsPerYear() == null ? 0 : form.submissionsPerYear();
        }

        /// A place that is not known may be any.
        boolean meets(AskingForm other) {
            return within.isEmpty()
                    || other.within.isEmpty()
                    || within.contains(other.within.getFirst())
                    || other.within.contains(within.getFirst());
        }
    }

    private record AskedField(DataField field, @Nullable String unit, boolean identifying) {}
}
