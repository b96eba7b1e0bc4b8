package yuanliu.sharing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.driver.Record;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;

/// Who lets whom use what.
@Component
@Transactional(readOnly = true)
public class Sharing {

    private final Neo4jClient graph;
    private final Today today;
    private final Map<Side, Statement> agreements;
    private final Statement inForce;
    private final Statement byKey;

    Sharing(Neo4jClient graph, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.today = today;
        this.agreements = Map.of(
                Side.OF_RESOURCE, cypher.get("sharing/agreements-of-resources"),
                Side.OF_CONSUMER, cypher.get("sharing/agreements-of-consumers"));
        this.inForce = cypher.get("sharing/agreements-in-force");
        this.byKey = cypher.get("sharing/agreements-by-key");
    }

    /// The agreements asked for, of all that are asked alike in one statement.
    Map<AgreementsAsked, Page<SharingAgreement>> agreements(Collection<AgreementsAsked> asked) {
        var pages = new HashMap<AgreementsAsked, Page<SharingAgreement>>();
        asked.stream()
                .collect(groupingBy(AgreementsAsked::part))
                .forEach((part, alike) -> pages.putAll(agreements(part, alike)));
        return pages;
    }

    /// Agreements by their keys; one that is not there is left out.
    public Map<String, SharingAgreement> byKey(Collection<String> keys) {
        var day = today.date();
        var found = new HashMap<String, SharingAgreement>();
        graph.query(byKey.text())
                .bind(List.copyOf(keys))
                .to("keys")
                .fetchAs(SharingAgreement.class)
                .mappedBy((types, row) -> {
                    var agreement = SharingAgreement.from(row.get("agreement"), day);
                    found.put(row.get("key").asString(), agreement);
                    return agreement;
                })
                .all();
        return found;
    }

    /// Who uses resources by agreements that are in force on a day, by the agreements' codes.
    ///
    /// @param resources keys
    public List<Use> uses(Collection<String> resources, LocalDate day) {
        return List.copyOf(graph.query(inForce.text())
                .bind(List.copyOf(resources))
                .to("keys")
                .bind(day)
                .to("day")
                .fetchAs(Use.class)
                .mappedBy((types, row) -> Use.from(row))
                .all());
    }

    private Map<AgreementsAsked, Page<SharingAgreement>> agreements(
            AgreementsAsked.Part part, List<AgreementsAsked> alike) {
        var day = today.date();
        var found = graph
                .query(Objects.requireNonNull(agreements.get(part.side())).text())
                .bind(alike.stream().map(AgreementsAsked::key).toList())
                .to("keys")
                .bind(part.inForce())
                .to("inForce")
                .bind(day)
                .to("day")
                .bind(part.after())
                .to("after")
                .bind(part.limit())
                .to("limit")
                .fetchAs(Found.class)
                .mappedBy((types, row) -> Found.from(row, day))
                .all()
                .stream()
                .collect(toMap(Found::key, identity()));
        var pages = new HashMap<AgreementsAsked, Page<SharingAgreement>>();
        for (var one : alike) {
            var these = Objects.requireNonNull(found.get(one.key()));
            pages.put(
                    one,
                    Page.of(one.window(), these.agreements(), these.total(), agreement -> Cursor.at(agreement.code())));
        }
        return pages;
    }

    /// From which side agreements are looked at.
    enum Side {
        OF_RESOURCE,
        OF_CONSUMER
    }

    private record Found(String key, long total, List<SharingAgreement> agreements) {

        static Found from(Record row, LocalDate day) {
            return new Found(
                    row.get("key").asString(),
                    row.get("total").asLong(),
                    row.get("agreements").asList(agreement -> SharingAgreement.from(agreement, day)));
        }
    }
}
