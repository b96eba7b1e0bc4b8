package yuanliu.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Asset;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;
import yuanliu.catalog.Kind;
import yuanliu.catalog.Projection;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.lineage.Completeness;
import yuanliu.lineage.Derivations;
import yuanliu.lineage.LineageDirection;
import yuanliu.lineage.Owner;
import yuanliu.lineage.Walk;
import yuanliu.ownership.Designation;
import yuanliu.ownership.SourceUnit;
import yuanliu.sharing.Sharing;
import yuanliu.sharing.Use;
import yuanliu.web.Codes;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;
import yuanliu.workdays.Due;

/// What and whom a change would hit, by what is in force on a day.
@Component
@Transactional(readOnly = true)
public class Impacts {

    private static final Set<ChangeKind> NEED_ALTERNATIVES = EnumSet.of(
            ChangeKind.STOP, ChangeKind.CHANGE_TYPE, ChangeKind.CHANGE_CODE_LIST, ChangeKind.RESTRICT_SHARING);

    private final Neo4jClient graph;
    private final Derivations derivations;
    private final Sharing sharing;
    private final Today today;
    private final Statement resources;
    private final Statement forms;
    private final Statement systems;
    private final Statement alternatives;
    private final Statement shown;
    private final Statement shownFields;
    private final Statement fieldsOfTheStandard;
    private final Statement designations;

    Impacts(Neo4jClient graph, CypherLibrary cypher, Derivations derivations, Sharing sharing, Today today) {
        this.graph = graph;
        this.derivations = derivations;
        this.sharing = sharing;
        this.today = today;
        this.resources = cypher.get("impact/resources");
        this.forms = cypher.get("impact/forms");
        this.systems = cypher.get("impact/systems");
        this.alternatives = cypher.get("impact/alternatives");
        this.shown = cypher.get("impact/shown");
        this.shownFields = cypher.get("impact/shown-fields");
        this.fieldsOfTheStandard = cypher.get("impact/fields-of-the-standard");
        this.designations = cypher.get("impact/designations");
    }

    /// As [#of(Entity, ChangeKind, LocalDate)], today.
    public Impact of(Entity changed, ChangeKind change) {
        return of(changed, change, null);
    }

    /// @param asOf the day whose derivations, agreements and designations count; today when null
    /// @throws BadRequest when what is changed has no fields by its nature
    public Impact of(Entity changed, ChangeKind change, @Nullable LocalDate asOf) {
        return of(changed, Change.of(change), asOf);
    }

    Impact of(Entity changed, Change change, @Nullable LocalDate asOf) {
        var day = asOf == null ? today.date() : asOf;
        var named = change.kind().isOfTheStandard() && changed instanceof DataElement element
                ? ofTheStandard(element)
                : List.<Toll.Named>of();
        var walk = changed instanceof DataElement && change.kind().isOfTheStandard()
                ? derivations.walkFrom(bound(named), LineageDirection.DOWNSTREAM, day)
                : derivations.walk(changed, LineageDirection.DOWNSTREAM, day);
        var toll = new Toll(walk, known(walk, change, named, changed, day));
        var designations = change.kind() == ChangeKind.TRANSFER_SOURCE
                ? designations(walk, changed, day)
                : List.<DesignationHit>of();
        return new Impact(
                changed,
                change.kind(),
                change.cycle() == null ? null : change.cycle().word(),
                change.sharing() == null ? null : change.sharing().word(),
                day,
                toll.totals(designations.size()),
                Completeness.of(derivations.isRecorded(day)),
                new Impact.Reckoned(change, toll, designations));
    }

    private static List<String> bound(List<Toll.Named> named) {
        return named.stream()
                .filter(field -> field.bond() == Rule.Bond.BOUND)
                .map(Toll.Named::key)
                .toList();
    }

    private List<Toll.Named> ofTheStandard(DataElement element) {
        var names = Stream.concat(Stream.of(element.name()), element.synonyms().stream())
                .map(Codes::key)
                .distinct()
                .toList();
        return List.copyOf(graph.query(fieldsOfTheStandard.text())
                .bind(Codes.key(element.code()))
                .to("key")
                .bind(names)
                .to("names")
                .fetchAs(Toll.Named.class)
                .mappedBy((types, row) -> {
                    var field = new Projection(row.get("field"));
                    return new Toll.Named(
                            row.get("bound").asBoolean() ? Rule.Bond.BOUND : Rule.Bond.LOOKALIKE,
                            field.text("key"),
                            field.text("code"),
                            field.textOrNull("acquisition"),
                            row.get("ownerKey").isNull()
                                    ? null
                                    : Owner.of(
                                            row.get("ofForm").asBoolean(),
                                            row.get("ownerKey").asString()));
                })
                .all());
    }

    private List<DesignationHit> designations(Walk walk, Entity changed, LocalDate day) {
        return List.copyOf(graph.query(designations.text())
                .bind(List.copyOf(walk.start().fields()))
                .to("fields")
                .bind(changed instanceof Department department ? Codes.key(department.code()) : null)
                .to("department")
                .bind(day)
                .to("day")
                .fetchAs(DesignationHit.class)
                .mappedBy((types, row) -> {
                    var named = row.get("designation").get("named");
                    return hit(
                            Designation.from(row.get("designation")),
                            SourceUnit.from(row.get("unit")),
                            named.isNull() ? null : Department.from(named));
                })
                .all());
    }

    private static DesignationHit hit(Designation designation, SourceUnit unit, @Nullable Department named) {
        var responsible = designation.department();
        var reason = named == null || responsible == null || named.code().equals(responsible.code())
                ? "认定须移交新的数源部门"
                : "认定仍写“%s”,须移交继任的“%s”".formatted(named.name(), responsible.name());
        return new DesignationHit(designation, unit, named, reason);
    }

    Page<DesignationHit> designations(Impact impact, Window window) {
        return Page.cut(
                window,
                impact.hitDesignations(),
                hit -> Cursor.at(hit.designation().code()));
    }

    Page<DepartmentImpact> departments(Impact impact, Window window) {
        var page = Page.cut(window, impact.toll().departments(), hit -> Cursor.at(hit.key()));
        var departments = shown(
                Kind.DEPARTMENT,
                page.getNodes().stream().map(DepartmentHit::key).toList());
        return page.map(hit -> hit.shown((Department) there(departments, hit.key())));
    }

    Page<ImpactedAsset> assets(Impact impact, ImpactFilter filter, Window window) {
        var hits = impact.toll().assets().stream().filter(filter::takes).toList();
        var page = Page.cut(window, hits, AssetHit::place);
        var names = new Names(impact.change(), page.getNodes());
        return page.map(names::shown);
    }

    /// What each department is told, worst first.
    ///
    /// @param due when a term that begins today ends
    Page<Notice> drafts(Impact impact, Window window, int workingDays, Due due) {
        var page = Page.cut(window, impact.toll().departments(), hit -> Cursor.at(hit.key()));
        var drafted = drafted(impact, page.getNodes(), workingDays, due);
        return page.map(hit -> Objects.requireNonNull(drafted.get(hit)));
    }

    /// As [#drafts(Impact, Window, int, Due)], of all departments at once.
    List<Notice> allDrafts(Impact impact, int workingDays, Due due) {
        return List.copyOf(
                drafted(impact, impact.toll().departments(), workingDays, due).values());
    }

    private Map<DepartmentHit, Notice> drafted(Impact impact, List<DepartmentHit> told, int workingDays, Due due) {
        var keys = told.stream().map(DepartmentHit::key).toList();
        var departments = shown(Kind.DEPARTMENT, keys);
        var drafts = new Drafts(impact, Set.copyOf(keys));
        var notices = new LinkedHashMap<DepartmentHit, Notice>();
        for (var one : told) {
            notices.put(
                    one,
                    drafts.of((Department) there(departments, one.key()), one.key(), one.severity(), workingDays, due));
        }
        return notices;
    }

    /// What the departments of a page are told, of what is hit and is theirs.
    private final class Drafts {

        private final Impact impact;
        private final Map<String, List<AssetHit>> assets = new HashMap<>();
        private final Map<String, List<AgreementHit>> agreements = new HashMap<>();
        private final Map<String, List<Ways.Place>> ways = new HashMap<>();
        private final Names names;

        Drafts(Impact impact, Set<String> departments) {
            this.impact = impact;
            for (var hit : impact.toll().assets()) {
                if (hit.department() != null && departments.contains(hit.department())) {
                    assets.computeIfAbsent(hit.department(), key -> new ArrayList<>())
                            .add(hit);
                }
            }
            for (var hit : impact.toll().agreements()) {
                if (departments.contains(hit.use().consumer())) {
                    agreements
                            .computeIfAbsent(hit.use().consumer(), key -> new ArrayList<>())
                            .add(hit);
                }
            }
            var found = new Ways(impact.toll().walk());
            departments.forEach(key -> ways.put(key, way(found, key)));
            this.names = new Names(impact.change(), List.of(), wanted());
        }

        /// To the worst and nearest field, else to the resource that is used by the worst and nearest agreement.
        private List<Ways.Place> way(Ways found, String department) {
            return assets.getOrDefault(department, List.of()).stream()
                    .filter(hit -> hit.kind() == Kind.DATA_FIELD)
                    .findFirst()
                    .map(hit -> found.to(hit.kind(), hit.key()))
                    .or(() -> agreements.getOrDefault(department, List.of()).stream()
                            .findFirst()
                            .map(hit -> found.to(Kind.DATA_RESOURCE, hit.use().resource())))
                    .or(() -> assets.getOrDefault(department, List.of()).stream()
                            .findFirst()
                            .map(hit -> found.to(hit.kind(), hit.key())))
                    .orElse(List.of());
        }

        private Map<Kind, Set<String>> wanted() {
            var keys = new HashMap<Kind, Set<String>>();
            assets.values()
                    .forEach(hits -> hits.stream()
                            .filter(hit -> hit.kind() != Kind.DATA_FIELD)
                            .forEach(hit -> Names.wanted(keys, hit.kind(), hit.key())));
            agreements
                    .values()
                    .forEach(hits -> hits.forEach(hit ->
                            Names.wanted(keys, Kind.DATA_RESOURCE, hit.use().resource())));
            ways.values().forEach(way -> way.forEach(place -> Names.wanted(keys, place.kind(), place.key())));
            return keys;
        }

        Notice of(Department department, String key, Severity severity, int workingDays, Due due) {
            var own = assets.getOrDefault(key, List.<AssetHit>of());
            var used = agreements.getOrDefault(key, List.<AgreementHit>of());
            var lines = new ArrayList<String>();
            own.stream().filter(hit -> hit.kind() != Kind.DATA_FIELD).forEach(hit -> lines.add(line(hit)));
            used.forEach(hit -> lines.add(line(hit)));
            var rule = NoticeRule.of(impact.change());
            return new Notice(
                    null,
                    department,
                    impact.of(),
                    impact.change(),
                    severity,
                    "关于“%s”%s的告知".formatted(impact.of().name(), impact.asked().words()),
                    lines,
                    why(key, own, used),
                    rule.todo(
                            count(own, hit -> hit.kind() == Kind.DATA_FIELD && hit.severity() == Severity.BREAKING),
                            count(own, hit -> hit.alternative() != null),
                            count(own, hit -> hit.kind() == Kind.DATA_RESOURCE)),
                    workingDays,
                    due.date(),
                    due.certain(),
                    rule.ground(),
                    null,
                    null,
                    null);
        }

        private static int count(List<AssetHit> hits, Predicate<AssetHit> which) {
            return (int) hits.stream().filter(which).count();
        }

        private String line(AssetHit hit) {
            var word = switch (hit.kind()) {
                case FORM -> "表单";
                case INFORMATION_SYSTEM -> "信息系统";
                default -> "数据资源";
            };
            return "%s“%s”(%s):%s,%s"
                    .formatted(
                            word,
                            names.get(hit.kind(), hit.key()).name(),
                            hit.code(),
                            hit.severity().word(),
                            hit.said());
        }

        private String line(AgreementHit hit) {
            var use = hit.use();
            return "共享关系 %s(“%s”):%s%s%s"
                    .formatted(
                            use.agreement(),
                            names.get(Kind.DATA_RESOURCE, use.resource()).name(),
                            hit.severity().word(),
                            use.calls() == 0 ? "" : ",累计调用%d次".formatted(use.calls()),
                            impact.change() == ChangeKind.RESTRICT_SHARING
                                            && !use.missing().isEmpty()
                                    ? ",没有写明" + String.join("、", use.missing())
                                    : "");
        }

        private String why(String department, List<AssetHit> own, List<AgreementHit> used) {
            var way = ways.getOrDefault(department, List.of());
            var told = new StringBuilder();
            for (var place : way) {
                told.append(names.get(place.kind(), place.key()).name());
                if (place.by() != null) {
                    told.append(" ← ")
                            .append(
                                    place.by().activity() == null
                                            ? "派生"
                                            : place.by().activity().word())
                            .append("自 ");
                }
            }
            var byField = own.stream().anyMatch(hit -> hit.kind() == Kind.DATA_FIELD);
            return byField || used.isEmpty()
                    ? told.toString()
                    : "经共享关系 %s 使用 %s".formatted(used.getFirst().use().agreement(), told);
        }
    }

    private Toll.Known known(Walk walk, Change change, List<Toll.Named> named, Entity changed, LocalDate day) {
        var reached = new HashSet<>(walk.owners().keySet());
        reached.addAll(walk.start().owners());
        named.stream().map(Toll.Named::owner).filter(Objects::nonNull).forEach(reached::add);
        var owners = new HashMap<Owner, Toll.OwnerFacts>();
        readOwners(false, reached, owners);
        readOwners(true, reached, owners);
        var touched = walk.touchedResources();
        var uses = touched.isEmpty() ? List.<Use>of() : sharing.uses(touched, day);
        var asked = Kind.labelled(changed.getClass().getSimpleName())
                .map(kind -> new Toll.Asked(kind, Codes.key(changed.code())));
        var derived = walk.touched();
        return new Toll.Known(
                change,
                owners,
                systems(owners, uses),
                uses,
                NEED_ALTERNATIVES.contains(change.kind()) ? alternatives(derived, day) : Map.of(),
                named.stream()
                        .filter(field -> field.bond() == Rule.Bond.BOUND || !derived.contains(field.key()))
                        .toList(),
                asked);
    }

    private void readOwners(boolean ofForms, Set<Owner> reached, Map<Owner, Toll.OwnerFacts> facts) {
        var keys = reached.stream()
                .filter(owner -> owner.isForm() == ofForms)
                .map(Owner::key)
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        graph.query((ofForms ? forms : resources).text())
                .bind(keys)
                .to("keys")
                .fetchAs(Owner.class)
                .mappedBy((types, row) -> {
                    var of = new Projection(row.get("owner"));
                    var owner = Owner.of(ofForms, of.text("key"));
                    facts.put(
                            owner,
                            new Toll.OwnerFacts(
                                    of.text("code"),
                                    of.textOrNull("status"),
                                    row.get("department").asString(null),
                                    row.get("system").asString(null),
                                    of.textOrNull("cycle"),
                                    of.textOrNull("sharing")));
                    return owner;
                })
                .all();
    }

    private Map<String, Toll.SystemFacts> systems(Map<Owner, Toll.OwnerFacts> owners, List<Use> uses) {
        var keys = new HashSet<String>();
        owners.values().forEach(owner -> addTo(keys, owner.system()));
        uses.forEach(use -> addTo(keys, use.system()));
        var facts = new HashMap<String, Toll.SystemFacts>();
        if (!keys.isEmpty()) {
            graph.query(systems.text())
                    .bind(List.copyOf(keys))
                    .to("keys")
                    .fetchAs(String.class)
                    .mappedBy((types, row) -> {
                        var of = new Projection(row.get("system"));
                        facts.put(
                                of.text("key"),
                                new Toll.SystemFacts(
                                        of.text("code"),
                                        of.textOrNull("status"),
                                        row.get("department").asString(null)));
                        return of.text("key");
                    })
                    .all();
        }
        return facts;
    }

    private static void addTo(Set<String> keys, @Nullable String key) {
        if (key != null) {
            keys.add(key);
        }
    }

    private Map<String, String> alternatives(Set<String> fields, LocalDate day) {
        var found = new HashMap<String, String>();
        if (!fields.isEmpty()) {
            graph.query(alternatives.text())
                    .bind(List.copyOf(fields))
                    .to("fields")
                    .bind(day)
                    .to("day")
                    .fetchAs(Alternative.class)
                    .mappedBy((types, row) -> new Alternative(
                            row.get("key").asString(), row.get("alternative").asString()))
                    .all()
                    .forEach(one -> found.put(one.key(), one.alternative()));
        }
        return found;
    }

    private Map<String, Asset> shown(Kind kind, Collection<String> keys) {
        var things = new HashMap<String, Asset>();
        if (!keys.isEmpty()) {
            graph.query(shown.text())
                    .bind(kind.label())
                    .to("label")
                    .bind(List.copyOf(keys))
                    .to("keys")
                    .fetchAs(Shown.class)
                    .mappedBy((types, row) ->
                            new Shown(row.get("key").asString(), (Asset) kind.read(row.get("thing")), null))
                    .all()
                    .forEach(one -> things.put(one.key(), one.asset()));
        }
        return things;
    }

    private static Asset there(Map<String, Asset> assets, String key) {
        return Optional.ofNullable(assets.get(key))
                .orElseThrow(() -> new IllegalStateException(key + " went while its impact was shown"));
    }

    private record Alternative(String key, String alternative) {}

    private record Shown(String key, Asset asset, @Nullable String owner) {

        String name() {
            return owner == null ? asset.name() : owner + "." + asset.name();
        }
    }

    /// What a page of hits names, read in one statement a kind.
    private final class Names {

        private final Map<Kind, Map<String, Shown>> names = new HashMap<>();

        private final ChangeKind change;

        Names(ChangeKind change, List<AssetHit> hits) {
            this(change, hits, new HashMap<>());
        }

        /// @param keys what else is to be named
        Names(ChangeKind change, List<AssetHit> hits, Map<Kind, Set<String>> keys) {
            this.change = change;
            for (var hit : hits) {
                wanted(keys, hit.kind(), hit.key());
                if (hit.by() != null) {
                    wanted(keys, hit.by().kind(), hit.by().key());
                }
                if (hit.alternative() != null) {
                    wanted(keys, Kind.DATA_FIELD, hit.alternative());
                }
            }
            keys.forEach(
                    (kind, these) -> names.put(kind, kind == Kind.DATA_FIELD ? fields(these) : others(kind, these)));
        }

        static void wanted(Map<Kind, Set<String>> keys, Kind kind, String key) {
            keys.computeIfAbsent(kind, one -> new LinkedHashSet<>()).add(key);
        }

        private Map<String, Shown> others(Kind kind, Set<String> keys) {
            var found = new HashMap<String, Shown>();
            Impacts.this.shown(kind, keys).forEach((key, asset) -> found.put(key, new Shown(key, asset, null)));
            return found;
        }

        private Map<String, Shown> fields(Set<String> keys) {
            var found = new HashMap<String, Shown>();
            graph.query(shownFields.text())
                    .bind(List.copyOf(keys))
                    .to("keys")
                    .fetchAs(Shown.class)
                    .mappedBy((types, row) -> new Shown(
                            row.get("key").asString(),
                            DataField.from(row.get("thing")),
                            row.get("owner").asString(null)))
                    .all()
                    .forEach(one -> found.put(one.key(), one));
            return found;
        }

        private Shown get(Kind kind, String key) {
            return Optional.ofNullable(names.getOrDefault(kind, Map.of()).get(key))
                    .orElseThrow(() -> new IllegalStateException(key + " went while its impact was shown"));
        }

        ImpactedAsset shown(AssetHit hit) {
            var alternative = hit.alternative() == null ? null : get(Kind.DATA_FIELD, hit.alternative());
            return new ImpactedAsset(
                    get(hit.kind(), hit.key()).asset(),
                    hit.hop(),
                    hit.severity(),
                    reason(hit, alternative),
                    alternative == null ? null : alternative.asset(),
                    hit.department());
        }

        private String reason(AssetHit hit, @Nullable Shown alternative) {
            var by = hit.by();
            var rule = hit.rule();
            var reason = new StringBuilder();
            if (hit.hop() > 0) {
                reason.append("第%d跳".formatted(hit.hop()));
            } else if (rule == null) {
                reason.append("直接使用").append(change.changed());
            }
            if (by != null) {
                reason.append(by.kind() == Kind.DATA_RESOURCE ? ",随资源整体" : ",")
                        .append(by.activity() == null ? "派生" : by.activity().word())
                        .append("自“")
                        .append(get(by.kind(), by.key()).name())
                        .append("”");
            }
            var said = rule == null ? hit.said() : said(rule, hit, alternative);
            return reason.append(reason.isEmpty() ? "" : ";").append(said).toString();
        }

        private static String said(Rule rule, AssetHit hit, @Nullable Shown alternative) {
            var said = new StringBuilder(rule.sentence(alternative == null ? "" : alternative.name()));
            if (!hit.said().isEmpty()) {
                said.append("(").append(hit.said()).append(")");
            }
            if (alternative != null && !rule.tellsAlternative()) {
                said.append(",可改从“").append(alternative.name()).append("”获取");
            }
            return said.toString();
        }
    }
}
