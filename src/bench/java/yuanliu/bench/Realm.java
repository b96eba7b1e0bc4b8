package yuanliu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A government that was never there: who collects what, who has it from whom, and what of it is collected twice. All of
/// it follows from a seed and a number, so that anything can be asked of it in any order and little is kept in memory.
///
/// Every element is collected by one kind of department at one level; everybody else has it from there. What is not so
/// was planted, and is known.
///
/// Two elements are trunks, 公民身份号码 and 统一社会信用代码: they flow from one field of the highest department of their kind
/// to the highest platform, from platform to platform down to the counties, and from the platforms to whoever uses them.
final class Realm {

    static final String[] LEVELS = {"国家", "省", "市", "县"};
    private static final double SPREAD = 1.1;
    private static final double PLANTED = 0.06;
    private static final int DOUBLED = 67;
    private static final Set<String> TRUNKS = Set.of("公民身份号码", "统一社会信用代码");
    private static final Set<String> COMPUTED = Set.of("出生日期", "性别代码");
    private static final int SALT = 100_000_007;
    /// How often a field may have been handed on within its department.
    private static final int RELAYS = 5;
    /// One locality in so many sends back to the highest platform what it has from there.
    private static final int LOOPED = 33;

    final Tier tier;
    private final long seed;
    final List<Element> elements = new ArrayList<>();
    private final int[] firstDepartment = new int[5];
    private final int[] firstResource;
    private final int[] firstSystem;
    private final Map<Integer, List<Planted>> planted = new HashMap<>();
    private final Map<Integer, String> exempt = new HashMap<>();
    private final Map<Integer, List<Integer>> ofKind = new HashMap<>();
    final List<Truth> truth = new ArrayList<>();
    final Map<Integer, Integer> designated = new TreeMap<>();
    private final int[][][] children = new int[3][][];
    private final String[] departmentCodes;
    private final int[] levels;
    private final int top;
    /// By the element, the resource its one source lies in, by its number in the department.
    private final Map<Integer, Integer> trunkHomes = new TreeMap<>();
    final List<Cycle> cycles = new ArrayList<>();
    private double size = 1;

    /// @param level at which it is collected
    record Element(
            int number,
            String code,
            String name,
            String other,
            String column,
            String type,
            String format,
            String subject,
            boolean identifying,
            int percent,
            int kind,
            int level) {

        boolean isHub() {
            return percent > 0;
        }

        boolean isTrunk() {
            return TRUNKS.contains(name);
        }
    }

    /// A field that was put where it does not belong.
    ///
    /// @param from the field it is derived from; null for none
    record Planted(
            int element,
            String acquisition,
            boolean bound,
            @Nullable String qualifier,
            @Nullable String from,
            @Nullable String activity) {}

    /// What is known of one party.
    ///
    /// @param trap why it must not be accused; null for a party of a true finding
    record Truth(
            String kind, String unit, String party, @Nullable String trap) {}

    record Cycle(List<String> fields) {}

    /// @param trunk the trunk that it comes from or is the source of, by its element; -1 for none
    /// @param from  those it is derived from
    record Field(
            @Nullable Element element,
            String name,
            String column,
            String type,
            boolean bound,
            @Nullable String qualifier,
            @Nullable String acquisition,
            boolean collected,
            int trunk,
            List<Source> from) {}

    record Source(String resource, String field, String activity) {}

    Realm(Tier tier, long seed) {
        this.tier = tier;
        this.seed = seed;
        for (var level = 0; level < 4; level++) {
            firstDepartment[level + 1] = firstDepartment[level] + tier.regions()[level] * tier.kinds()[level];
        }
        levels = new int[departments()];
        for (var level = 0; level < 4; level++) {
            Arrays.fill(levels, firstDepartment[level], firstDepartment[level + 1], level);
        }
        top = levels[0];
        for (var level = 0; level < 3; level++) {
            children[level] = inside(level);
        }
        departmentCodes = new String[departments()];
        for (var department = 0; department < departments(); department++) {
            departmentCodes[department] = tier.brief()
                    ? "D" + Integer.toString(department + 36 * 36 * 36, 36).toUpperCase(Locale.ROOT)
                    : regionCode(levels[department], regionOf(department)) + "-%02d".formatted(kindOf(department));
        }
        firstResource = shares(tier.resources(), 1);
        firstSystem = shares(tier.systems(), 2);
        makeElements();
        placeTrunks();
        size = calibrated();
        plant();
    }

    // -- chance

    private static long mixed(long value) {
        var mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private long chance(long what, long one, long other) {
        var mixed = mixed(seed + what * 0x9e3779b97f4a7c15L);
        return mixed(mixed(mixed + one * 0x9e3779b97f4a7c15L) + other * 0xd1b54a32d192ed03L);
    }

    int pick(int below, long what, long one, long other) {
        return (int) Long.remainderUnsigned(chance(what, one, other), below);
    }

    double unit(long what, long one, long other) {
        return (chance(what, one, other) >>> 11) * 0x1.0p-53;
    }

    private double normal(long what, long one, long other) {
        return Math.sqrt(-2 * Math.log(1 - unit(what, one, other)))
                * Math.cos(2 * Math.PI * unit(what + 500, one, other));
    }

    // -- who

    int departments() {
        return firstDepartment[4];
    }

    int levelOf(int department) {
        return levels[department];
    }

    int regionOf(int department) {
        var level = levelOf(department);
        return (department - firstDepartment[level]) / tier.kinds()[level];
    }

    int kindOf(int department) {
        var level = levelOf(department);
        return (department - firstDepartment[level]) % tier.kinds()[level];
    }

    int department(int level, int region, int kind) {
        return firstDepartment[level] + region * tier.kinds()[level] + kind;
    }

    int parentRegion(int level, int region) {
        return (int) ((long) region * tier.regions()[level - 1] / tier.regions()[level]);
    }

    /// The region of a level that a region of a lower level lies in.
    private int outer(int level, int region, int wanted) {
        var at = region;
        for (var now = level; now > wanted; now--) {
            at = parentRegion(now, at);
        }
        return at;
    }

    /// The regions of the next level, by the region they lie in.
    private int[][] inside(int level) {
        var within = new int[tier.regions()[level]][];
        var all = tier.regions()[level + 1];
        for (int region = 0, child = 0; region < within.length; region++) {
            var first = child;
            while (child < all && parentRegion(level + 1, child) == region) {
                child++;
            }
            within[region] = IntStream.range(first, child).toArray();
        }
        return within;
    }

    /// Who guides a department: the same kind at the next level that has it; none for the highest.
    int guide(int department) {
        var level = levelOf(department);
        var kind = kindOf(department);
        for (var above = level - 1; above >= 0; above--) {
            if (kind < tier.kinds()[above]) {
                return department(above, outer(level, regionOf(department), above), kind);
            }
        }
        return -1;
    }

    String regionCode(int level, int region) {
        return switch (level) {
            case 0 -> "G000000";
            case 1 -> "G%02d0000".formatted(region + 1);
            case 2 -> "G%02d%02d00".formatted(outer(2, region, 1) + 1, region - first(2, outer(2, region, 1)) + 1);
            default -> {
                var city = outer(3, region, 2);
                yield regionCode(2, city).substring(0, 5) + "%02d".formatted(region - first(3, city) + 1);
            }
        };
    }

    /// The first region of a level that lies in a region of the level above.
    private int first(int level, int parent) {
        return children[level - 1][parent][0];
    }

    String regionName(int level, int region) {
        return level == 0 ? "全国" : Lexicon.place(level * 977 + region * 3) + LEVELS[level];
    }

    String departmentCode(int department) {
        return departmentCodes[department];
    }

    String departmentName(int department) {
        var level = levelOf(department);
        return (level == 0 ? "国家" : regionName(level, regionOf(department)))
                + Lexicon.KINDS.get(kindOf(department));
    }

    boolean isAuthority(int department) {
        return kindOf(department) == 0;
    }

    // -- how much of it

    /// By the number of each department, its first; log-normal, more at the higher levels and in the platforms' hands.
    private int[] shares(int total, int what) {
        var all = departments();
        var weights = new double[all];
        var sum = 0.0;
        for (var department = 0; department < all; department++) {
            var level = levelOf(department);
            var weight = Math.exp(SPREAD * normal(what, department, 0))
                    * (level <= 1 ? 5 : level == 2 ? 2.5 : 1)
                    * (kindOf(department) == 0 ? 3 : 1);
            weights[department] = Math.min(weight, 60);
            sum += weights[department];
        }
        var first = new int[all + 1];
        var so = 0.0;
        for (var department = 0; department < all; department++) {
            so += weights[department];
            first[department + 1] = (int) Math.round(total * so / sum);
        }
        return first;
    }

    int resources(int department) {
        return firstResource[department + 1] - firstResource[department];
    }

    int resource(int department, int number) {
        return firstResource[department] + number;
    }

    String resourceCode(int resource) {
        var department = departmentOf(resource);
        return resourceCode(department, resource - firstResource[department]);
    }

    private int departmentOf(int resource) {
        var at = Arrays.binarySearch(firstResource, resource);
        var found = at >= 0 ? at : -at - 2;
        while (firstResource[found + 1] == firstResource[found]) {
            found++;
        }
        return found;
    }

    int systems(int department) {
        return firstSystem[department + 1] - firstSystem[department];
    }

    String systemCode(int department, int number) {
        return tier.brief()
                ? "X" + departmentCodes[department].substring(1) + "-" + (number + 1)
                : "XT-" + departmentCodes[department] + "-" + (number + 1);
    }

    /// Empty when the department has none.
    String systemOf(int department, int number) {
        var own = isDouble(department, number) ? number - 1 : number;
        return systems(department) == 0
                ? ""
                : systemCode(department, pick(systems(department), 3, department, own));
    }

    // -- what

    private void makeElements() {
        var highest = Arrays.stream(tier.kinds()).max().orElseThrow() - 1;
        for (var hub : Lexicon.HUBS) {
            var number = elements.size();
            add(new Element(
                    number,
                    "H%03d".formatted(number + 1),
                    hub.name(),
                    hub.other(),
                    hub.column(),
                    hub.type(),
                    hub.format(),
                    hub.subject(),
                    hub.identifying(),
                    hub.percent(),
                    hub.kind(),
                    level(hub.kind(), number)));
        }
        var objects = Lexicon.OBJECTS.size();
        var properties = Lexicon.PROPERTIES.size();
        for (var number = elements.size(); number < tier.elements(); number++) {
            var at = number - Lexicon.HUBS.size();
            var object = at % objects;
            var property = Lexicon.PROPERTIES.get((at / objects + object * 7) % properties);
            var modifier = Lexicon.MODIFIERS.get(at / objects / properties);
            var of = modifier + Lexicon.OBJECTS.get(object);
            var kind = 1 + object % highest;
            add(new Element(
                    number,
                    "E%05d".formatted(number + 1),
                    of + property[0],
                    of + property[1],
                    "o" + object + "_" + property[2] + (modifier.isEmpty() ? "" : at / objects / properties),
                    property[3],
                    property[4],
                    object % 3 == 0 ? "自然人" : "法人",
                    false,
                    0,
                    kind,
                    level(kind, number)));
        }
    }

    private void add(Element element) {
        elements.add(element);
        ofKind.computeIfAbsent(element.kind(), kind -> new ArrayList<>()).add(element.number());
    }

    /// The lowest level that has the kind, for most; else the one above.
    private int level(int kind, int element) {
        var lowest = kind < tier.kinds()[3] ? 3 : kind < tier.kinds()[2] ? 2 : 1;
        return lowest == 3 && kind < tier.kinds()[2] && pick(10, 4, element, 0) >= 7 ? 2 : lowest;
    }

    /// Whether a department collects an element of its kind.
    private boolean collects(int department, Element element) {
        return isTrunkSource(department, element) || kindOf(department) == element.kind()
                && levelOf(department) == element.level()
                && resources(department) > 0
                && pick(10, 5, department, element.number()) < tier.collecting();
    }

    private int home(int department, Element element) {
        if (isTrunkSource(department, element)) {
            return Objects.requireNonNull(trunkHomes.get(element.number()));
        }
        var number = pick(resources(department), 6, department, element.number());
        return isDouble(department, number) ? number - 1 : number;
    }

    /// How many of the elements a platform has brought together.
    private int gathered(int department) {
        return Math.min(elements.size(), resources(department) * tier.gathered()[levelOf(department)]);
    }

    private int platformHome(int department, int element) {
        return pick(resources(department), 7, department, element);
    }

    boolean isDouble(int department, int number) {
        return number % DOUBLED == DOUBLED - 1 && !isAuthority(department);
    }

    String resourceCode(int department, int number) {
        return tier.brief()
                ? "R" + departmentCodes[department].substring(1) + "-" + (number + 1)
                : "R-" + departmentCodes[department] + "-" + (number + 1);
    }

    String resourceName(int department, int number) {
        if (isDouble(department, number)) {
            var of = resourceName(department, number - 1);
            return pick(2, 8, department, number) == 0 ? of + "1" : of.substring(0, 2) + " " + of.substring(2);
        }
        var objects = Lexicon.OBJECTS.size();
        var themes = Lexicon.THEMES.size();
        var at = (int) (((long) number * 7_919 + pick(objects * themes, 9, department, 0)) % (objects * themes));
        return Lexicon.OBJECTS.get(at / themes) + Lexicon.THEMES.get(at % themes) + "信息";
    }

    String subject(int department, int number) {
        var own = isDouble(department, number) ? number - 1 : number;
        var dice = pick(10, 10, department, own);
        return dice < tier.persons() ? "自然人" : dice < 9 ? "法人" : "";
    }

    String exemption(int department, int number) {
        return exempt.getOrDefault(resource(department, number), "");
    }

    /// The fields of each resource of a department, by the number there.
    List<List<Field>> fieldsOf(int department) {
        var own = new HashMap<Integer, List<Element>>();
        if (isAuthority(department)) {
            for (var element = 0; element < (resources(department) == 0 ? 0 : gathered(department)); element++) {
                own.computeIfAbsent(platformHome(department, element), number -> new ArrayList<>())
                        .add(elements.get(element));
            }
        } else {
            for (var element : ofKind.getOrDefault(kindOf(department), List.of())) {
                if (collects(department, elements.get(element))) {
                    own.computeIfAbsent(home(department, elements.get(element)), number -> new ArrayList<>())
                            .add(elements.get(element));
                }
            }
        }
        var all = new ArrayList<List<Field>>();
        var relays = new HashMap<Integer, Relay>();
        for (var number = 0; number < resources(department); number++) {
            var like = isDouble(department, number) ? number - 1 : number;
            all.add(fields(department, number, like, own.getOrDefault(like, List.of()), relays));
        }
        return all;
    }

    /// The last resource of a department that has an element from somebody else.
    ///
    /// @param handed how often it was handed on in the department until it came there
    private record Relay(int number, int handed) {}

    private List<Field> fields(
            int department, int number, int like, List<Element> own, Map<Integer, Relay> relays) {
        var fields = new ArrayList<Field>();
        var there = new HashSet<Integer>();
        for (var element : own) {
            there.add(element.number());
            fields.add(
                    isAuthority(department)
                            ? field(department, number, element, "加工派生", suppliers(department, element))
                            : field(
                                    department,
                                    number,
                                    element,
                                    pick(10, 11, department, element.number()) < 8 ? "采集" : "产生",
                                    List.of()));
        }
        for (var one : planted.getOrDefault(resource(department, number), List.of())) {
            if (there.add(one.element())) {
                fields.add(plantedField(department, number, one));
            }
        }
        if (isAuthority(department)) {
            return fields;
        }
        var wanted = Math.max(1, (int) Math.round(size * Math.exp(0.95 * normal(12, department, like))));
        var subject = subject(department, like);
        for (var hub = 0; hub < Lexicon.HUBS.size(); hub++) {
            var element = elements.get(hub);
            if (element.subject().equals(subject)
                    && pick(100, 13, resource(department, like), hub) < element.percent()
                    && there.add(hub)) {
                var key = keyOf(fields);
                fields.add(
                        key != null && COMPUTED.contains(element.name())
                                        && pick(10, 65, resource(department, like), hub) < 3
                                ? new Field(
                                        element,
                                        fieldName(department, number, element),
                                        element.column(),
                                        element.type(),
                                        bound(department, number, element),
                                        null,
                                        "加工派生",
                                        false,
                                        key.trunk(),
                                        List.of(computed(department, number, key)))
                                : copy(department, number, like, element, relays));
            }
        }
        for (var more = 0; fields.size() < Math.min(wanted, 400); more++) {
            if (pick(4, 14, resource(department, like), more) == 0) {
                fields.add(local(department, number, like, more, keyOf(fields)));
            } else {
                var element = someElement(resource(department, like), more);
                if (there.add(element.number()) && !collects(department, element)) {
                    fields.add(copy(department, number, like, element, relays));
                }
            }
        }
        return fields;
    }

    /// By what the records of a resource are found, if it comes from the source of all.
    private static @Nullable Field keyOf(List<Field> fields) {
        for (var field : fields) {
            if (field.trunk() >= 0 && field.element() != null && field.element().isTrunk()) {
                return field;
            }
        }
        return null;
    }

    private Source computed(int department, int number, Field key) {
        return new Source(resourceCode(department, number), key.name(), "加工");
    }

    private Element someElement(int resource, int more) {
        var hubs = Lexicon.HUBS.size();
        var share = Math.pow(unit(15, resource, more), 2.5);
        return elements.get(hubs + (int) (share * (elements.size() - hubs)));
    }

    private Field copy(int department, int number, int like, Element element, Map<Integer, Relay> relays) {
        var resource = resource(department, like);
        if (element.isTrunk()
                ? pick(100, 16, resource, element.number()) < 15
                : element.identifying() && pick(2, 16, resource, element.number()) == 0) {
            return field(department, number, element, "采集", List.of());
        }
        if (element.name().equals("联系电话") && pick(10, 17, resource, 0) < 3) {
            return field(department, number, element, "采集", List.of());
        }
        var from = relayed(department, number, like, element, relays);
        if (from.isEmpty()) {
            from = elsewhere(department, like, element);
            if (!from.isEmpty() && number == like) {
                relays.put(element.number(), new Relay(number, 0));
            }
        }
        var acquisition =
                switch (pick(20, 18, resource, element.number())) {
                    case 0, 1, 2 -> "加工派生";
                    case 3 -> "回流";
                    case 4 -> from.isEmpty() ? "共享获取" : null;
                    case 5 -> element.isTrunk() ? "核验" : "共享获取";
                    default -> "共享获取";
                };
        return field(department, number, element, acquisition, from);
    }

    private List<Source> elsewhere(int department, int like, Element element) {
        return trunkHomes.containsKey(element.number())
                ? fromTrunk(department, like, element)
                : suppliersOf(department, like, element);
    }

    /// From another resource of the same department; empty for who has it from elsewhere.
    private List<Source> relayed(
            int department, int number, int like, Element element, Map<Integer, Relay> relays) {
        var share = element.isTrunk() ? 50 : tier.relayed();
        var before = relays.get(element.number());
        if (number != like
                || before == null
                || before.handed() == RELAYS
                || pick(100, 62, resource(department, like), element.number()) >= share) {
            return List.of();
        }
        relays.put(element.number(), new Relay(number, before.handed() + 1));
        var within = source(department, before.number(), element, "加工");
        if (pick(2, 64, resource(department, like), element.number()) == 0) {
            return List.of(within);
        }
        var from = new ArrayList<>(elsewhere(department, like, element));
        from.addFirst(within);
        return from;
    }

    private Field local(int department, int number, int like, int more, @Nullable Field key) {
        var word = Lexicon.LOCAL.get(pick(Lexicon.LOCAL.size(), 19, resource(department, like), more));
        var name = word + "（" + (char) ('A' + more % 26) + (more / 26 == 0 ? "" : more / 26) + "栏）";
        return key != null && pick(10, 63, resource(department, like), more) < 6
                ? new Field(
                        null,
                        name,
                        "bd" + more,
                        "字符型C",
                        false,
                        null,
                        "加工派生",
                        false,
                        key.trunk(),
                        List.of(computed(department, number, key)))
                : new Field(null, name, "bd" + more, "字符型C", false, null, "产生", false, -1, List.of());
    }

    private Field plantedField(int department, int number, Planted one) {
        var element = elements.get(one.element());
        var name = fieldName(department, number, element);
        var said = one.qualifier() == null ? name : one.qualifier() + name;
        var from = one.from() == null
                ? List.<Source>of()
                : List.of(new Source(
                        one.from().substring(0, one.from().indexOf('#')),
                        one.from().substring(one.from().indexOf('#') + 1),
                        Objects.requireNonNull(one.activity())));
        return new Field(
                element,
                said,
                element.column(),
                element.type(),
                one.bound(),
                one.qualifier(),
                one.acquisition(),
                "采集".equals(one.acquisition()),
                -1,
                from);
    }

    private Field field(
            int department, int number, Element element, @Nullable String acquisition, List<Source> from) {
        return new Field(
                element,
                fieldName(department, number, element),
                element.column(),
                element.type(),
                bound(department, number, element),
                null,
                acquisition,
                "采集".equals(acquisition) || "产生".equals(acquisition),
                trunkHomes.containsKey(element.number())
                                && (!from.isEmpty()
                                        || isTrunkSource(department, element) && number == home(department, element))
                        ? element.number()
                        : -1,
                from);
    }

    private boolean bound(int department, int number, Element element) {
        return pick(100, 20, resource(department, number), element.number()) < (element.isTrunk() ? 94 : 60)
                || isTrunkSource(department, element);
    }

    /// With the noise that catalogues have.
    String fieldName(int department, int number, Element element) {
        var name = element.name();
        var dice = pick(1_000, 21, resource(department, number), element.number());
        if (dice < 200) {
            return element.other();
        }
        if (dice < 220) {
            return name.substring(0, 1) + "　" + name.substring(1);
        }
        return dice < 250 ? name.substring(0, 2) + "·" + name.substring(2) : name;
    }

    private String fieldCode(int department, int number, Element element) {
        return resourceCode(department, number) + "#" + fieldName(department, number, element);
    }

    private Source source(int department, int number, Element element, String activity) {
        return new Source(resourceCode(department, number), fieldName(department, number, element), activity);
    }

    /// From whom a department has an element: the platforms above it, and who collects it; none when nobody says.
    private List<Source> suppliersOf(int department, int number, Element element) {
        var level = levelOf(department);
        var region = regionOf(department);
        var dice = pick(100, 22, resource(department, number), element.number());
        if (dice >= 97) {
            return List.of();
        }
        var from = new ArrayList<Source>();
        var wanted = dice < tier.single() ? 1 : dice < 80 ? 2 : 3;
        if (dice % 5 == 0) {
            add(from, collector(level, region, element, resource(department, number), "交换"));
        }
        for (var at = level; at >= 0 && from.size() < wanted; at--) {
            if (tier.kinds()[at] > 0) {
                var platform = department(at, outer(level, region, at), 0);
                if (resources(platform) > 0 && element.number() < gathered(platform)) {
                    add(from, source(platform, platformHome(platform, element.number()), element, "交换"));
                }
            }
        }
        if (from.size() < wanted && dice % 5 != 0) {
            add(from, collector(level, region, element, resource(department, number), "交换"));
        }
        if (level < element.level()) {
            for (var more = 1; more < tier.contributors() && from.size() < tier.contributors(); more++) {
                var one = collector(level, region, element, resource(department, number) + more * SALT, "交换");
                if (one != null && !from.contains(one)) {
                    from.add(one);
                }
            }
        }
        return from;
    }

    private static void add(List<Source> from, @Nullable Source one) {
        if (one != null) {
            from.add(one);
        }
    }

    private @Nullable Source collector(int level, int region, Element element, int salt, String activity) {
        var at = element.level();
        var where = region;
        if (level >= at) {
            where = outer(level, region, at);
        } else {
            for (var now = level; now < at; now++) {
                var below = children[now][where];
                where = below[pick(below.length, 23, salt, element.number())];
            }
        }
        var who = department(at, where, element.kind());
        for (var beside = 1; beside <= tier.beside() && at > 0 && !collects(who, element); beside++) {
            var near = children[at - 1][parentRegion(at, where)];
            who = department(at, near[pick(near.length, 24, where, element.number() + beside * SALT)], element.kind());
        }
        return collects(who, element) ? source(who, home(who, element), element, activity) : null;
    }

    /// What a platform has brought together: from the platforms below it, else from who collects.
    private List<Source> suppliers(int platform, Element element) {
        var level = levelOf(platform);
        var region = regionOf(platform);
        if (trunkHomes.containsKey(element.number())) {
            return List.of(above(platform, element));
        }
        if (level < element.level()) {
            var from = new ArrayList<Source>();
            for (var child : children[level][region]) {
                if (tier.kinds()[level + 1] > 0) {
                    var below = department(level + 1, child, 0);
                    if (resources(below) > 0 && element.number() < gathered(below)) {
                        from.add(source(below, platformHome(below, element.number()), element, "归集"));
                    }
                }
            }
            if (!from.isEmpty()) {
                return from;
            }
        }
        var one = collector(level, region, element, platform, "归集");
        return one == null ? List.of() : List.of(one);
    }

    // -- trunks

    private void placeTrunks() {
        for (var element : elements) {
            var department = element.isTrunk() ? department(top, 0, element.kind()) : -1;
            if (department >= 0 && resources(department) > 0) {
                var number = pick(resources(department), 60, element.number(), 0);
                trunkHomes.put(element.number(), isDouble(department, number) ? number - 1 : number);
            }
        }
        for (var element : trunkHomes.keySet()) {
            for (var region = 0; region < tier.regions()[3]; region += LOOPED) {
                loop(elements.get(element), region);
            }
        }
    }

    /// What the platform of a county has sends it back to the highest platform.
    private void loop(Element element, int region) {
        var county = department(3, region, 0);
        if (top == 3 || !hasGathered(county, element) || !hasGathered(0, element)) {
            return;
        }
        var round = new ArrayList<String>();
        for (var platform = county; platform > 0; platform = abovePlatform(platform, element)) {
            round.addFirst(fieldCode(platform, platformHome(platform, element.number()), element));
        }
        round.addFirst(fieldCode(0, platformHome(0, element.number()), element));
        cycles.add(new Cycle(round));
    }

    private boolean isTrunkSource(int department, Element element) {
        return trunkHomes.containsKey(element.number()) && department == department(top, 0, element.kind());
    }

    /// The field from which all comes that is said of a trunk.
    String trunkField(int element) {
        var one = elements.get(element);
        var department = department(top, 0, one.kind());
        return fieldCode(department, home(department, one), one);
    }

    Set<Integer> trunks() {
        return trunkHomes.keySet();
    }

    private boolean hasGathered(int platform, Element element) {
        return resources(platform) > 0 && element.number() < gathered(platform);
    }

    /// The nearest platform above that has an element; -1 for none.
    private int abovePlatform(int platform, Element element) {
        for (var at = levelOf(platform) - 1; at >= top; at--) {
            if (tier.kinds()[at] > 0) {
                var above = department(at, outer(levelOf(platform), regionOf(platform), at), 0);
                if (hasGathered(above, element)) {
                    return above;
                }
            }
        }
        return -1;
    }

    private Source above(int platform, Element element) {
        var above = abovePlatform(platform, element);
        return above >= 0
                ? source(above, platformHome(above, element.number()), element, "回流")
                : fromSource(element, "归集");
    }

    private Source fromSource(Element element, String activity) {
        var department = department(top, 0, element.kind());
        return source(department, home(department, element), element, activity);
    }

    /// Most have it from the platform of their own place, some from one above, and some from two.
    private List<Source> fromTrunk(int department, int number, Element element) {
        var resource = resource(department, number);
        var dice = pick(100, 61, resource, element.number());
        if (dice >= 97) {
            return List.of();
        }
        var own = department(levelOf(department), regionOf(department), 0);
        var first = hasGathered(own, element) ? own : abovePlatform(own, element);
        for (var skipped = dice < 75 ? 0 : dice < 92 ? 1 : 2; skipped > 0 && first >= 0; skipped--) {
            first = Math.max(first == 0 ? 0 : -1, abovePlatform(first, element));
        }
        if (first < 0) {
            return List.of(fromSource(element, "交换"));
        }
        var from = new ArrayList<Source>();
        from.add(source(first, platformHome(first, element.number()), element, "交换"));
        if (dice % 10 < 3) {
            var second = abovePlatform(first, element);
            from.add(
                    second < 0
                            ? fromSource(element, "交换")
                            : source(second, platformHome(second, element.number()), element, "交换"));
        }
        return from;
    }

    // -- how big resources are

    /// So that the fields are as many as the tier wants: found out on some of the departments.
    private double calibrated() {
        var low = 0.5;
        var high = 200.0;
        for (var round = 0; round < 12; round++) {
            size = (low + high) / 2;
            long fields = 0;
            long resources = 0;
            var step = Math.max(1, departments() / 700);
            for (var department = 0; department < departments(); department += step) {
                resources += resources(department);
                for (var some : fieldsOf(department)) {
                    fields += some.size();
                }
            }
            if (fields < (double) tier.fields() / tier.resources() * resources) {
                low = size;
            } else {
                high = size;
            }
        }
        return size;
    }

    // -- what is planted

    private void plant() {
        var wanted = (int) Math.round(PLANTED * elements.size());
        for (var index = 0; index < wanted; index++) {
            var element = elements.get(Lexicon.HUBS.size()
                    + (int) ((long) index * (elements.size() - Lexicon.HUBS.size()) / wanted));
            var dice = pick(100, 30, element.number(), 0);
            if (dice < 40) {
                collectTwice(element, "CROSS_DEPARTMENT");
            } else if (dice < 65) {
                collectTwice(element, "UNDESIGNATED_SOURCE");
            } else {
                trap(element, dice);
            }
        }
        for (var element : elements) {
            if (element.isHub() && !element.name().equals("联系电话")
                    || !element.isHub() && !plantedElements().contains(element.number()) && pick(10, 31, element.number(), 0) < 4) {
                designate(element);
            }
        }
        withinDepartments();
        plantCycles();
    }

    private final HashSet<Integer> touched = new HashSet<>();

    private HashSet<Integer> plantedElements() {
        return touched;
    }

    private void designate(Element element) {
        for (var level = 0; level < 4; level++) {
            if (element.kind() < tier.kinds()[level] && tier.regions()[level] == 1) {
                designated.put(element.number(), department(level, 0, element.kind()));
                return;
            }
        }
    }

    /// Departments of other kinds, each in a region where the element is collected, with a resource of theirs that
    /// collects nothing yet.
    private List<int[]> strangers(Element element, int wanted) {
        var found = new ArrayList<int[]>();
        var level = element.level();
        for (var attempt = 0; attempt < 60 && found.size() < wanted; attempt++) {
            var region = pick(tier.regions()[level], 32, element.number(), attempt);
            var source = department(level, region, element.kind());
            var kinds = tier.kinds()[level];
            var kind = 1 + pick(kinds - 1, 33, element.number(), attempt);
            var other = department(level, region, kind);
            if (kind == element.kind() || !collects(source, element) || resources(other) == 0) {
                continue;
            }
            var number = pick(resources(other), 34, element.number(), attempt);
            var resource = resource(other, number);
            if (isDouble(other, number)
                    || isDouble(other, number + 1)
                    || exempt.containsKey(resource)
                    || planted.getOrDefault(resource, List.of()).stream()
                            .anyMatch(one -> one.element() == element.number())
                    || found.stream().anyMatch(one -> one[0] == other)) {
                continue;
            }
            found.add(new int[] {other, number, source});
        }
        return found;
    }

    private void put(int department, int number, Planted one) {
        planted.computeIfAbsent(resource(department, number), key -> new ArrayList<>())
                .add(one);
    }

    private String unitOf(Element element) {
        return element.code() + "/" + element.subject();
    }

    private void collectTwice(Element element, String kind) {
        var others = strangers(element, 2 + pick(4, 35, element.number(), 0));
        if (others.size() < 2) {
            return;
        }
        touched.add(element.number());
        var sources = new HashSet<Integer>();
        for (var other : others) {
            put(other[0], other[1], new Planted(
                    element.number(), "采集", pick(10, 36, element.number(), other[0]) < 6, null, null, null));
            truth.add(new Truth(kind, unitOf(element), fieldCode(other[0], other[1], element), null));
            sources.add(other[2]);
        }
        if (kind.equals("CROSS_DEPARTMENT")) {
            designate(element);
            if (!designated.containsKey(element.number())) {
                designated.put(element.number(), others.getFirst()[2]);
            }
        } else {
            sources.stream()
                    .sorted()
                    .forEach(source -> truth.add(
                            new Truth(kind, unitOf(element), fieldCode(source, home(source, element), element), null)));
        }
    }

    /// What looks like it and is none: exempt by law, had from the source, of somebody in another part, or only verified.
    private void trap(Element element, int dice) {
        var others = strangers(element, 2 + pick(2, 35, element.number(), 0));
        if (others.isEmpty()) {
            return;
        }
        touched.add(element.number());
        for (var other : others) {
            var number = element.number();
            var code = fieldCode(other[0], other[1], element);
            var trap = dice < 75 ? "EXEMPT" : List.of("LINEAGE", "ROLE", "VERIFIED").get(pick(3, 37, number, 0));
            switch (trap) {
                case "EXEMPT" -> {
                    exempt.put(resource(other[0], other[1]), "统计法");
                    put(other[0], other[1], new Planted(number, "采集", true, null, null, null));
                }
                case "LINEAGE" -> put(other[0], other[1], new Planted(
                        number, "采集", true, null, fieldCode(other[2], home(other[2], element), element), "交换"));
                case "ROLE" -> {
                    put(other[0], other[1], new Planted(number, "采集", true, "监护人", null, null));
                    code = resourceCode(other[0], other[1]) + "#监护人" + fieldName(other[0], other[1], element);
                }
                default -> put(other[0], other[1], new Planted(number, "核验", true, null, null, null));
            }
            truth.add(new Truth("UNDESIGNATED_SOURCE", unitOf(element), code, trap));
        }
    }

    /// One department that collects an element in two systems.
    private void withinDepartments() {
        for (var index = 0; index < elements.size() / 100; index++) {
            var element = elements.get(Lexicon.HUBS.size() + index * 97 % (elements.size() - Lexicon.HUBS.size()));
            if (touched.contains(element.number())) {
                continue;
            }
            for (var region = 0; region < tier.regions()[element.level()]; region++) {
                var who = department(element.level(), region, element.kind());
                if (!collects(who, element)) {
                    continue;
                }
                var home = home(who, element);
                var other = (home + 1) % resources(who);
                if (other == home || isDouble(who, other) || isDouble(who, other + 1)
                        || isDouble(who, home + 1)
                        || systemOf(who, home).equals(systemOf(who, other))) {
                    continue;
                }
                touched.add(element.number());
                put(who, other, new Planted(element.number(), "采集", true, null, null, null));
                for (var number : List.of(home, other)) {
                    truth.add(new Truth(
                            "WITHIN_DEPARTMENT", unitOf(element), fieldCode(who, number, element), null));
                }
                break;
            }
        }
    }

    /// What goes up to the platforms and comes back to who collected it, in three of a hundred localities.
    private void plantCycles() {
        var level = 3;
        var localities = tier.regions()[level];
        for (var region = 0; region < localities; region += Math.max(1, Math.min(33, localities))) {
            var platform = department(level, region, 0);
            for (var element : elements) {
                if (element.level() != level || element.isHub() || resources(platform) == 0
                        || element.number() >= gathered(platform) || touched.contains(element.number())) {
                    continue;
                }
                var who = department(level, region, element.kind());
                if (!collects(who, element) || resources(who) < 2) {
                    continue;
                }
                var home = home(who, element);
                var back = (home + 1) % resources(who);
                if (isDouble(who, back) || isDouble(who, home + 1) || isDouble(who, back + 1)) {
                    continue;
                }
                touched.add(element.number());
                var above = fieldCode(platform, platformHome(platform, element.number()), element);
                put(who, back, new Planted(element.number(), "回流", true, null, above, "回流"));
                cycles.add(new Cycle(List.of(
                        fieldCode(who, home, element), above, fieldCode(who, back, element))));
                break;
            }
        }
    }
}
