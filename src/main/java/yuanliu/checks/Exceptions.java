package yuanliu.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.checks.CheckChange.CheckChanged;
import yuanliu.checks.CheckChange.CheckInOtherState;
import yuanliu.checks.CheckChange.StaleCheck;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Codes;
import yuanliu.web.NotThere;
import yuanliu.web.Today;

/// The exceptions that people make of checks: with a reason, on a basis, till a day. They outlive the check: what is
/// mended and recurs before that day is excepted again.
@Component
class Exceptions {

    private final Neo4jClient graph;
    private final Checks checks;
    private final Today today;
    private final Statement locked;
    private final Statement stated;
    private final Statement stepped;

    Exceptions(Neo4jClient graph, Checks checks, Today today, CypherLibrary cypher) {
        this.graph = graph;
        this.checks = checks;
        this.today = today;
        this.locked = cypher.get("checks/locked");
        this.stated = cypher.get("checks/stated");
        this.stepped = cypher.get("checks/stepped");
    }

    /// @param granted whether an exception is made, else taken back
    /// @throws NotThere when there is no such check
    @Transactional
    CheckChange move(ExceptionMove move, boolean granted) {
        move.check(granted, today.date());
        var key = Codes.key(move.code());
        var check = graph.query(locked.text())
                .bind(key)
                .to("key")
                .fetchAs(Check.class)
                .mappedBy((types, row) -> Check.from(row.get("check")))
                .one()
                .orElseThrow(() -> new NotThere("code", move.code()));
        if (check.version() != move.version()) {
            return new StaleCheck(check, move.version());
        }
        if (granted ? check.state() == CheckState.MENDED : check.state() != CheckState.EXCEPTED) {
            return new CheckInOtherState(check, granted ? CheckState.OPEN : CheckState.EXCEPTED);
        }
        write(key, check, move, granted);
        return new CheckChanged(checks.find(key).orElseThrow());
    }

    private void write(String key, Check check, ExceptionMove move, boolean granted) {
        var to = granted ? CheckState.EXCEPTED : CheckState.OPEN;
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("state", to.name());
        properties.put("exceptReason", granted ? move.reason() : null);
        properties.put("exceptBasis", granted ? move.basis() : null);
        properties.put("exceptUntil", granted ? move.until() : null);
        graph.query(stated.text())
                .bind(List.of(Map.of("code", key, "properties", properties)))
                .to("checks")
                .run();
        var step = new HashMap<String, Object>(Checks.step(key, check.state(), to, move.reason(), CheckRuns.now()));
        var said = new HashMap<String, @Nullable Object>();
        if (step.get("properties") instanceof Map<?, ?> taken) {
            taken.forEach((name, value) -> said.put(String.valueOf(name), value));
        }
        said.put("by", move.by());
        said.put("basis", granted ? move.basis() : null);
        said.put("until", granted ? move.until() : null);
        graph.query(stepped.text())
                .bind(List.of(Map.of("check", key, "properties", said)))
                .to("steps")
                .run();
    }
}
