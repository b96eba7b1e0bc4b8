package yuanliu.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Writes a catalogue package of a government that was never there, and beside it, in `truth`, what is known of it:
/// `duplicates.csv` (each party of what is collected twice, and of what only looks so), `cycles.csv`, `hubs.csv` (from
/// which fields most is derived directly, how many fields come from each trunk over however many steps, by how many fields
/// its unit is held, and which resources most use). The same tier and seed give the same files.
///
/// It is written as it is made, with some megabytes in memory: the nation too.
///
/// `mvn -Pbench test -Dtest=GeneratedPackageBench -Dyuanliu.bench.tier=county`
final class GeneratedPackage {

    private static final int HUBS = 100;
    private static final LocalDate BEGIN = LocalDate.of(2021, 1, 1);
    private static final String[] DAYS =
            BEGIN.datesUntil(BEGIN.plusDays(1_800)).map(LocalDate::toString).toArray(String[]::new);
    private static final List<String> CYCLES = List.of("实时", "每日", "每日", "每日", "每周", "每月", "每月", "每季度", "每年", "不定期");
    private static final List<String> GRADES = List.of("一般数据1级", "一般数据3级", "一般数据2级", "一般数据3级");

    private final Tier tier;
    private final Realm realm;
    private final Map<String, Integer> derived = new HashMap<>();
    private final Map<String, Integer> used = new LinkedHashMap<>();
    private final Map<Integer, Integer> reached = new TreeMap<>();
    private final Map<Integer, Integer> held = new TreeMap<>();
    private long resources;
    private long fields;
    private long rows;

    GeneratedPackage(Tier tier, long seed) {
        this.tier = tier;
        this.realm = new Realm(tier, seed);
    }

    public static void main(String[] given) throws IOException {
        if (given.length != 3) {
            throw new IllegalArgumentException("Wanted: tier seed folder, for instance county 1 target/county");
        }
        System.out.println(new GeneratedPackage(Tier.named(given[0]), Long.parseLong(given[1])).write(Path.of(given[2])));
    }

    /// @return what was written, in a line
    String write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("truth"));
        regions(folder);
        departments(folder);
        systems(folder);
        elements(folder);
        catalogue(folder);
        agreements(folder);
        designations(folder);
        truth(folder.resolve("truth"));
        return "%s: %d departments, %d systems, %d elements, %d resources, %d fields, %d agreements, %d rows of lineage, %d rows of truth, %d cycles"
                .formatted(
                        tier.name(),
                        realm.departments(),
                        tier.systems(),
                        tier.elements(),
                        resources,
                        fields,
                        tier.agreements(),
                        rows,
                        realm.truth.size(),
                        realm.cycles.size());
    }

    /// A sheet that is written from its beginning to its end.
    private static final class Sheet implements AutoCloseable {

        private final OutputStream out;
        private final Lines lines = new Lines();

        Sheet(Path file, String header) throws IOException {
            out = Files.newOutputStream(file);
            lines.row((Object[]) header.split(","));
        }

        void row(@Nullable Object... cells) throws IOException {
            lines.row(cells);
            if (lines.isFull()) {
                lines.drain(out);
            }
        }

        void append(Lines more) throws IOException {
            lines.drain(out);
            more.drain(out);
        }

        @Override
        public void close() throws IOException {
            lines.drain(out);
            out.close();
        }
    }

    private void regions(Path folder) throws IOException {
        try (var out = new Sheet(folder.resolve("regions.csv"), "code,name,parent,level")) {
            for (var level = 0; level < 4; level++) {
                for (var region = 0; region < tier.regions()[level]; region++) {
                    out.row(
                            realm.regionCode(level, region),
                            realm.regionName(level, region),
                            level == 0 ? "" : realm.regionCode(level - 1, realm.parentRegion(level, region)),
                            Realm.LEVELS[level]);
                }
            }
        }
    }

    private void departments(Path folder) throws IOException {
        try (var out = new Sheet(
                folder.resolve("departments.csv"), "code,name,region,level,guidedBy,dataAuthority,status")) {
            for (var department = 0; department < realm.departments(); department++) {
                var level = realm.levelOf(department);
                var guide = realm.guide(department);
                out.row(
                        realm.departmentCode(department),
                        realm.departmentName(department),
                        realm.regionCode(level, realm.regionOf(department)),
                        Realm.LEVELS[level],
                        guide < 0 ? "" : realm.departmentCode(guide),
                        realm.isAuthority(department) ? "是" : "否",
                        "在设");
            }
        }
    }

    private void systems(Path folder) throws IOException {
        try (var out = new Sheet(folder.resolve("systems.csv"), "code,name,department,level,vertical,network,status")) {
            for (var department = 0; department < realm.departments(); department++) {
                for (var number = 0; number < realm.systems(department); number++) {
                    out.row(
                            realm.systemCode(department, number),
                            realm.departmentName(department) + "业务系统" + (number + 1),
                            realm.departmentCode(department),
                            Realm.LEVELS[realm.levelOf(department)],
                            "否",
                            "政务外网",
                            "运行");
                }
            }
        }
    }

    private void elements(Path folder) throws IOException {
        try (var out = new Sheet(
                folder.resolve("elements.csv"),
                "code,name,synonyms,identifier,subject,dataType,format,identifying,definition")) {
            for (var element : realm.elements) {
                out.row(
                        element.code(),
                        element.name(),
                        realm.pick(10, 40, element.number(), 0) < 5 ? element.other() : "",
                        element.column().toUpperCase(java.util.Locale.ROOT),
                        element.subject(),
                        element.type(),
                        element.format(),
                        element.identifying() ? "是" : "否",
                        "");
            }
        }
    }

    /// What some departments, one after the other, add to the catalogue.
    private final class Part {

        private final Lines entries = new Lines();
        private final Lines items = new Lines();
        private final Lines lineage = new Lines();
        private final List<Realm.Truth> truth = new ArrayList<>();
        private final Map<String, Integer> derived = new HashMap<>();
        private final Map<Integer, Integer> reached = new TreeMap<>();
        private final Map<Integer, Integer> held = new TreeMap<>();
        private long resources;
        private long fields;
        private long rows;

        Part(int from, int to) {
            for (var department = from; department < to; department++) {
                write(department);
            }
        }

        private void write(int department) {
            var all = realm.fieldsOf(department);
            for (var number = 0; number < all.size(); number++) {
                entry(entries, department, number);
                resources++;
                for (var field : all.get(number)) {
                    item(department, number, field);
                }
                if (realm.isDouble(department, number)) {
                    for (var one : List.of(number - 1, number)) {
                        truth.add(new Realm.Truth("CATALOGUE_ENTRY", "", realm.resourceCode(department, one), null));
                    }
                }
            }
        }

        private void item(int department, int number, Realm.Field field) {
            fields++;
            var code = realm.resourceCode(department, number);
            var element = field.element();
            var binding = element != null && field.bound() ? element : null;
            items.row(
                    code,
                    field.name(),
                    field.column(),
                    field.type(),
                    binding == null ? "" : binding.code(),
                    field.qualifier(),
                    field.acquisition());
            if (binding != null && binding.isTrunk() && field.qualifier() == null) {
                held.merge(binding.number(), 1, Integer::sum);
            }
            if (field.trunk() >= 0) {
                reached.merge(field.trunk(), 1, Integer::sum);
            }
            for (var from : field.from()) {
                rows++;
                lineage.row(
                        code,
                        field.name(),
                        from.resource(),
                        from.field(),
                        from.activity(),
                        "",
                        "解析",
                        "0.95",
                        DAYS[realm.pick(DAYS.length, 48, realm.resource(department, number), 0)]);
                if (element != null && element.isHub()) {
                    derived.merge(from.resource() + "#" + from.field(), 1, Integer::sum);
                }
            }
        }
    }

    /// Parts are made beside each other, a few ahead of the one that is written, and written in their order.
    private void catalogue(Path folder) throws IOException {
        var threads = Runtime.getRuntime().availableProcessors();
        try (var entries = new Sheet(
                        folder.resolve("resources.csv"),
                        "code,name,provider,system,class,library,subject,summary,format,sharing,sharingMethod,condition,notSharedBasis,basisRank,open,cycle,published,grade,exemption,status");
                var items = new Sheet(
                        folder.resolve("fields.csv"),
                        "resource,name,physicalName,dataType,element,qualifier,acquisition");
                var lineage = new Sheet(
                        folder.resolve("lineage.csv"),
                        "resource,field,fromResource,fromField,activity,rule,assertedBy,confidence,validFrom");
                var makers = Executors.newFixedThreadPool(threads)) {
            var ahead = new ArrayDeque<Future<Part>>();
            for (int from = 0, to; from < realm.departments() || !ahead.isEmpty(); from = to) {
                to = nextPart(from);
                if (from < to) {
                    int first = from, end = to;
                    ahead.add(makers.submit(() -> new Part(first, end)));
                }
                if (ahead.size() > threads || from == to) {
                    var part = made(ahead.remove());
                    entries.append(part.entries);
                    items.append(part.items);
                    lineage.append(part.lineage);
                    count(part);
                }
            }
            for (var cycle : realm.cycles) {
                var home = cycle.fields().getFirst();
                var back = cycle.fields().getLast();
                rows++;
                lineage.row(owner(home), name(home), owner(back), name(back), "回流", "", "人工", "1", BEGIN);
            }
        }
    }

    /// Where a part ends that begins with a department: it has some four thousand resources.
    private int nextPart(int from) {
        var resources = 0;
        var to = from;
        while (to < realm.departments() && resources < 4_000) {
            resources += realm.resources(to++);
        }
        return to;
    }

    private static Part made(Future<Part> part) {
        try {
            return part.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void count(Part part) {
        resources += part.resources;
        fields += part.fields;
        rows += part.rows;
        realm.truth.addAll(part.truth);
        part.derived.forEach((field, count) -> derived.merge(field, count, Integer::sum));
        part.reached.forEach((trunk, count) -> reached.merge(trunk, count, Integer::sum));
        part.held.forEach((element, count) -> held.merge(element, count, Integer::sum));
    }

    private static String owner(String field) {
        return field.substring(0, field.indexOf('#'));
    }

    private static String name(String field) {
        return field.substring(field.indexOf('#') + 1);
    }

    private void entry(Lines out, int department, int number) {
        var resource = realm.resource(department, number);
        var sharing = realm.pick(100, 41, resource, 0);
        var withheld = sharing >= 94;
        var based = realm.pick(100, 42, resource, 0) >= 15;
        var formats = realm.pick(100, 43, resource, 0);
        out.row(
                realm.resourceCode(department, number),
                realm.resourceName(department, number),
                realm.departmentCode(department),
                realm.systemOf(department, number),
                realm.isAuthority(department) ? "基础" : "部门",
                realm.isAuthority(department) && number % 5 == 0 ? realm.departmentName(department) + "基础库" : "",
                realm.subject(department, number),
                "",
                formats < 62 ? "数据库" : formats < 77 ? "电子表格" : formats < 89 ? "电子文件" : formats < 97 ? "接口" : "图形图像",
                sharing < 58 ? "有条件共享" : withheld ? "不予共享" : "无条件共享",
                withheld ? "" : "共享平台方式/" + (formats < 62 ? "数据库" : formats < 89 || formats >= 97 ? "文件" : "接口"),
                sharing < 58 ? "用于本部门履职所需的业务办理" : "",
                withheld && based ? "部门文件" : "",
                withheld && based ? "部门规章" : "",
                realm.pick(100, 44, resource, 0) < 18 ? "是" : "否",
                CYCLES.get(realm.pick(CYCLES.size(), 45, resource, 0)),
                published(resource),
                grade(resource),
                realm.exemption(department, number),
                "已发布");
    }

    private String published(int resource) {
        var day = realm.pick(DAYS.length, 46, resource, 0);
        if (realm.pick(100, 47, resource, 0) < 3) {
            var written = BEGIN.plusDays(day);
            return written.getYear() + "." + written.getMonthValue() + ".";
        }
        return DAYS[day];
    }

    /// What some have not graded yet is published all the same.
    private String grade(int resource) {
        var chance = realm.pick(100, 55, resource, 0);
        return chance < 5 ? "" : GRADES.get(chance % GRADES.size());
    }

    /// A quarter of the resources has users, the first of them most.
    private int used(int agreement) {
        var shared = Math.max(1, tier.resources() / 4);
        var heads = tier.heads();
        var chance = Math.pow(realm.unit(49, agreement, 0), 0.9);
        var rank = (int) Math.min(shared - 1, heads * (Math.pow((double) shared / heads, chance) - 1));
        return (int) (((long) rank * 7_919 + 13) % tier.resources());
    }

    private void agreements(Path folder) throws IOException {
        var users = new int[tier.resources()];
        try (var out = new Sheet(
                folder.resolve("sharing.csv"),
                "code,resource,consumer,system,method,channel,purpose,grantedOn,expiresOn,onward,calls,status")) {
            for (var agreement = 0; agreement < tier.agreements(); agreement++) {
                var resource = used(agreement);
                var consumer = realm.pick(realm.departments(), 50, agreement, 0);
                users[resource]++;
                out.row(
                        agreementCode(agreement),
                        realm.resourceCode(resource),
                        realm.departmentCode(consumer),
                        realm.systems(consumer) > 0 && realm.pick(10, 53, agreement, 0) < 7
                                ? realm.systemCode(
                                        consumer, realm.pick(realm.systems(consumer), 54, agreement, 0))
                                : "",
                        "接口",
                        "共享平台",
                        "业务办理核验",
                        DAYS[realm.pick(DAYS.length, 51, agreement, 0)],
                        "2035-12-31",
                        "否",
                        (long) Math.exp(2.5 * realm.unit(52, agreement, 0) * 4),
                        "使用中");
            }
        }
        var most = new ArrayList<Integer>();
        for (var resource = 0; resource < users.length; resource++) {
            if (users[resource] > 0) {
                most.add(resource);
            }
        }
        most.sort(java.util.Comparator.comparingInt(resource -> -users[resource]));
        for (var resource : most.subList(0, Math.min(HUBS, most.size()))) {
            used.put(realm.resourceCode(resource), users[resource]);
        }
    }

    private String agreementCode(int agreement) {
        if (tier.brief()) {
            return "G" + (agreement + 1);
        }
        var number = String.valueOf(agreement + 1);
        return "GX-" + "0".repeat(Math.max(0, 7 - number.length())) + number;
    }

    private void designations(Path folder) throws IOException {
        try (var out = new Sheet(
                folder.resolve("designations.csv"), "element,subject,department,resource,field,ground,document,validFrom,state")) {
            for (var one : realm.designated.entrySet()) {
                var trunk = realm.trunks().contains(one.getKey()) ? realm.trunkField(one.getKey()) : "#";
                out.row(
                        realm.elements.get(one.getKey()).code(),
                        realm.elements.get(one.getKey()).subject(),
                        realm.departmentCode(one.getValue()),
                        owner(trunk),
                        name(trunk),
                        "法定",
                        "数源认定清单",
                        "2023-01-01",
                        "已认定");
            }
        }
    }

    private void truth(Path folder) throws IOException {
        try (var out = new Sheet(folder.resolve("duplicates.csv"), "label,kind,unit,party,trap")) {
            for (var one : realm.truth) {
                out.row(one.trap() == null ? "FINDING" : "TRAP", one.kind(), one.unit(), one.party(), one.trap());
            }
        }
        try (var out = new Sheet(folder.resolve("cycles.csv"), "cycle,field")) {
            for (var cycle = 0; cycle < realm.cycles.size(); cycle++) {
                for (var field : realm.cycles.get(cycle).fields()) {
                    out.row(cycle + 1, field);
                }
            }
        }
        try (var out = new Sheet(folder.resolve("hubs.csv"), "kind,code,count")) {
            var most = new ArrayList<>(derived.entrySet());
            most.sort(Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()));
            for (var one : most.subList(0, Math.min(HUBS, most.size()))) {
                out.row("FIELD_DERIVED", one.getKey(), one.getValue());
            }
            for (var one : reached.entrySet()) {
                // The source itself is none of those that come from it.
                out.row("FIELD_REACHED", realm.trunkField(one.getKey()), one.getValue() - 1);
            }
            for (var one : held.entrySet()) {
                var element = realm.elements.get(one.getKey());
                out.row("UNIT_HELD", element.code() + "/" + element.subject(), one.getValue());
            }
            for (var one : used.entrySet()) {
                out.row("RESOURCE_USED", one.getKey(), one.getValue());
            }
        }
    }
}
