package yuanliu.lineage;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.EntityRef;
import yuanliu.catalog.Kind;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.memory.LineageChanges;
import yuanliu.web.Today;

/// What people decide of single rows of lineage. A decision is undone by another decision alone: filing leaves it as it
/// is. What a row said before is kept.
@Component
class Decisions {

    private static final int LONGEST_TEXT = 10_000;

    private final Neo4jClient graph;
    private final Catalog catalog;
    private final Places places;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final LineageChanges changes;
    private final Statement derivation;
    private final Statement formerDerivations;
    private final Statement timesOfFilings;
    private final Statement heldUser;
    private final Statement asserted;
    private final Statement decided;
    private final Statement rejected;
    private final Statement restored;

    Decisions(
            Neo4jClient graph,
            Catalog catalog,
            Places places,
            Today today,
            ApplicationEventPublisher events,
            LineageChanges changes,
            CypherLibrary cypher) {
        this.changes = changes;
        this.events = events;
        this.graph = graph;
        this.catalog = catalog;
        this.places = places;
        this.today = today;
        this.derivation = cypher.get("lineage/derivation");
        this.formerDerivations = cypher.get("lineage/former-derivations");
        this.timesOfFilings = cypher.get("lineage/times-of-filings");
        this.heldUser = cypher.get("lineage/held-user");
        this.asserted = cypher.get("lineage/asserted-derivation");
        this.decided = cypher.get("lineage/decided-derivation");
        this.rejected = cypher.get("lineage/rejected-derivation");
        this.restored = cypher.get("lineage/restored-derivation");
    }

    /// A row and whether it is rejected.
    private record Found(Derivation row, Provenance provenance, boolean rejected) {

        static Found from(Record row) {
            return new Found(
                    row.get("ofField").asBoolean() ? Derivation.betweenFields(row) : Derivation.betweenWholes(row),
                    Provenance.from(row.get("step")),
                    row.get("rejected").asBoolean());
        }
    }

    /// What a decision says of a row, or why it cannot be.
    private sealed interface Said {
        record Properties(Map<String, @Nullable Object> properties) implements Said {}

        record Nothing(DerivationRefused refused) implements Said {}
    }

    @Transactional(readOnly = true)
    public Optional<LineageStep> find(String code) {
        return found(code).map(this::shown);
    }

    /// Everything that rows say and said, newest first, by their codes.
    @Transactional(readOnly = true)
    public Map<String, List<Provenance>> former(Collection<String> codes) {
        var former = new HashMap<String, List<Provenance>>();
        graph.query(formerDerivations.text())
                .bind(List.copyOf(codes))
                .to("edges")
                .fetchAs(Provenance.class)
                .mappedBy((types, row) -> {
                    var said = Provenance.from(row.get("step"));
                    former.computeIfAbsent(row.get("edge").asString(), edge -> new ArrayList<>())
                            .add(said);
                    return said;
                })
                .all();
        return former;
    }

    /// When each of some filings began; without those that are not known.
    @Transactional(readOnly = true)
    public Map<String, OffsetDateTime> times(Collection<String> filings) {
        var times = new HashMap<String, OffsetDateTime>();
        graph.query(timesOfFilings.text())
                .bind(List.copyOf(filings))
                .to("codes")
                .fetch()
                .all()
                .forEach(row -> times.put(
                        String.valueOf(row.get("code")), OffsetDateTime.parse(String.valueOf(row.get("startedAt")))));
        return times;
    }

    @Transactional
    public DerivationOutcome assertDerivation(Decided.AssertDerivationInput input) {
        var nonsense = nonsense(input.person(), input.reason(), input.rule(), input.evidence());
        if (nonsense == null) {
            nonsense = unlikely(input.confidence());
        }
        if (nonsense == null && input.validTo() != null) {
            nonsense = ending(input.validFrom(), input.validTo());
        }
        if (nonsense != null) {
            return nonsense;
        }
        var from = end(input.from());
        var to = end(input.to());
        if (from.isEmpty() || to.isEmpty()) {
            return new DerivationRefused(
                    "UNKNOWN_END",
                    "参数 %s 所指的“%s”在图谱中不存在"
                            .formatted(
                                    from.isEmpty() ? "from" : "to",
                                    (from.isEmpty() ? input.from() : input.to()).asked()));
        }
        return assertDerivation(input, from.get(), to.get());
    }

    private Optional<End> end(EntityRef ref) {
        return ref.named()
                .flatMap(named -> catalog.find(named.kind(), named.key())
                        .map(thing -> new End(named.kind(), named.key(), thing.code())));
    }

    private DerivationOutcome assertDerivation(Decided.AssertDerivationInput input, End from, End to) {
        if (!fit(from.kind(), to.kind())) {
            return new DerivationRefused("UNLIKE_ENDS", "血缘的两端应同为信息项,或上游为资源、下游为资源或表单");
        }
        hold(to);
        var edge = edge(from, to, input.activity(), input.validFrom());
        var there = found(edge);
        if (there.isPresent()) {
            return DerivationTaken.of(shown(there.get()), there.get().rejected());
        }
        var properties = said(Act.ASSERTED, input.person(), input.reason(), input.evidence());
        properties.put("edge", edge);
        properties.put("version", 1L);
        properties.put("filedOn", today.date());
        properties.put("assertedBy", "人工");
        put(
                properties,
                "activity",
                input.activity() == null ? null : input.activity().word());
        put(properties, "rule", input.rule());
        put(properties, "confidence", input.confidence());
        put(properties, "validFrom", input.validFrom());
        put(properties, "validTo", input.validTo());
        graph.query(asserted.text())
                .bind(to.kind().label())
                .to("toLabel")
                .bind(to.key())
                .to("to")
                .bind(from.kind().label())
                .to("fromLabel")
                .bind(from.key())
                .to("from")
                .bind(properties)
                .to("properties")
                .run();
        return recorded(edge);
    }

    private static boolean fit(Kind from, Kind to) {
        return switch (from) {
            case DATA_FIELD -> to == Kind.DATA_FIELD;
            case DATA_RESOURCE -> to == Kind.DATA_RESOURCE || to == Kind.FORM;
            default -> false;
        };
    }

    /// As filing makes it, so that the same row filed is the same row.
    private static String edge(End from, End to, @Nullable Activity activity, @Nullable LocalDate validFrom) {
        return Derivations.edge(
                to.key(),
                from.key(),
                activity == null ? "" : activity.word(),
                validFrom == null ? "" : validFrom.toString());
    }

    @Transactional
    public DerivationOutcome confirmDerivation(Decided.ConfirmDerivationInput input) {
        var nonsense = nonsense(input.person(), input.reason(), null, input.evidence());
        if (nonsense == null) {
            nonsense = unlikely(input.confidence());
        }
        return nonsense != null
                ? nonsense
                : decide(input.derivation(), input.expectedVersion(), found -> {
                    var properties = said(Act.CONFIRMED, input.person(), input.reason(), input.evidence());
                    put(properties, "confidence", input.confidence());
                    return new Said.Properties(properties);
                });
    }

    @Transactional
    public DerivationOutcome rejectDerivation(Decided.RejectDerivationInput input) {
        var nonsense = nonsense(input.person(), input.reason(), null, input.evidence());
        return nonsense != null
                ? nonsense
                : decide(
                        input.derivation(),
                        input.expectedVersion(),
                        found -> found.rejected()
                                ? new Said.Nothing(new DerivationRefused("ALREADY_REJECTED", "该血缘已被否决"))
                                : new Said.Properties(
                                        said(Act.REJECTED, input.person(), input.reason(), input.evidence())));
    }

    @Transactional
    public DerivationOutcome endDerivation(Decided.EndDerivationInput input) {
        var nonsense = nonsense(input.person(), input.reason(), null, input.evidence());
        return nonsense != null
                ? nonsense
                : decide(input.derivation(), input.expectedVersion(), found -> {
                    if (found.rejected()) {
                        return new Said.Nothing(new DerivationRefused("ALREADY_REJECTED", "该血缘已被否决,无须终止"));
                    }
                    var early = ending(found.row().validFrom(), input.validTo());
                    if (early != null) {
                        return new Said.Nothing(early);
                    }
                    var properties = said(Act.ENDED, input.person(), input.reason(), input.evidence());
                    properties.put("validTo", input.validTo());
                    return new Said.Properties(properties);
                });
    }

    private DerivationOutcome decide(String code, long expected, Function<Found, Said> saying) {
        var before = found(code);
        if (before.isEmpty()) {
            return DerivationUnknown.of(code);
        }
        hold(before.get().row().to());
        var found = found(code).orElseThrow();
        if (found.provenance().version() != expected) {
            return changed(found, expected);
        }
        return switch (saying.apply(found)) {
            case Said.Nothing nothing -> nothing.refused();
            case Said.Properties said -> write(found, said.properties());
        };
    }

    private DerivationOutcome write(Found found, Map<String, @Nullable Object> properties) {
        var version = found.provenance().version();
        var code = found.row().edge();
        var written = graph.query(statement(found, properties).text())
                .bind(code)
                .to("edge")
                .bind(version)
                .to("version")
                .bind(properties)
                .to("properties")
                .fetch()
                .all();
        return written.isEmpty() ? changed(found(code).orElseThrow(), version) : recorded(code);
    }

    private Statement statement(Found found, Map<String, @Nullable Object> properties) {
        if (found.rejected()) {
            return restored;
        }
        return Act.REJECTED.word().equals(properties.get("act")) ? rejected : decided;
    }

    private DerivationChanged changed(Found found, long expected) {
        return DerivationChanged.of(shown(found), found.provenance().version(), expected);
    }

    private DerivationRecorded recorded(String code) {
        var found = found(code).orElseThrow();
        var user = found.row().to();
        events.publishEvent(new LineageDecided(user.key()));
        var changed = new LineageChanges.Changed();
        changes.say(user.isField() ? changed.fields(List.of(user.key())) : changed.owners(List.of(user.key())));
        return new DerivationRecorded(shown(found));
    }

    private void hold(End user) {
        graph.query(heldUser.text())
                .bind(user.kind().label())
                .to("label")
                .bind(user.key())
                .to("key")
                .run();
    }

    private Optional<Found> found(String code) {
        return graph.query(derivation.text())
                .bind(code)
                .to("edge")
                .fetchAs(Found.class)
                .mappedBy((types, row) -> Found.from(row))
                .one();
    }

    private LineageStep shown(Found found) {
        var row = found.row();
        var things = places.things(List.of(row.from(), row.to()));
        return LineageStep.of(row, things.get(row.from()), things.get(row.to()));
    }

    /// A decision replaces what was said of who decided before, its evidence too.
    private static Map<String, @Nullable Object> said(
            Act act, String person, String reason, @Nullable String evidence) {
        var said = new HashMap<String, @Nullable Object>();
        said.put("act", act.word());
        said.put("by", person.strip());
        said.put("reason", reason.strip());
        said.put("evidence", evidence == null || evidence.isBlank() ? null : evidence.strip());
        said.put("at", ZonedDateTime.now(Today.ZONE).truncatedTo(ChronoUnit.SECONDS));
        return said;
    }

    private static void put(Map<String, @Nullable Object> properties, String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static @Nullable DerivationRefused nonsense(
            String person, String reason, @Nullable String rule, @Nullable String evidence) {
        if (person.isBlank()) {
            return new DerivationRefused("BLANK_PERSON", "请写明由谁决定");
        }
        if (reason.isBlank()) {
            return new DerivationRefused("BLANK_REASON", "请写明理由");
        }
        for (var text : new String[] {person, reason, rule, evidence}) {
            if (text != null && text.length() > LONGEST_TEXT) {
                return new DerivationRefused("TOO_LONG", "每项文字最多 %d 个字".formatted(LONGEST_TEXT));
            }
        }
        return null;
    }

    private static @Nullable DerivationRefused unlikely(@Nullable Double confidence) {
        return confidence == null || confidence >= 0 && confidence <= 1
                ? null
                : new DerivationRefused("CONFIDENCE_OUT_OF_RANGE", "置信度应在 0 至 1 之间,收到 %s".formatted(confidence));
    }

    private static @Nullable DerivationRefused ending(@Nullable LocalDate from, LocalDate to) {
        return from == null || !to.isBefore(from)
                ? null
                : new DerivationRefused("ENDS_BEFORE_IT_BEGINS", "失效日期(%s)早于生效日期(%s)".formatted(to, from));
    }
}
