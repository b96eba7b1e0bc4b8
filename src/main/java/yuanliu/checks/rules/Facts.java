package yuanliu.checks.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Regions;
import yuanliu.ownership.SourceState;
import yuanliu.standards.CodeLists;
import yuanliu.standards.ElementShape;
import yuanliu.standards.FieldShape;
import yuanliu.web.Codes;
import yuanliu.workdays.Workdays;

/// All that the rules look at, as it is on one day.
public final class Facts {

    /// By which filing something was changed last, and where it stood in it.
    public record Filed(@Nullable String batch, @Nullable Long row) {}

    /// What a check can be about, or point to.
    public interface Thing {
        String label();

        String key();

        String code();

        String name();

        @Nullable
        Filed filed();
    }

    /// @param gone      dissolved or merged
    /// @param successor key of who took over
    /// @param line      the key that stands for all departments joined by 业务指导
    public record Department(
            String key,
            String code,
            String name,
            @Nullable String level,
            @Nullable String region,
            boolean authority,
            boolean gone,
            @Nullable String successor,
            @Nullable String office,
            String line,
            @Nullable Filed filed)
            implements Thing {

        private static final List<String> LEVELS = List.of("国家", "省", "市", "县", "乡");

        @Override
        public String label() {
            return "Department";
        }

        /// 0 for the nation's, larger below; the largest where it is not said.
        int depth() {
            return depthOf(level);
        }

        static int depthOf(@Nullable String level) {
            var at = level == null ? -1 : LEVELS.indexOf(level);
            return at < 0 ? LEVELS.size() : at;
        }
    }

    public record InformationSystem(
            String key,
            String code,
            String name,
            @Nullable String level,
            boolean vertical,
            @Nullable String status,
            @Nullable Department department,
            @Nullable Filed filed)
            implements Thing {

        @Override
        public String label() {
            return "InformationSystem";
        }

        boolean live() {
            return !"停用".equals(status) && !"测试".equals(status);
        }
    }

    /// What a row says beside the parts that other things hang on.
    public record Cells(Map<String, Object> values) {

        public String text(String property) {
            return values.get(property) instanceof String text ? text : "";
        }

        public @Nullable LocalDate date(String property) {
            return values.get(property) instanceof LocalDate date ? date : null;
        }

        public @Nullable Long number(String property) {
            return values.get(property) instanceof Long number ? number : null;
        }

        public @Nullable Boolean flag(String property) {
            return values.get(property) instanceof Boolean flag ? flag : null;
        }

        /// A column that the package's format does not know, kept as text.
        public String extra(String header) {
            return text("x_" + header).strip();
        }

        /// As [#extra], for a day.
        public @Nullable LocalDate extraDay(String header) {
            return Days.of(extra(header));
        }
    }

    /// A data resource, or a form.
    ///
    /// @param region   of a form, where it says so; else its department's
    /// @param hasItems whether any field of it is known
    public record Owner(
            String key,
            String code,
            String name,
            boolean form,
            @Nullable Department department,
            @Nullable InformationSystem system,
            @Nullable String region,
            Cells cells,
            boolean hasItems,
            @Nullable Filed filed)
            implements Thing {

        private static final String WITHHELD = "不予共享";

        @Override
        public String label() {
            return form ? "Form" : "DataResource";
        }

        String sharing() {
            return cells.text("sharing");
        }

        boolean withheld() {
            return WITHHELD.equals(sharing());
        }

        boolean published() {
            return "已发布".equals(cells.text("status"));
        }

        /// Neither a draft nor out of use.
        boolean inCatalogue() {
            var status = cells.text("status");
            return !status.equals("已停用") && !status.equals("草稿");
        }

        /// And its system is neither out of use nor for tests.
        boolean live() {
            return inCatalogue() && (system == null || system.live());
        }
    }

    public record Agreement(
            String key,
            String code,
            Owner resource,
            Department consumer,
            Cells cells,
            @Nullable Filed filed) implements Thing {

        @Override
        public String label() {
            return "SharingAgreement";
        }

        @Override
        public String name() {
            return resource.name().strip() + " → " + consumer.name();
        }

        boolean inUse() {
            var status = cells.text("status");
            return status.isEmpty() || status.equals("使用中");
        }

        boolean expiredBefore(LocalDate day) {
            var end = cells.date("expiresOn");
            return end != null && !day.isBefore(end);
        }

        boolean inForce(LocalDate day) {
            return inUse() && !expiredBefore(day);
        }
    }

    public record Element(
            String key,
            String code,
            String name,
            List<String> synonyms,
            boolean identifying,
            @Nullable String dataType,
            @Nullable String baseType,
            @Nullable Long maxLength,
            @Nullable String codeList) {

        /// Enough of it to tell conflicts; hints may want more.
        ElementShape shape() {
            return new ElementShape(name, synonyms, dataType, baseType, null, maxLength, null, codeList);
        }
    }

    /// @param unit key of the unit without scope that it is held as
    public record Field(
            String key,
            String code,
            String name,
            Owner owner,
            @Nullable String unit,
            @Nullable String mode,
            @Nullable String sharing,
            @Nullable Boolean open,
            @Nullable String baseType,
            @Nullable Long maxLength,
            @Nullable String codeList,
            @Nullable Filed filed)
            implements Thing {

        @Override
        public String label() {
            return "DataField";
        }

        boolean collected() {
            return "采集".equals(mode) || "产生".equals(mode);
        }

        String shown() {
            return owner.name().strip() + "." + name;
        }

        /// Enough of it to tell conflicts; hints may want more.
        FieldShape shape() {
            return new FieldShape(name, null, baseType, null, maxLength, null, codeList);
        }

        boolean withheld() {
            return sharing == null ? owner.withheld() : sharing.equals("不予共享");
        }
    }

    /// A row of 数源认定.
    ///
    /// @param named       the department as filed
    /// @param responsible that, or who took over; null when nobody did
    /// @param field       key of the field at which the datum is to be had
    /// @param line        whether it names a whole line by its head
    /// @param inForce     whether it counts on the day
    public record Designation(
            String code,
            @Nullable Department named,
            @Nullable Department responsible,
            @Nullable String field,
            @Nullable String document,
            @Nullable String clause,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            SourceState state,
            boolean line,
            boolean inForce,
            String verifiedBy,
            @Nullable Filed filed) {

        boolean names() {
            return state == SourceState.DESIGNATED || state == SourceState.LEAD_COLLECTOR;
        }

        boolean valid(LocalDate day) {
            return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || day.isBefore(validTo));
        }
    }

    /// @param heldAs  key of the unit without scope
    /// @param region  key of its scope
    /// @param source  who is its source
    /// @param at      key of the source's field
    /// @param ofLine  where the source is a line that names no field, keys of the fields that its members collect or
    /// generate
    /// @param holders the fields of it within its scope, by code
    public record Unit(
            String key,
            String code,
            String name,
            String heldAs,
            Element element,
            @Nullable String subject,
            @Nullable String qualifier,
            @Nullable String region,
            SourceState state,
            @Nullable Department source,
            @Nullable String at,
            Set<String> ofLine,
            List<Designation> designations,
            List<Field> holders)
            implements Thing {

        @Override
        public String label() {
            return "SourceUnit";
        }

        @Override
        public @Nullable Filed filed() {
            return null;
        }
    }

    /// A row of lineage, seen from either end.
    public record Row(String other, @Nullable String activity) {}

    /// What the detection has found of a unit, and nobody has dismissed.
    ///
    /// @param accused keys of fields
    public record Finding(String code, String name, String unit, String suggestion, List<String> accused) {}

    /// That somebody doubts what is shared (异议).
    ///
    /// @param about     key of the doubted field, where it is one
    /// @param shown     what is doubted, as people call it
    /// @param unit      key of its unit
    /// @param respondent who has to answer
    /// @param answered  when it was answered, or not accepted; null as long as it was not
    public record Objection(
            String key,
            String code,
            @Nullable String about,
            String shown,
            @Nullable String unit,
            Department respondent,
            @Nullable Department raiser,
            LocalDate received,
            @Nullable LocalDate answered)
            implements Thing {

        @Override
        public String label() {
            return "Objection";
        }

        @Override
        public String name() {
            return "对“%s”的异议".formatted(shown);
        }

        @Override
        public @Nullable Filed filed() {
            return null;
        }
    }

    /// A rule in force on the day by which a unit's source is held against somebody else's data.
    ///
    /// @param unit  the unit's key
    /// @param field key of the very field, where it says so
    public record Verification(
            String unit, Department department, @Nullable String field) {}

    private final LocalDate day;
    private final Workdays workdays;
    private final Terms terms;
    private final CodeLists codeLists;
    private final Regions regions;
    private final List<Department> offices;
    private final List<InformationSystem> systems;
    private final Map<String, Owner> owners;
    private final List<Owner> resources;
    private final Map<String, List<Owner>> resourcesOf = new HashMap<>();
    private final Map<String, List<Owner>> resourcesIn = new HashMap<>();
    private final Map<String, List<Owner>> resourcesFor = new HashMap<>();
    private final Map<String, Map<String, List<String>>> foreign = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, List<Field>> fieldsOf = new HashMap<>();
    private final List<Agreement> agreements;
    private final Map<String, List<Agreement>> agreementsOn = new HashMap<>();
    private final TreeMap<String, Unit> units = new TreeMap<>(Codes.ORDER);
    private final Map<String, List<Unit>> scopesOf = new HashMap<>();
    private final Map<String, List<Row>> upstream;
    private final Map<String, List<Row>> downstream;
    private final Map<String, List<Row>> wholeUpstream;
    private final Map<String, List<Row>> wholeDownstream;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final List<Objection> objections;
    private final Map<String, List<Verification>> verifications = new HashMap<>();

    /// @param upstream      by a field's key what it is derived from on the day
    /// @param wholeUpstream by a resource's or form's key what it is derived from as a whole
    public Facts(
            LocalDate day,
            Workdays workdays,
            Terms terms,
            CodeLists codeLists,
            Regions regions,
            Map<String, Department> departments,
            Collection<InformationSystem> systems,
            Map<String, Owner> owners,
            Collection<Field> fields,
            Collection<Agreement> agreements,
            Collection<Unit> units,
            Map<String, List<Row>> upstream,
            Map<String, List<Row>> wholeUpstream,
            Collection<Finding> findings,
            Collection<Objection> objections,
            Collection<Verification> verifications) {
        this.day = day;
        this.workdays = workdays;
        this.terms = terms;
        this.codeLists = codeLists;
        this.regions = regions;
        this.offices = inOrder(departments.values());
        this.systems = inOrder(systems);
        this.owners = owners;
        this.resources =
                inOrder(owners.values()).stream().filter(owner -> !owner.form()).toList();
        this.resources.forEach(resource -> {
            if (resource.department() != null) {
                add(resourcesOf, resource.department().key(), resource);
            }
            if (resource.system() != null) {
                add(resourcesIn, resource.system().key(), resource);
            }
            var library = resource.cells().text("library");
            if (!library.isEmpty()) {
                add(resourcesFor, Codes.key(library), resource);
            }
        });
        this.agreements = inOrder(agreements);
        fields.forEach(field -> this.fields.put(field.key(), field));
        inOrder(fields).forEach(field -> add(fieldsOf, field.owner().key(), field));
        this.agreements.forEach(
                agreement -> add(agreementsOn, agreement.resource().key(), agreement));
        units.forEach(unit -> {
            this.units.put(unit.key(), unit);
            if (unit.region() != null) {
                add(scopesOf, unit.heldAs(), unit);
            }
        });
        this.upstream = upstream;
        this.wholeUpstream = wholeUpstream;
        this.downstream = turned(upstream);
        this.wholeDownstream = turned(wholeUpstream);
        findings.forEach(finding -> add(this.findings, finding.unit(), finding));
        this.objections = inOrder(objections);
        verifications.forEach(one -> add(this.verifications, one.unit(), one));
    }

    private static <T extends Thing> List<T> inOrder(Collection<T> some) {
        return some.stream()
                .sorted(Comparator.comparing(Thing::code, Codes.ORDER))
                .toList();
    }

    private static <T> void add(Map<String, List<T>> map, String key, T one) {
        map.computeIfAbsent(key, absent -> new ArrayList<>(2)).add(one);
    }

    private static Map<String, List<Row>> turned(Map<String, List<Row>> rows) {
        var turned = new HashMap<String, List<Row>>();
        rows.forEach((user, sources) ->
                sources.forEach(row -> add(turned, row.other(), new Row(user, row.activity()))));
        turned.values().forEach(these -> these.sort(Comparator.comparing(Row::other, Codes.ORDER)));
        return turned;
    }

    /// Everything of a kind, by code.
    Collection<? extends Thing> all(Subject subject) {
        return switch (subject) {
            case SOURCE_UNIT -> units.values();
            case DATA_RESOURCE -> resources;
            case SHARING_AGREEMENT -> agreements;
            case DEPARTMENT -> offices;
            case INFORMATION_SYSTEM -> systems;
            case OBJECTION -> objections;
        };
    }

    LocalDate day() {
        return day;
    }

    Workdays workdays() {
        return workdays;
    }

    CodeLists codeLists() {
        return codeLists;
    }

    Terms terms() {
        return terms;
    }

    @Nullable
    Field field(@Nullable String key) {
        return key == null ? null : fields.get(key);
    }

    @Nullable
    Owner owner(String key) {
        return owners.get(key);
    }

    List<Owner> resourcesOf(Department department) {
        return resourcesOf.getOrDefault(department.key(), List.of());
    }

    List<Owner> resourcesIn(InformationSystem system) {
        return resourcesIn.getOrDefault(system.key(), List.of());
    }

    /// @param library its key
    List<Owner> resourcesFor(String library) {
        return resourcesFor.getOrDefault(library, List.of());
    }

    /// [Origins#foreign], which many agreements ask of one resource.
    Map<String, List<String>> foreignTo(Owner resource) {
        return foreign.computeIfAbsent(resource.key(), key -> Origins.foreign(this, resource));
    }

    List<Field> fieldsOf(Owner owner) {
        return fieldsOf.getOrDefault(owner.key(), List.of());
    }

    List<Agreement> agreementsOn(Owner resource) {
        return agreementsOn.getOrDefault(resource.key(), List.of());
    }

    /// Those in force on the day.
    List<Agreement> inForceOn(Owner resource) {
        return agreementsOn(resource).stream()
                .filter(agreement -> agreement.inForce(day))
                .toList();
    }

    List<Unit> scopesOf(Unit unit) {
        return scopesOf.getOrDefault(unit.heldAs(), List.of());
    }

    @Nullable
    Unit unit(String key) {
        return units.get(key);
    }

    List<Finding> findingsOf(Unit unit) {
        return findings.getOrDefault(unit.key(), List.of());
    }

    List<Verification> verificationsOf(Unit unit) {
        return verifications.getOrDefault(unit.key(), List.of());
    }

    List<Row> wholesAbove(Owner owner) {
        return wholeUpstream.getOrDefault(owner.key(), List.of());
    }

    List<Row> wholesBelow(Owner owner) {
        return wholeDownstream.getOrDefault(owner.key(), List.of());
    }

    List<Row> rowsBelow(Field field) {
        return downstream.getOrDefault(field.key(), List.of());
    }

    /// What a field is made from, one step: by its own rows, and by the fields of its unit in what its owner as a whole
    /// is made from.
    Collection<String> above(String key) {
        return oneStep(key, upstream, wholeUpstream);
    }

    /// What is made from a field, as [#above].
    Collection<String> below(String key) {
        return oneStep(key, downstream, wholeDownstream);
    }

    private Collection<String> oneStep(String key, Map<String, List<Row>> rows, Map<String, List<Row>> wholes) {
        var own = rows.getOrDefault(key, List.of());
        var field = fields.get(key);
        var others = field == null || field.unit() == null
                ? List.<Row>of()
                : wholes.getOrDefault(field.owner().key(), List.of());
        if (others.isEmpty()) {
            return own.stream().map(Row::other).toList();
        }
        var all = new LinkedHashMap<String, Boolean>();
        own.forEach(row -> all.put(row.other(), true));
        for (var whole : others) {
            for (var other : fieldsOf.getOrDefault(whole.other(), List.of())) {
                if (Objects.equals(other.unit(), Objects.requireNonNull(field).unit())) {
                    all.put(other.key(), true);
                }
            }
        }
        return all.keySet();
    }

    /// Whether a region is another or lies in it.
    boolean within(String region, String outer) {
        return regions.within(region, outer);
    }

    /// Whether two places have ground in common; a place that is not known may be any.
    boolean overlap(@Nullable String one, @Nullable String other) {
        return regions.overlap(one, other);
    }

    /// Where an owner's data is collected; null when nobody says.
    @Nullable
    String regionOf(Owner owner) {
        return owner.region() != null
                ? owner.region()
                : owner.department() == null ? null : owner.department().region();
    }

    /// The departments that use a unit's data by agreements in force, by their keys.
    Map<String, Department> usersOf(Unit unit) {
        var users = new TreeMap<String, Department>(Codes.ORDER);
        var seen = new HashSet<String>();
        for (var holder : unit.holders()) {
            if (!holder.owner().form() && seen.add(holder.owner().key())) {
                inForceOn(holder.owner())
                        .forEach(agreement -> users.put(agreement.consumer().key(), agreement.consumer()));
            }
        }
        return users;
    }

    /// The keys of departments that a set of fields answers to.
    static Set<Department> departmentsOf(Collection<Field> some) {
        var these = new TreeMap<String, Department>(Codes.ORDER);
        some.forEach(field -> {
            var department = field.owner().department();
            if (department != null) {
                these.put(department.key(), department);
            }
        });
        return new java.util.LinkedHashSet<>(these.values());
    }
}
