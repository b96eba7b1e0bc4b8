package yuanliu.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataFormat;
import yuanliu.catalog.Department;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.CollectionCheck.CollectionVerdict;
import yuanliu.duplicates.CollectionCheck.PlannedFieldVerdict;
import yuanliu.duplicates.CollectionPlan.PlannedField;
import yuanliu.duplicates.detection.Scene;
import yuanliu.duplicates.understanding.Described;
import yuanliu.duplicates.understanding.FieldName;
import yuanliu.duplicates.understanding.Reading;
import yuanliu.duplicates.understanding.Signal;
import yuanliu.duplicates.understanding.SignalKind;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.ownership.Designation;
import yuanliu.ownership.Holder;
import yuanliu.ownership.Ledger;
import yuanliu.ownership.SourceUnit;
import yuanliu.ownership.Standing;
import yuanliu.ownership.Unit;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;
import yuanliu.web.Today;

/// Answers, before something is collected, which of it is there already.
@Component
@Transactional(readOnly = true)
class CollectionChecks {

    private static final int MOST_FIELDS = 2_000;
    private static final Set<String> BY_LAW = Set.of("法律", "行政法规", "国务院决定");

    private final Neo4jClient graph;
    private final Understandings understandings;
    private final Scenes scenes;
    private final Ledger ledger;
    private final Lands lands;
    private final Today today;
    private final Statement planner;
    private final Statement heldByDepartments;
    private final Statement sourceFields;
    private final Statement shareableHolder;

    CollectionChecks(
            Neo4jClient graph,
            CypherLibrary cypher,
            Understandings understandings,
            Scenes scenes,
            Ledger ledger,
            Lands lands,
            Today today) {
        this.lands = lands;
        this.today = today;
        this.graph = graph;
        this.understandings = understandings;
        this.scenes = scenes;
        this.ledger = ledger;
        this.planner = cypher.get("duplicates/planner");
        this.heldByDepartments = cypher.get("duplicates/held-by-departments");
        this.sourceFields = cypher.get("duplicates/source-fields");
        this.shareableHolder = cypher.get("duplicates/shareable-holder");
    }

    /// @throws BadRequest when the plan has no fields, too many, one without a name, or names a department or region
    /// that
    ///                    is not there
    CollectionCheck check(CollectionPlan plan) {
        return check(plan, null).check();
    }

    /// A check of what is collected already, and for each field in its order what is known of it though nobody is its
    /// source.
    record Existing(CollectionCheck check, List<Optional<Hint>> hints) {}

    /// Where a value is held that the respondent might confirm instead of writing it.
    ///
    /// @param own whether the asking department has it from those whom it asked before
    record Hint(Holder holder, String resource, boolean own) {}

    /// As [#check(CollectionPlan)], for a form that is in use: what its own department collects in the form's system
    /// came from the form, and does not make the form needless.
    ///
    /// @param collectedIn keys of the systems in which the form's answers are collected; any may be meant when there is
    ///                    none, and null is for what is only planned
    Existing check(CollectionPlan plan, @Nullable Set<String> collectedIn) {
        refuseWhatIsNone(plan);
        var who = planner(plan);
        var understanding = understandings.recent();
        var planned = plan.fields().stream()
                .map(field -> understood(field, plan, understanding))
                .toList();
        var bases = new HashMap<Understood, List<Unit>>();
        planned.forEach(one -> bases.put(one, basesOf(one, understanding)));
        var units = Stream.concat(
                        planned.stream().flatMap(one -> Optional.ofNullable(one.unit()).stream()),
                        bases.values().stream().flatMap(Collection::stream))
                .distinct()
                .toList();
        var known = new Known(units, who, collectedIn);
        var verdicts = new ArrayList<PlannedFieldVerdict>();
        for (var one : planned) {
            verdicts.add(verdict(one, Objects.requireNonNull(bases.get(one)), planned, known));
        }
        var covered = verdicts.stream()
                .filter(verdict -> verdict.verdict() != CollectionVerdict.NEW)
                .count();
        return new Existing(
                new CollectionCheck((double) covered / verdicts.size(), verdicts),
                collectedIn == null ? List.of() : known.hints(planned));
    }

    private static void refuseWhatIsNone(CollectionPlan plan) {
        if (plan.fields().isEmpty()) {
            throw new BadRequest("计划“%s”没有拟采集的信息项".formatted(plan.name()));
        }
        if (plan.fields().size() > MOST_FIELDS) {
            throw new BadRequest("一次最多核对 %d 个信息项,收到 %d 个"
                    .formatted(MOST_FIELDS, plan.fields().size()));
        }
        for (int i = 0; i < plan.fields().size(); i++) {
            if (plan.fields().get(i).name().isBlank()) {
                throw new BadRequest("第 %d 个信息项没有名称".formatted(i + 1));
            }
        }
    }

    /// Who plans.
    ///
    /// @param within the keys of the place and of all that it lies in; empty when it is not known
    private record Planner(@Nullable String department, List<String> within) {}

    private Planner planner(CollectionPlan plan) {
        var department = blankIsNull(plan.department());
        var region = blankIsNull(plan.region());
        var row = graph.query(planner.text())
                .bind(Codes.keyOrNull(department))
                .to("department")
                .bind(Codes.keyOrNull(region))
                .to("region")
                .fetchAs(Record.class)
                .mappedBy((types, one) -> one)
                .one()
                .orElseThrow();
        if (department != null && row.get("department").isNull()) {
            throw new BadRequest("计划的部门“%s”不存在".formatted(department));
        }
        if (region != null && row.get("said").isNull()) {
            throw new BadRequest("计划的区划“%s”不存在".formatted(region));
        }
        return new Planner(
                row.get("department").asString(null), row.get("within").asList(Value::asString));
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /// A planned field, and what it was understood to be.
    private record Understood(
            int place,
            PlannedField field,
            @Nullable Reading reading,
            @Nullable Unit unit,
            List<Signal> signals) {}

    private Understood understood(PlannedField field, CollectionPlan plan, Understanding understanding) {
        var signals = new ArrayList<Signal>();
        var element = blankIsNull(field.element());
        var key = element == null ? null : Codes.key(element);
        if (key != null && understanding.register().get(key) == null) {
            signals.add(new Signal(SignalKind.ELEMENT, -0.1, "数据元“%s”不存在,按名称理解".formatted(element)));
            key = null;
        }
        var format = DataFormat.parse(field.dataType() == null ? "" : field.dataType());
        var described = new Described(
                field.name(),
                key,
                blankIsNull(field.physicalName()),
                format.map(one -> one.baseType().name()).orElse(null),
                format.map(DataFormat::maxLength).map(Integer::longValue).orElse(null),
                null,
                null,
                blankIsNull(field.subject()),
                blankIsNull(field.qualifier()),
                plan.name(),
                null,
                null,
                null,
                null);
        var reading = understanding.read(described).orElse(null);
        if (reading == null) {
            signals.add(new Signal(SignalKind.NAME, 0, "按名称“%s”没有找到对应的数据元".formatted(field.name())));
        } else {
            signals.addAll(reading.signals());
        }
        return new Understood(
                plan.fields().indexOf(field),
                field,
                reading,
                reading == null ? null : scenes.unit(reading, null, null),
                signals);
    }

    /// The units from which a planned field could be computed.
    private List<Unit> basesOf(Understood one, Understanding understanding) {
        var names = new LinkedHashSet<String>();
        var own = FieldName.of(one.field().name());
        names.addAll(understanding.vocabulary().derivedFrom(own.whole()));
        if (one.reading() != null) {
            names.addAll(understanding
                    .vocabulary()
                    .derivedFrom(FieldName.of(one.reading().element().name()).whole()));
        }
        var bases = new ArrayList<Unit>();
        for (var name : names) {
            var described = new Described(
                    name,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    blankIsNull(one.field().subject()),
                    one.reading() == null
                            ? blankIsNull(one.field().qualifier())
                            : one.reading().qualifier(),
                    "",
                    null,
                    null,
                    null,
                    null);
            understanding
                    .read(described)
                    .map(reading -> scenes.unit(reading, null, null))
                    .ifPresent(bases::add);
        }
        return bases;
    }

    private PlannedFieldVerdict verdict(Understood one, List<Unit> bases, List<Understood> planned, Known known) {
        var signals = new ArrayList<>(one.signals());
        var confidence = one.reading() == null ? 0 : one.reading().confidence();
        var unit = one.unit();
        var name = one.field().name();
        if (unit != null) {
            var held = known.held(unit);
            if (held != null) {
                signals.add(new Signal(
                        SignalKind.ACQUISITION,
                        1,
                        "本部门的“%s.%s”已经持有"
                                .formatted(
                                        held.resource(), held.holder().asset().name())));
                return new PlannedFieldVerdict(
                        name,
                        CollectionVerdict.HELD,
                        known.shown(unit),
                        held.holder(),
                        confidence,
                        signals,
                        "不必采集:直接使用本部门“%s”的“%s”"
                                .formatted(
                                        held.resource(), held.holder().asset().name()));
            }
            var from = known.obtainable(unit, signals);
            if (from != null) {
                return new PlannedFieldVerdict(
                        name,
                        CollectionVerdict.OBTAINABLE,
                        known.shown(unit),
                        from.holder(),
                        confidence,
                        signals,
                        "不必采集:向%s申请共享“%s”的“%s”(%s)"
                                .formatted(
                                        from.holder().department().name(),
                                        from.resource(),
                                        from.holder().asset().name(),
                                        from.sharing() == null ? "共享类型未填" : from.sharing()));
            }
        }
        for (var base : bases) {
            var there = known.held(base);
            var source = there == null ? known.obtainable(base, new ArrayList<>()) : there;
            var inPlan = planned.stream().anyMatch(other -> other != one && base.equals(other.unit()));
            if (source != null || inPlan) {
                signals.add(new Signal(SignalKind.ELEMENT, 0.9, "可由“%s”推算".formatted(base.name())));
                return new PlannedFieldVerdict(
                        name,
                        CollectionVerdict.DERIVABLE,
                        unit == null ? null : known.shown(unit),
                        source == null ? null : source.holder(),
                        Math.max(confidence, 0.9),
                        signals,
                        source == null
                                ? "不必采集:由本计划中的“%s”推算".formatted(base.name())
                                : "不必采集:由“%s.%s”推算"
                                        .formatted(
                                                source.resource(),
                                                source.holder().asset().name()));
            }
        }
        return new PlannedFieldVerdict(
                name,
                CollectionVerdict.NEW,
                unit == null ? null : known.shown(unit),
                null,
                confidence,
                signals,
                unit == null ? "可以采集;请先登记数据元并说明采集依据" : known.whyNew(unit));
    }

    /// A field from which something can be had.
    ///
    /// @param regions the key of its department's region, if any
    /// @param ofLine  whether its department is an organ of the line that is the source, and it begins there
    private record Place(
            Holder holder,
            @Nullable String sharing,
            @Nullable String basisRank,
            @Nullable String basis,
            String resource,
            List<String> regions,
            boolean ofLine) {

        boolean withheld() {
            return "不予共享".equals(sharing);
        }

        boolean withheldByLaw() {
            return withheld() && basisRank != null && BY_LAW.contains(basisRank);
        }
    }

    /// What the graph says of the units of a plan, read in few statements.
    private final class Known {

        private final Planner who;
        private final Map<String, Standing> standings;
        private final Map<String, SourceUnit> shown;
        private final Map<String, Map<String, Place>> byDepartment = new HashMap<>();
        private final Map<String, Place> designated = new HashMap<>();
        private final Map<String, Place> others = new HashMap<>();
        private final Map<String, Place> askedBefore = new HashMap<>();
        private final Land land;
        private final Predicate<@Nullable String> reaches;

        Known(List<Unit> units, Planner who, @Nullable Set<String> collectedIn) {
            this.who = who;
            this.land = lands.on(today.date());
            this.reaches = land.reaches(who.within());
            var keys = units.stream().map(Unit::key).distinct().toList();
            var all = new ArrayList<>(keys);
            keys.forEach(key -> who.within().forEach(region -> all.add(key + "@" + region)));
            this.standings = ledger.standingsOf(all);
            this.shown = ledger.byKey(keys);
            if (keys.isEmpty()) {
                return;
            }
            var departments = new LinkedHashSet<String>();
            if (who.department() != null) {
                departments.add(who.department());
            }
            var fields = new LinkedHashSet<String>();
            standings.values().forEach(standing -> {
                var designation = standing.designation();
                if (designation != null && designation.department() != null) {
                    departments.add(Codes.key(designation.department().code()));
                    if (designation.field() != null) {
                        fields.add(Codes.key(designation.field().code()));
                    }
                }
            });
            read(heldByDepartments, Map.of("departments", List.copyOf(departments), "units", keys), row -> {
                var unit = row.get("unit").asString();
                var holder = row.get("holder").asString();
                var places = holder.equals(who.department()) && isAsked(row, collectedIn)
                        ? askedBefore
                        : byDepartment.computeIfAbsent(holder, key -> new HashMap<>());
                places.putIfAbsent(unit, place(row, unit));
            });
            read(sourceFields, Map.of("keys", List.copyOf(fields)), row -> {
                if (row.get("live").asBoolean()) {
                    designated.put(row.get("key").asString(), place(row, ""));
                }
            });
            readShareable(keys.stream().filter(this::needsAnother).toList(), others);
        }

        private static boolean isAsked(Record row, @Nullable Set<String> collectedIn) {
            return collectedIn != null
                    && "采集".equals(row.get("field").get("acquisition").asString(""))
                    && (collectedIn.isEmpty()
                            || row.get("systems").asList(Value::asString).stream()
                                    .anyMatch(collectedIn::contains));
        }

        /// By unit, who can help where it is asked.
        private void readShareable(List<String> units, Map<String, Place> into) {
            if (units.isEmpty()) {
                return;
            }
            var near = land.departments().values().stream()
                    .filter(department -> reaches.test(department.region()))
                    .toList();
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put(
                    "units",
                    units.stream()
                            .map(unit -> Map.of("unit", unit, "near", ofLine(unit, near)))
                            .toList());
            parameters.put("department", who.department());
            parameters.put(
                    "departments",
                    near.size() == land.departments().size()
                            ? null
                            : near.stream().map(Scene.Department::key).toList());
            read(
                    shareableHolder,
                    parameters,
                    row -> into.put(
                            row.get("unit").asString(),
                            place(row, row.get("unit").asString())));
        }

        /// Of the departments that can help, the organs of the line that is a unit's source, and how far each is: who
        /// is in the same place first, then who is in what that lies in, then the others.
        private Map<String, Integer> ofLine(String unit, List<Scene.Department> near) {
            var designation = lineOf(unit);
            if (designation == null) {
                return Map.of();
            }
            var head = land.departments()
                    .get(Codes.key(
                            Objects.requireNonNull(designation.department()).code()));
            var organs = new HashMap<String, Integer>();
            near.stream()
                    .filter(department -> head != null && department.line().equals(head.line()))
                    .forEach(department -> {
                        var at = who.within().indexOf(department.region());
                        organs.put(department.key(), at < 0 ? who.within().size() : at);
                    });
            return organs;
        }

        /// The designation by which a whole line is a unit's source; null when none is.
        private @Nullable Designation lineOf(String unit) {
            var standing = standing(unit);
            var designation = standing == null ? null : standing.designation();
            return designation != null
                            && designation.line()
                            && designation.field() == null
                            && designation.department() != null
                    ? designation
                    : null;
        }

        /// What is held of units that nobody is the source of, and what the department has asked for before.
        List<Optional<Hint>> hints(List<Understood> planned) {
            var sourceless = planned.stream()
                    .flatMap(one -> Optional.ofNullable(one.unit()).stream())
                    .map(Unit::key)
                    .filter(unit -> {
                        var standing = standing(unit);
                        return standing == null || standing.department() == null;
                    })
                    .distinct()
                    .toList();
            var elsewhere = new HashMap<String, Place>();
            readShareable(sourceless, elsewhere);
            return planned.stream()
                    .map(one -> one.unit() == null
                            ? Optional.<Hint>empty()
                            : hint(one.unit().key(), elsewhere))
                    .toList();
        }

        private Optional<Hint> hint(String unit, Map<String, Place> elsewhere) {
            var own = askedBefore.get(unit);
            if (own != null) {
                return Optional.of(new Hint(own.holder(), own.resource(), true));
            }
            return Optional.ofNullable(elsewhere.get(unit))
                    .map(place -> new Hint(place.holder(), place.resource(), false));
        }

        private void read(
                Statement statement,
                Map<String, ? extends @Nullable Object> parameters,
                java.util.function.Consumer<Record> take) {
            var asked = graph.query(statement.text());
            @SuppressWarnings("unchecked")
            var bound = asked.bindAll((Map<String, Object>) parameters);
            bound.fetchAs(Record.class).mappedBy((types, row) -> row).all().forEach(take);
        }

        private static Place place(Record row, String unit) {
            return new Place(
                    new Holder(unit, DataField.from(row.get("field")), Department.from(row.get("department"))),
                    row.get("sharing").asString(null),
                    row.get("basisRank").asString(null),
                    row.get("basis").asString(null),
                    row.get("resource").asString(),
                    row.get("regions").asList(Value::asString),
                    row.get("ofLine").asBoolean(false));
        }

        /// The unit as it is in the ledger; null when nobody holds it yet.
        @Nullable
        SourceUnit shown(Unit unit) {
            return shown.get(unit.key());
        }

        @Nullable
        Place held(Unit unit) {
            return who.department() == null
                    ? null
                    : byDepartment.getOrDefault(who.department(), Map.of()).get(unit.key());
        }

        /// The standing that counts where the plan is carried out: that of the narrowest scope.
        private @Nullable Standing standing(String unit) {
            for (var region : who.within()) {
                var scoped = standings.get(unit + "@" + region);
                if (scoped != null && scoped.department() != null) {
                    return scoped;
                }
            }
            return standings.get(unit);
        }

        private @Nullable Place source(String unit) {
            var standing = standing(unit);
            var designation = standing == null ? null : standing.designation();
            if (designation == null || designation.department() == null) {
                return null;
            }
            if (designation.field() != null) {
                var at = designated.get(Codes.key(designation.field().code()));
                if (at != null) {
                    return at;
                }
            }
            return byDepartment
                    .getOrDefault(Codes.key(designation.department().code()), Map.of())
                    .get(unit);
        }

        private boolean needsAnother(String unit) {
            var standing = standing(unit);
            if (standing == null || standing.department() == null) {
                return false;
            }
            var source = source(unit);
            return source == null || lineOf(unit) != null || source.withheld() && !source.withheldByLaw();
        }

        @Nullable
        Place obtainable(Unit unit, List<Signal> signals) {
            var standing = standing(unit.key());
            if (standing == null || standing.department() == null) {
                signals.add(new Signal(SignalKind.SOURCE, -0.5, "“%s”没有有效的数源认定".formatted(unit.name())));
                return null;
            }
            var source = source(unit.key());
            if (source != null && source.withheldByLaw()) {
                signals.add(new Signal(
                        SignalKind.SOURCE,
                        -0.5,
                        "数源“%s”依%s不予共享:%s".formatted(source.resource(), source.basisRank(), source.basis())));
                return null;
            }
            var other = others.get(unit.key());
            if (other != null && other.ofLine()) {
                signals.add(new Signal(
                        SignalKind.SOURCE,
                        0.5,
                        "数源是%s的条线,在本地是%s,“%s”可以共享"
                                .formatted(
                                        standing.department().name(),
                                        other.holder().department().name(),
                                        other.resource())));
                return other;
            }
            if (source != null && !source.withheld() && inReach(source) && !isOwn(source)) {
                signals.add(new Signal(
                        SignalKind.SOURCE,
                        0.5,
                        "数源是%s,“%s”可以共享".formatted(source.holder().department().name(), source.resource())));
                return with(source, unit);
            }
            if (other != null) {
                signals.add(new Signal(
                        SignalKind.SOURCE,
                        0.3,
                        "数源不能直接共享,%s的“%s”可以"
                                .formatted(other.holder().department().name(), other.resource())));
                return other;
            }
            signals.add(new Signal(SignalKind.SOURCE, -0.3, "没有可共享的资源持有“%s”".formatted(unit.name())));
            return null;
        }

        private boolean isOwn(Place place) {
            return Codes.key(place.holder().department().code()).equals(who.department());
        }

        private static Place with(Place place, Unit unit) {
            return new Place(
                    new Holder(
                            unit.key(), place.holder().asset(), place.holder().department()),
                    place.sharing(),
                    place.basisRank(),
                    place.basis(),
                    place.resource(),
                    place.regions(),
                    place.ofLine());
        }

        private boolean inReach(Place place) {
            return place.regions().isEmpty() || reaches.test(place.regions().getFirst());
        }

        String whyNew(Unit unit) {
            var standing = standing(unit.key());
            if (standing == null || standing.department() == null) {
                return "可以采集:“%s”还没有数源;建议同时申请认定数源部门".formatted(unit.name());
            }
            var source = source(unit.key());
            return source != null && source.withheldByLaw()
                    ? "可以采集:数源%s依法不予共享"
                            .formatted(Objects.requireNonNull(standing.department())
                                    .name())
                    : "可以采集:目前没有可共享的资源;请%s提供共享后改为共享取得"
                            .formatted(Objects.requireNonNull(standing.department())
                                    .name());
        }
    }
}
