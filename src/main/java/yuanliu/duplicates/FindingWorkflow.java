package yuanliu.duplicates;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.FindingChange.FindingChanged;
import yuanliu.duplicates.FindingChange.IllegalTransition;
import yuanliu.duplicates.FindingChange.StaleVersion;
import yuanliu.duplicates.FindingChange.StillDetected;
import yuanliu.web.Codes;
import yuanliu.web.NotThere;
import yuanliu.web.Today;

/// What people do with findings, step by step; every step is kept.
@Component
class FindingWorkflow {

    private final Neo4jClient graph;
    private final Findings findings;
    private final Today today;
    private final Statement locked;
    private final Statement changed;
    private final Statement stepped;

    FindingWorkflow(Neo4jClient graph, Findings findings, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.findings = findings;
        this.today = today;
        this.locked = cypher.get("duplicates/locked-finding");
        this.changed = cypher.get("duplicates/changed-finding");
        this.stepped = cypher.get("duplicates/finding-steps");
    }

    /// Of two who do something at once the slower is refused: the finding is locked before its version is compared.
    ///
    /// @throws BadRequest when the move lacks what such a step has to say
    /// @throws NotThere   when there is no such finding
    @Transactional
    FindingChange move(FindingAction action, FindingMove move) {
        move.check(action, today);
        var key = Codes.key(move.code());
        var finding = graph.query(locked.text())
                .bind(key)
                .to("key")
                .fetchAs(DuplicateFinding.class)
                .mappedBy((types, row) -> DuplicateFinding.from(row.get("finding")))
                .one()
                .orElseThrow(() -> new NotThere("code", move.code()));
        if (finding.version() != move.version()) {
            return new StaleVersion(finding, move.version());
        }
        var target = move.target(action);
        if (!action.leads(finding.state(), target)) {
            return new IllegalTransition(finding, action);
        }
        if (target == FindingState.CLOSED && finding.present()) {
            return new StillDetected(finding);
        }
        write(key, finding, target, move);
        return new FindingChanged(findings.find(key).orElseThrow());
    }

    private void write(String key, DuplicateFinding finding, FindingState target, FindingMove move) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("state", target.name());
        properties.put("exemptBasis", move.exemptBasis());
        properties.put("exemptUntil", move.exemptUntil());
        graph.query(changed.text())
                .bind(key)
                .to("key")
                .bind(properties)
                .to("properties")
                .run();
        var step = new HashMap<String, @Nullable Object>();
        step.put("at", OffsetDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.MILLIS));
        step.put("from", finding.state().name());
        step.put("to", target.name());
        step.put("by", move.by());
        step.put("reason", move.reason());
        step.put("document", move.document());
        step.put("exemptBasis", move.exemptBasis());
        step.put("exemptUntil", move.exemptUntil());
        graph.query(stepped.text())
                .bind(List.of(Map.of("finding", key, "properties", step)))
                .to("steps")
                .run();
    }
}
