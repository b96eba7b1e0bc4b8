package yuanliu.ownership;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Values;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.memory.LineageChanges;
import yuanliu.web.Codes;

/// Brings the units of 一数一源 up to what the fields and designations say. Every step is a transaction that leaves the
/// graph true: cut off anywhere, the next refresh goes on where this one ended.
@Component
public class StaleUnits {

    private static final int BATCH = 2_000;

    private final Units units;
    private final Neo4jClient graph;
    private final LineageChanges changes;
    private final TransactionTemplate transaction;
    private final Statement staleFields;
    private final Statement fieldsToHold;
    private final Statement madeUnits;
    private final Statement heldFields;
    private final Statement filedDesignations;
    private final Statement movedDesignations;
    private final Statement scopedUnits;
    private final Statement leftUnits;
    private final Statement emptyUnits;

    StaleUnits(
            Units units,
            Neo4jClient graph,
            PlatformTransactionManager transactions,
            LineageChanges changes,
            CypherLibrary cypher) {
        this.units = units;
        this.changes = changes;
        this.graph = graph;
        this.transaction = new TransactionTemplate(transactions);
        this.staleFields = cypher.get("ownership/stale-fields");
        this.fieldsToHold = cypher.get("ownership/fields-to-hold");
        this.madeUnits = cypher.get("ownership/made-units");
        this.heldFields = cypher.get("ownership/held-fields");
        this.filedDesignations = cypher.get("ownership/filed-designations");
        this.movedDesignations = cypher.get("ownership/moved-designations");
        this.scopedUnits = cypher.get("ownership/scoped-units");
        this.leftUnits = cypher.get("ownership/left-units");
        this.emptyUnits = cypher.get("ownership/empty-units");
    }

    /// Computes the unit of every stale field anew, and of every designation whose unit is another now.
    ///
    /// @return how many fields were stale
    public int refresh() {
        return refresh(BATCH);
    }

    int refresh(int batch) {
        var refreshed = 0;
        for (var some = refreshFields(batch); some > 0; some = refreshFields(batch)) {
            refreshed += some;
        }
        transaction.executeWithoutResult(status -> refreshDesignations());
        transaction.executeWithoutResult(status -> {
            graph.query(scopedUnits.text()).run();
            graph.query(emptyUnits.text()).run();
        });
        return refreshed;
    }

    private int refreshFields(int batch) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var stale = graph.query(staleFields.text())
                    .bind(batch)
                    .to("size")
                    .fetchAs(Resolved.class)
                    .mappedBy((types, row) -> resolved(row, "field"))
                    .all();
            if (!stale.isEmpty()) {
                make(stale);
                end(hang(heldFields, "fields", "field", stale));
                say(stale);
            }
            return stale.size();
        }));
    }

    /// Computes the unit of some fields anew, within the asker's transaction: they are few, and others that are stale
    /// are left to the next refresh.
    public void hold(Collection<String> fields) {
        var some = graph.query(fieldsToHold.text())
                .bind(List.copyOf(fields))
                .to("keys")
                .fetchAs(Resolved.class)
                .mappedBy((types, row) -> resolved(row, "field"))
                .all();
        make(some);
        end(hang(heldFields, "fields", "field", some));
        say(some);
    }

    private void say(Collection<Resolved> fields) {
        changes.say(new LineageChanges.Changed()
                .fields(fields.stream().map(Resolved::key).toList()));
    }

    /// Also those whose element has changed, or has another 对象类 now: designations are few, so all are looked at.
    private void refreshDesignations() {
        var moved = graph
                .query(filedDesignations.text())
                .fetchAs(Resolved.class)
                .mappedBy((types, row) -> resolved(row, "designation"))
                .all()
                .stream()
                .filter(Resolved::elsewhere)
                .toList();
        if (!moved.isEmpty()) {
            make(moved);
            end(hang(movedDesignations, "designations", "designation", moved));
        }
    }

    private Resolved resolved(Record row, String what) {
        var of = new Projection(Values.value(row.asMap()));
        var element = of.textOrNull("element");
        var unit = element == null
                ? null
                : units.resolve(new Cells(
                        element,
                        of.text("elementName"),
                        of.textOrNull("elementSubject"),
                        of.textOrNull("subject"),
                        of.textOrNull("qualifier"),
                        of.textOrNull("ownerSubject"),
                        of.textOrNull("respondent"),
                        of.textOrNull("region"),
                        of.textOrNull("regionName")));
        return new Resolved(of.text(what), unit, row.containsKey("unit") ? of.textOrNull("unit") : null);
    }

    /// Makes sure that units are there which nobody filed a field of yet, for somebody has something to say of them.
    public void ensure(Collection<Unit> some) {
        make(some.stream().map(unit -> new Resolved("", unit, null)).toList());
    }

    private void make(Collection<Resolved> resolved) {
        var distinct = new TreeMap<String, Map<String, @Nullable Object>>();
        for (var one : resolved) {
            if (one.unit() != null) {
                distinct.put(one.unit().key(), properties(one.unit()));
            }
        }
        graph.query(madeUnits.text())
                .bind(List.copyOf(distinct.values()))
                .to("units")
                .run();
    }

    private static Map<String, @Nullable Object> properties(Unit unit) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("code", unit.code());
        properties.put("key", unit.key());
        properties.put("name", unit.name());
        properties.put("subject", unit.subject());
        properties.put("qualifier", unit.qualifier());
        properties.put("elementKey", Codes.key(unit.element()));
        properties.put("regionKey", unit.region() == null ? null : Codes.key(unit.region()));
        return properties;
    }

    private Collection<String> hang(Statement statement, String rows, String what, Collection<Resolved> resolved) {
        return graph.query(statement.text())
                .bind(resolved.stream().map(one -> one.row(what)).toList())
                .to(rows)
                .fetchAs(String.class)
                .mappedBy((types, row) -> row.get("unit").asString())
                .all();
    }

    private void end(Collection<String> left) {
        if (!left.isEmpty()) {
            graph.query(leftUnits.text()).bind(left).to("units").run();
        }
    }

    /// A field or designation, the unit it belongs to, and the key of the unit it was at.
    private record Resolved(
            String key, @Nullable Unit unit, @Nullable String was) {

        boolean elsewhere() {
            return unit != null && !unit.key().equals(was);
        }

        Map<String, @Nullable Object> row(String what) {
            var row = new HashMap<String, @Nullable Object>();
            row.put(what, key);
            row.put("unit", unit == null ? null : unit.key());
            return row;
        }
    }
}
