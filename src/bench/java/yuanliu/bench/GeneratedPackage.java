package yuanliu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a catalogue package of a government that was never there, and beside it, in `truth`, what is known of it:
/// `duplicates.csv` (each party of what is collected twice, and of what only looks so), `cycles.csv`, `hubs.csv` (from
/// which fields most is derived, and which resources most use). The same tier and seed give the same files.
///
/// `mvn -Pbench test -Dtest=GeneratedPackageBench -Dyuanliu.bench.tier=county`
final class GeneratedPackage {

    private static final int HUBS = 100;
    private static final LocalDate BEGIN = LocalDate.of(2021, 1, 1);
    private static final List<String> CYCLES = List.of("实时", "每日", "每日", "每日", "每周", "每月", "每月", "每季度", "每年", "不定期");

    private final Tier tier;
    private final Realm realm;
    private final Map<String, Integer> derived = new HashMap<>();
    private final Map<String, Integer> used = new LinkedHashMap<>();
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

    private interface Rows extends AutoCloseable {

        void row(@Nullable Object... cells) throws IOException;

        @Override
        void close() throws IOException;
    }

    private static Rows csv(Path file, String header) throws IOException {
        var out = Files.newBufferedWriter(file);
        out.write(header);
        out.write('\n');
        return new Rows() {
            @Override
            public void row(@Nullable Object... cells) throws IOException {
                for (var i = 0; i < cells.length; i++) {
                    if (i > 0) {
                        out.write(',');
                    }
                    write(out, cells[i]);
                }
                out.write('\n');
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    private static void write(BufferedWriter out, @Nullable Object cell) throws IOException {
        if (cell == null) {
            return;
        }
        var text = cell.toString();
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            out.write(text);
        } else {
            out.write('"' + text.replace("\"", "\"\"") + '"');
        }
    }

    private void regions(Path folder) throws IOException {
        try (var out = csv(folder.resolve("regions.csv"), "code,name,parent,level")) {
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
        try (var out = csv(
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
        try (var out = csv(folder.resolve("systems.csv"), "code,name,department,level,vertical,network,status")) {
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
        try (var out = csv(
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

    private void catalogue(Path folder) throws IOException {
        try (var entries = csv(
                        folder.resolve("resources.csv"),
                        "code,name,provider,system,class,library,subject,summary,format,sharing,condition,notSharedBasis,basisRank,open,cycle,published,exemption,status");
                var items = csv(
                        folder.resolve("fields.csv"),
                        "resource,name,physicalName,dataType,element,qualifier,acquisition");
                var lineage = csv(
                        folder.resolve("lineage.csv"),
                        "resource,field,fromResource,fromField,activity,rule,assertedBy,confidence,validFrom")) {
            for (var department = 0; department < realm.departments(); department++) {
                var all = realm.fieldsOf(department);
                for (var number = 0; number < all.size(); number++) {
                    entry(entries, department, number);
                    for (var field : all.get(number)) {
                        item(items, lineage, department, number, field);
                    }
                    if (realm.isDouble(department, number)) {
                        for (var one : List.of(number - 1, number)) {
                            realm.truth.add(new Realm.Truth(
                                    "CATALOGUE_ENTRY", "", realm.resourceCode(department, one), null));
                        }
                    }
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

    private static String owner(String field) {
        return field.substring(0, field.indexOf('#'));
    }

    private static String name(String field) {
        return field.substring(field.indexOf('#') + 1);
    }

    private void entry(Rows out, int department, int number) throws IOException {
        resources++;
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
                sharing < 58 ? "用于本部门履职所需的业务办理" : "",
                withheld && based ? "部门文件" : "",
                withheld && based ? "部门规章" : "",
                realm.pick(100, 44, resource, 0) < 18 ? "是" : "否",
                CYCLES.get(realm.pick(CYCLES.size(), 45, resource, 0)),
                published(resource),
                realm.exemption(department, number),
                "已发布");
    }

    private String published(int resource) {
        var day = BEGIN.plusDays(realm.pick(1_800, 46, resource, 0));
        return realm.pick(100, 47, resource, 0) < 3
                ? "%d.%d.".formatted(day.getYear(), day.getMonthValue())
                : day.toString();
    }

    private void item(Rows items, Rows lineage, int department, int number, Realm.Field field) throws IOException {
        fields++;
        var code = realm.resourceCode(department, number);
        var element = field.element();
        items.row(
                code,
                field.name(),
                field.column(),
                field.type(),
                element != null && field.bound() ? element.code() : "",
                field.qualifier(),
                field.acquisition());
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
                    BEGIN.plusDays(realm.pick(1_800, 48, realm.resource(department, number), 0)));
            if (element != null && element.isHub()) {
                derived.merge(from.resource() + "#" + from.field(), 1, Integer::sum);
            }
        }
    }

    /// A quarter of the resources has users, the first of them most.
    private int used(int agreement) {
        var shared = Math.max(1, tier.resources() / 4);
        var rank = (int) Math.min(shared - 1, Math.pow(shared, Math.pow(realm.unit(49, agreement, 0), 0.9)) - 1);
        return (int) (((long) rank * 7_919 + 13) % tier.resources());
    }

    private void agreements(Path folder) throws IOException {
        var users = new int[tier.resources()];
        try (var out = csv(
                folder.resolve("sharing.csv"),
                "code,resource,consumer,method,channel,purpose,grantedOn,expiresOn,onward,calls,status")) {
            for (var agreement = 0; agreement < tier.agreements(); agreement++) {
                var resource = used(agreement);
                users[resource]++;
                out.row(
                        "GX-%07d".formatted(agreement + 1),
                        realm.resourceCode(resource),
                        realm.departmentCode(realm.pick(realm.departments(), 50, agreement, 0)),
                        "接口",
                        "共享平台",
                        "业务办理核验",
                        BEGIN.plusDays(realm.pick(1_800, 51, agreement, 0)),
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

    private void designations(Path folder) throws IOException {
        try (var out = csv(
                folder.resolve("designations.csv"), "element,subject,department,ground,document,validFrom,state")) {
            for (var one : realm.designated.entrySet()) {
                out.row(
                        realm.elements.get(one.getKey()).code(),
                        realm.elements.get(one.getKey()).subject(),
                        realm.departmentCode(one.getValue()),
                        "法定",
                        "数源认定清单",
                        "2023-01-01",
                        "已认定");
            }
        }
    }

    private void truth(Path folder) throws IOException {
        try (var out = csv(folder.resolve("duplicates.csv"), "label,kind,unit,party,trap")) {
            for (var one : realm.truth) {
                out.row(one.trap() == null ? "FINDING" : "TRAP", one.kind(), one.unit(), one.party(), one.trap());
            }
        }
        try (var out = csv(folder.resolve("cycles.csv"), "cycle,field")) {
            for (var cycle = 0; cycle < realm.cycles.size(); cycle++) {
                for (var field : realm.cycles.get(cycle).fields()) {
                    out.row(cycle + 1, field);
                }
            }
        }
        try (var out = csv(folder.resolve("hubs.csv"), "kind,code,count")) {
            var most = new ArrayList<>(derived.entrySet());
            most.sort(Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()));
            for (var one : most.subList(0, Math.min(HUBS, most.size()))) {
                out.row("FIELD_DERIVED", one.getKey(), one.getValue());
            }
            for (var one : used.entrySet()) {
                out.row("RESOURCE_USED", one.getKey(), one.getValue());
            }
        }
    }
}
