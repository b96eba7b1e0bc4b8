package yuanliu.impact;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
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
import yuanliu.catalog.Catalog;
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
import yuanliu.lineage.Numbered;
import yuanliu.lineage.Owner;
import yuanliu.lineage.Walk;
import yuanliu.memory.Flow;
import yuanliu.memory.Image;
import yuanliu.memory.Memory;
import yuanliu.memory.Nodes;
import yuanliu.ownership.Designation;
import yuanliu.ownership.SourceUnit;
import yuanliu.sharing.Sharing;
import yuanliu.sharing.Use;
import yuanliu.web.BadRequest;
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
    private final Catalog catalog;
    private final Derivations derivations;
    private final Sharing sharing;
    private final Today today;
    private final Statement resources;
    private final Statement forms;
    private final Statement systems;
    private final Statement alternatives;
    private final Statement shownFields;
    private final Statement fieldsOfTheStandard;
    private final Statement designations;
    private final Statement designatedFields;
    private final Memory memory;
    private final CalledByMemory.Statements called;

    Impacts(
            Neo4jClient graph,
            Catalog catalog,
            CypherLibrary cypher,
            Derivations derivations,
            Sharing sharing,
            Memory memory,
            Nodes nodes,
            Today today) {
        this.graph = graph;
        this.catalog = catalog;
        this.derivations = derivations;
        this.sharing = sharing;
        this.today = today;
        this.resources = cypher.get("impact/resources");
        this.forms = cypher.get("impact/forms");
        this.systems = cypher.get("impact/systems");
        this.alternatives = cypher.get("impact/alternatives");
        this.shownFields = cypher.get("impact/shown-fields");
        this.fieldsOfTheStandard = cypher.get("impact/fields-of-the-standard");
        this.designations = cypher.get("impact/designations");
        this.designatedFields = cypher.get("impact/designated-fields");
        this.memory = memory;
        this.called = CalledByMemory.Statements.of(graph, nodes, cypher);
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
        var ofTheStandard = changed instanceof DataElement && change.kind().isOfTheStandard();
        var reckoned = ofTheStandard ? Optional.<Reckoning>empty() : byMemory(changed, change, day);
        var reckoning = reckoned.orElseGet(() -> byGraph(changed, change, day));
        var designations = change.kind() == ChangeKind.TRANSFER_SOURCE
                ? designations(reckoning.starts(), changed, day)
                : List.<DesignationHit>of();
        return new Impact(
                changed,
                change.kind(),
                change.cycle() == null ? null : change.cycle().word(),
                change.sharing() == null ? null : change.sharing().word(),
                day,
                reckoning.toll().totals(designations.size()),
                Completeness.of(derivations.isRecorded(day)),
                new Impact.Reckoned(change, reckoning.toll(), designations));
    }

    /// @param starts the keys of the fields at which the change begins
    private record Reckoning(Toll toll, Set<String> starts) {}

    private Reckoning byGraph(Entity changed, Change change, LocalDate day) {
        var ofTheStandard = change.kind().isOfTheStandard() && changed instanceof DataElement;
        var named = ofTheStandard ? ofTheStandard((DataElement) changed) : List.<NamedField>of();
        var walk = ofTheStandard
                ? derivations.walkFrom(bound(named), LineageDirection.DOWNSTREAM, day)
                : derivations.walk(changed, LineageDirection.DOWNSTREAM, day);
        return new Reckoning(
                byGraph(walk, change, named, changed, day), walk.start().fields());
    }

    /// Empty when the memory does not answer.
    private Optional<Reckoning> byMemory(Entity changed, Change change, LocalDate day) {
        return derivations
                .beginning(changed, day)
                .flatMap(beginning -> memory.ask(day, image -> {
                    var walked = beginning.downstream(image, Toll.looksAtAllLinks(change.kind()));
                    return walked == null
                            ? null
                            : new Reckoning(toll(image, walked, change, changed, day), beginning.fields());
                }));
    }

    private LongSet designatedFields(LongList units, LocalDate day) {
        return new LongOpenHashSet(graph.query(designatedFields.text())
                .bind(units)
                .to("units")
                .bind(day)
                .to("day")
                .fetchAs(Long.class)
                .mappedBy((types, row) -> row.get("node").asLong())
                .all());
    }

    private Toll toll(Image image, Image.Walked walked, Change change, Entity changed, LocalDate day) {
        var flow = walked.flow();
        var owners = new ArrayList<Image.OwnerFacts>(flow.owners());
        for (int owner = 0; owner < flow.owners(); owner++) {
            owners.add(image.ownerFacts(walked.owners().getInt(owner)));
        }
        var uses = image.used(walked, day);
        var alternatives = new int[0];
        var more = new IntArrayList();
        if (NEED_ALTERNATIVES.contains(change.kind())) {
            alternatives = image.alternatives(walked, units -> designatedFields(units, day));
            var numbers = new Int2IntOpenHashMap();
            for (int field = 0; field < alternatives.length; field++) {
                if (alternatives[field] != Flow.NONE) {
                    alternatives[field] = numbers.computeIfAbsent(alternatives[field], instead -> {
                        more.add(instead);
                        return flow.size() + more.size() - 1;
                    });
                }
            }
        }
        return new Toll(
                flow,
                new Toll.Known(change, owners, image.parties(), uses, alternatives, List.of(), asked(changed)),
                new CalledByMemory(called, image, walked, more, uses));
    }

    private static Optional<Toll.Asked> asked(Entity changed) {
        return Kind.labelled(changed.getClass().getSimpleName())
                .map(kind -> new Toll.Asked(kind, Codes.key(changed.code())));
    }

    /// A field that the change of an element concerns.
    private record NamedField(Rule.Bond bond, Walk.Field field) {}

    private static List<String> bound(List<NamedField> named) {
        return named.stream()
                .filter(field -> field.bond() == Rule.Bond.BOUND)
                .map(field -> field.field().key())
                .toList();
    }

    private List<NamedField> ofTheStandard(DataElement element) {
        var names = Stream.concat(Stream.of(element.name()), element.synonyms().stream())
                .map(Codes::key)
                .distinct()
                .toList();
        return List.copyOf(graph.query(fieldsOfTheStandard.text())
                .bind(Codes.key(element.code()))
                .to("key")
                .bind(names)
                .to("names")
                .fetchAs(NamedField.class)
                .mappedBy((types, row) -> {
                    var field = new Projection(row.get("field"));
                    return new NamedField(
                            row.get("bound").asBoolean() ? Rule.Bond.BOUND : Rule.Bond.LOOKALIKE,
                            new Walk.Field(
                                    field.text("key"),
                                    field.text("code"),
                                    field.textOrNull("acquisition"),
                                    row.get("ownerKey").isNull()
                                            ? null
                                            : Owner.of(
                                                    row.get("ofForm").asBoolean(),
                                                    row.get("ownerKey").asString())));
                })
                .all());
    }

    private List<DesignationHit> designations(Set<String> fields, Entity changed, LocalDate day) {
        return List.copyOf(graph.query(designations.text())
                .bind(List.copyOf(fields))
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
        var called = impact.toll().called();
        var hits = impact.toll().assets().stream().filter(filter::takes).toList();
        var start = window.after().map(after -> behind(hits, after, called)).orElse(0);
        var part = hits.subList(start, Math.min(hits.size(), start + window.oneMore()));
        var names = new Names(impact, part);
        var page = Page.of(window, part, hits.size(), hit -> Cursor.at(hit.kind(), hit.key(called)));
        return page.map(names::shown);
    }

    private static int behind(List<AssetHit> hits, Cursor after, Called called) {
        var kind = after.values().getFirst();
        var key = after.values().get(1);
        var number = switch (kind) {
            case "DATA_FIELD" -> called.field(key);
            case "DATA_RESOURCE" -> called.owner(false, key);
            case "FORM" -> called.owner(true, key);
            default -> Flow.NONE;
        };
        for (int i = 0; i < hits.size(); i++) {
            var hit = hits.get(i);
            if (hit.kind().name().equals(kind)
                    && (hit.system() == null
                            ? hit.number() == number
                            : hit.system().equals(key))) {
                return i + 1;
            }
        }
        throw new BadRequest(Page.GONE);
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
            var found = new Ways(impact.toll().flow());
            departments.forEach(key -> ways.put(key, way(found, key)));
            this.names = new Names(impact, List.of(), wanted());
        }

        /// To the worst and nearest field, else to the resource that is used by the worst and nearest agreement.
        private List<Ways.Place> way(Ways found, String department) {
            return assets.getOrDefault(department, List.of()).stream()
                    .filter(hit -> hit.kind() == Kind.DATA_FIELD)
                    .findFirst()
                    .map(hit -> found.to(hit.number()))
                    .or(() -> agreements.getOrDefault(department, List.of()).stream()
                            .findFirst()
                            .map(hit -> found.to(~hit.use().owner())))
                    .or(() -> assets.getOrDefault(department, List.of()).stream()
                            .findFirst()
                            .filter(hit -> hit.system() == null)
                            .map(hit -> found.to(~hit.number())))
                    .orElse(List.of());
        }

        private Wanted wanted() {
            var wanted = new Wanted();
            assets.values()
                    .forEach(hits -> hits.stream()
                            .filter(hit -> hit.kind() != Kind.DATA_FIELD)
                            .forEach(wanted::add));
            agreements
                    .values()
                    .forEach(hits ->
                            hits.forEach(hit -> wanted.owners.add(hit.use().owner())));
            ways.values().forEach(way -> way.forEach(place -> wanted.at(place.at())));
            return wanted;
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
                            count(own, hit -> hit.alternative() != Flow.NONE),
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
                            names.of(hit).name(),
                            hit.code(impact.toll().called()),
                            hit.severity().word(),
                            hit.said());
        }

        private String line(AgreementHit hit) {
            var use = hit.use();
            return "共享关系 %s(“%s”):%s%s%s"
                    .formatted(
                            impact.toll().called().agreement(use.agreement()),
                            names.at(~use.owner()).name(),
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
            if (way.isEmpty() && !own.isEmpty()) {
                told.append(names.of(own.getFirst()).name());
            }
            for (var place : way) {
                told.append(names.at(place.at()).name());
                if (place.by() != Flow.NONE) {
                    var activity = impact.toll().flow().activity(place.by());
                    told.append(" ← ")
                            .append(activity == null ? "派生" : activity)
                            .append("自 ");
                }
            }
            var byField = own.stream().anyMatch(hit -> hit.kind() == Kind.DATA_FIELD);
            return byField || used.isEmpty()
                    ? told.toString()
                    : "经共享关系 %s 使用 %s"
                            .formatted(
                                    impact.toll()
                                            .called()
                                            .agreement(used.getFirst().use().agreement()),
                                    told);
        }
    }

    private Toll byGraph(Walk walk, Change change, List<NamedField> named, Entity changed, LocalDate day) {
        var numbered = new Numbered(walk);
        var derived = walk.touched();
        var weighed = named.stream()
                .filter(one -> one.bond() == Rule.Bond.BOUND
                        || !derived.contains(one.field().key()))
                .map(one -> new Toll.Named(
                        one.bond(),
                        numbered.number(one.field()),
                        one.field().acquisition(),
                        one.field().owner() == null
                                ? Flow.NONE
                                : numbered.number(one.field().owner())))
                .toList();
        var touched = walk.touchedResources();
        var used = touched.isEmpty() ? List.<Use>of() : sharing.uses(touched, day);
        var parties = new Parties();
        var facts = new HashMap<Owner, Image.OwnerFacts>();
        var codes = new HashMap<Owner, String>();
        var owners = numbered.owners();
        readOwners(false, owners, facts, codes, parties);
        readOwners(true, owners, facts, codes, parties);
        var agreements = new LinkedHashMap<String, Integer>();
        var uses = new Image.Uses();
        for (var use : used) {
            uses.add(
                    numbered.number(Owner.of(false, use.resource())),
                    agreements.computeIfAbsent(use.agreement(), any -> agreements.size()),
                    parties.department(use.consumer()),
                    parties.system(use.system()),
                    use.calls(),
                    Toll.missing(use.missing()));
        }
        var systemCodes = new HashMap<String, String>();
        return new Toll(
                numbered.flow(),
                new Toll.Known(
                        change,
                        owners.stream().map(owner -> there(facts, owner)).toList(),
                        parties.read(systemCodes),
                        uses,
                        NEED_ALTERNATIVES.contains(change.kind()) ? alternatives(numbered, derived, day) : new int[0],
                        weighed,
                        asked(changed)),
                new CalledInGraph(
                        numbered,
                        owners.stream().map(owner -> there(codes, owner)).toList(),
                        List.copyOf(agreements.keySet()),
                        systemCodes));
    }

    private static <T> T there(Map<Owner, T> known, Owner owner) {
        var one = known.get(owner);
        if (one == null) {
            throw new IllegalStateException("%s went while its impact was counted".formatted(owner));
        }
        return one;
    }

    /// The departments and systems that are met, numbered as they come.
    private final class Parties {

        private final Map<String, Integer> departments = new LinkedHashMap<>();
        private final Map<String, Integer> systems = new LinkedHashMap<>();

        int department(@Nullable String key) {
            return number(departments, key);
        }

        int system(@Nullable String key) {
            return number(systems, key);
        }

        private static int number(Map<String, Integer> numbers, @Nullable String key) {
            return key == null ? Flow.NONE : numbers.computeIfAbsent(key, any -> numbers.size());
        }

        /// @param codes by the key of each system, how it is called
        Image.Parties read(Map<String, String> codes) {
            var facts = new HashMap<String, Image.SystemFacts>();
            if (!systems.isEmpty()) {
                graph.query(Impacts.this.systems.text())
                        .bind(List.copyOf(systems.keySet()))
                        .to("keys")
                        .fetchAs(String.class)
                        .mappedBy((types, row) -> {
                            var of = new Projection(row.get("system"));
                            codes.put(of.text("key"), of.text("code"));
                            facts.put(
                                    of.text("key"),
                                    new Image.SystemFacts(
                                            of.text("key"),
                                            of.textOrNull("status"),
                                            department(row.get("department").asString(null))));
                            return of.text("key");
                        })
                        .all();
            }
            var inOrder = systems.keySet().stream()
                    .map(key -> Objects.requireNonNull(
                            facts.get(key), () -> "The system %s went while its impact was counted".formatted(key)))
                    .toList();
            return new Image.Parties(List.copyOf(departments.keySet()), inOrder);
        }
    }

    private void readOwners(
            boolean ofForms,
            Collection<Owner> reached,
            Map<Owner, Image.OwnerFacts> facts,
            Map<Owner, String> codes,
            Parties parties) {
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
                    codes.put(owner, of.text("code"));
                    facts.put(
                            owner,
                            new Image.OwnerFacts(
                                    of.textOrNull("status"),
                                    of.textOrNull("cycle"),
                                    of.textOrNull("sharing"),
                                    parties.department(row.get("department").asString(null)),
                                    parties.system(row.get("system").asString(null))));
                    return owner;
                })
                .all();
    }

    private int[] alternatives(Numbered numbered, Set<String> fields, LocalDate day) {
        var found = new int[numbered.flow().size()];
        Arrays.fill(found, Flow.NONE);
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
                    .forEach(one -> found[numbered.fieldNumber(one.key())] =
                            numbered.number(new Walk.Field(one.alternative(), one.alternative(), null, null)));
        }
        return found;
    }

    private Map<String, Asset> shown(Kind kind, Collection<String> keys) {
        var things = new HashMap<String, Asset>();
        catalog.find(kind, keys).forEach((key, thing) -> things.put(key, (Asset) thing));
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

    /// What is to be named: fields, resources and forms by their numbers, systems by their keys.
    private static final class Wanted {

        private final IntLinkedOpenHashSet fields = new IntLinkedOpenHashSet();
        private final IntLinkedOpenHashSet owners = new IntLinkedOpenHashSet();
        private final Set<String> systems = new LinkedHashSet<>();

        void add(AssetHit hit) {
            if (hit.system() != null) {
                systems.add(hit.system());
            } else {
                (hit.kind() == Kind.DATA_FIELD ? fields : owners).add(hit.number());
            }
        }

        /// @param place the number of a field, or `~` that of an owner
        void at(int place) {
            if (place >= 0) {
                fields.add(place);
            } else {
                owners.add(~place);
            }
        }
    }

    /// What a page of hits names, read in one statement a kind.
    private final class Names {

        private final Map<Kind, Map<String, Shown>> names = new HashMap<>();
        private final ChangeKind change;
        private final Called called;
        private final Flow flow;

        Names(Impact impact, List<AssetHit> hits) {
            this(impact, hits, new Wanted());
        }

        /// @param wanted what else is to be named
        Names(Impact impact, List<AssetHit> hits, Wanted wanted) {
            this.change = impact.change();
            this.called = impact.toll().called();
            this.flow = impact.toll().flow();
            for (var hit : hits) {
                wanted.add(hit);
                if (hit.by() != Flow.NONE) {
                    wanted.at(flow.linkFrom(hit.by()));
                }
                if (hit.alternative() != Flow.NONE) {
                    wanted.fields.add(hit.alternative());
                }
            }
            called.look(wanted.fields, wanted.owners);
            var keys = new HashMap<Kind, Set<String>>();
            wanted.fields.forEach((int field) -> wanted(keys, Kind.DATA_FIELD, called.fieldKey(field)));
            wanted.owners.forEach((int owner) -> wanted(keys, kind(owner), called.ownerKey(owner)));
            wanted.systems.forEach(key -> wanted(keys, Kind.INFORMATION_SYSTEM, key));
            keys.forEach(
                    (kind, these) -> names.put(kind, kind == Kind.DATA_FIELD ? fields(these) : others(kind, these)));
        }

        private Kind kind(int owner) {
            return flow.isForm(owner) ? Kind.FORM : Kind.DATA_RESOURCE;
        }

        private static void wanted(Map<Kind, Set<String>> keys, Kind kind, String key) {
            keys.computeIfAbsent(kind, one -> new LinkedHashSet<>()).add(key);
        }

        Shown of(AssetHit hit) {
            return get(hit.kind(), hit.key(called));
        }

        /// @param place the number of a field, or `~` that of an owner
        Shown at(int place) {
            return place >= 0
                    ? get(Kind.DATA_FIELD, called.fieldKey(place))
                    : get(kind(~place), called.ownerKey(~place));
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
            var alternative = hit.alternative() == Flow.NONE ? null : at(hit.alternative());
            return new ImpactedAsset(
                    of(hit).asset(),
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
            if (by != Flow.NONE) {
                var activity = flow.activity(by);
                reason.append(flow.linkFrom(by) < 0 ? ",随资源整体" : ",")
                        .append(activity == null ? "派生" : activity)
                        .append("自“")
                        .append(at(flow.linkFrom(by)).name())
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
