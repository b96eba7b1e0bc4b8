package yuanliu.duplicates;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import yuanliu.duplicates.LabelledSetTests.Label;

/// A city of the labelled set as its files say it, read without the product: the second pass over the labels must not
/// lean on what it checks.
final class LabelledCity {

    private static final Path ROOT = Path.of("src", "test", "resources", "labelled");

    /// The day for which the labels hold.
    private static final String DAY = "2026-11-26";

    private static final Set<String> NOT_LIVE = Set.of("测试", "停用");
    private static final Set<String> RELATED = Set.of("高新技术企业", "规模以上企业", "内资企业", "外商投资企业");
    private static final Set<String> BODIES = Set.of("企业", "个体工商户", "社会组织", "事业单位", "机关", "农民专业合作社");

    private final Path folder;
    private final List<Label> labels = new ArrayList<>();
    private final Map<String, Map<String, String>> regions = new HashMap<>();
    private final Map<String, Map<String, String>> departments = new HashMap<>();
    private final Map<String, Map<String, String>> systems = new HashMap<>();
    private final Map<String, Map<String, String>> elements = new HashMap<>();
    private final Map<String, Map<String, String>> owners = new HashMap<>();
    private final Map<String, Map<String, String>> fields = new HashMap<>();
    private final List<Map<String, String>> sharings;
    private final List<Map<String, String>> lineage;
    private final List<Map<String, String>> designations;
    private final List<String> twice = new ArrayList<>();

    private LabelledCity(Path folder) {
        this.folder = folder;
        keep(regions, "regions.csv", "区划代码");
        keep(departments, "departments.csv", "部门编码");
        keep(systems, "systems.csv", "系统编码");
        keep(elements, "elements.csv", "数据元编码");
        keep(owners, "resources.csv", "资源编码");
        keep(owners, "forms.csv", "表单编码");
        keep(fields, "fields.csv", "资源编码", "信息项名称");
        keep(fields, "form-fields.csv", "表单编码", "填报项名称");
        sharings = rows("sharing.csv");
        lineage = rows("lineage.csv");
        designations = rows("designations.csv");
        for (var row : rows("labels.csv")) {
            labels.add(new Label(
                    cell(row, "label"),
                    cell(row, "kind"),
                    cell(row, "unit"),
                    list(cell(row, "parties")),
                    list(cell(row, "source")),
                    cell(row, "keeper"),
                    cell(row, "maxBand"),
                    cell(row, "trap"),
                    cell(row, "reason")));
        }
    }

    static List<LabelledCity> all() {
        return Stream.of("tuned", "held-out")
                .map(ROOT::resolve)
                .flatMap(set -> {
                    try (var cities = Files.list(set)) {
                        return cities.sorted().map(LabelledCity::new).toList().stream();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .toList();
    }

    /// The package that is filed.
    Path folder() {
        return folder;
    }

    String name() {
        return folder.getFileName().toString();
    }

    boolean heldOut() {
        return folder.startsWith(ROOT.resolve("held-out"));
    }

    /// The code of the city itself.
    String region() {
        return regions.values().stream()
                .filter(region -> cell(region, "层级").equals("市"))
                .map(region -> cell(region, "区划代码"))
                .findFirst()
                .orElseThrow();
    }

    List<Label> labels() {
        return labels;
    }

    List<Label> labels(Predicate<Label> which) {
        return labels.stream().filter(which).toList();
    }

    List<Label> findings(String kind) {
        return labels(label -> label.isFinding() && label.kind().equals(kind));
    }

    Set<String> elements() {
        return elements.keySet();
    }

    /// Codes that two rows of one file bear.
    List<String> twice() {
        return twice;
    }

    boolean hasAsset(String code) {
        return fields.containsKey(code) || owners.containsKey(code);
    }

    /// What is named and is nowhere.
    List<String> dangling() {
        var missing = new ArrayList<String>();
        for (var region : regions.values()) {
            want(missing, regions, region, "上级区划代码");
        }
        for (var department : departments.values()) {
            want(missing, regions, department, "行政区划代码");
            want(missing, departments, department, "业务指导部门编码");
            want(missing, departments, department, "继任部门编码");
        }
        for (var system : systems.values()) {
            want(missing, departments, system, "主管部门编码");
        }
        for (var owner : owners.values()) {
            want(missing, departments, owner, "提供部门编码");
            want(missing, departments, owner, "部门编码");
            want(missing, systems, owner, "系统编码");
            want(missing, regions, owner, "适用区划");
        }
        for (var field : fields.values()) {
            want(missing, owners, field, "资源编码");
            want(missing, owners, field, "表单编码");
            want(missing, elements, field, "数据元编码");
        }
        for (var sharing : sharings) {
            want(missing, owners, sharing, "资源编码");
            want(missing, departments, sharing, "使用部门编码");
        }
        for (var row : lineage) {
            wantField(missing, row, "下游资源编码", "下游信息项");
            wantField(missing, row, "上游资源编码", "上游信息项");
        }
        for (var designation : designations) {
            want(missing, elements, designation, "数据元编码");
            want(missing, regions, designation, "适用范围");
            want(missing, departments, designation, "数源部门编码");
            if (!cell(designation, "数源资源编码").isEmpty()) {
                wantField(missing, designation, "数源资源编码", "数源信息项");
            }
        }
        return missing;
    }

    String ownerOf(String asset) {
        var end = asset.indexOf('#');
        return end < 0 ? asset : asset.substring(0, end);
    }

    String departmentOf(String asset) {
        var owner = owner(asset);
        return cell(owner, isForm(owner) ? "部门编码" : "提供部门编码");
    }

    String systemOf(String asset) {
        return cell(owner(asset), "系统编码");
    }

    String respondentOf(String asset) {
        return cell(owner(asset), "填报对象");
    }

    /// The line of a department is the one at whose top nobody guides any more.
    String lineOf(String asset) {
        return top(departmentOf(asset));
    }

    boolean isLive(String asset) {
        var system = systems.getOrDefault(systemOf(asset), Map.of());
        return !NOT_LIVE.contains(cell(system, "状态"))
                && !cell(owner(asset), "状态").equals("已停用");
    }

    boolean isExempt(String asset) {
        return !cell(owner(asset), "豁免依据").isEmpty();
    }

    boolean isVerified(String field) {
        return cell(field(field), "获取方式").equals("核验");
    }

    boolean isFiledAsOwn(String field) {
        return Set.of("采集", "产生").contains(cell(field(field), "获取方式"));
    }

    boolean mayCollect(String field) {
        return isForm(owner(field)) || Set.of("采集", "产生", "").contains(cell(field(field), "获取方式"));
    }

    boolean hasFieldLineage(String field) {
        return current().anyMatch(row -> downstream(row).equals(field));
    }

    boolean comesFromAnotherDepartment(String field) {
        var seen = new HashSet<String>();
        var todo = new ArrayDeque<>(List.of(field));
        while (!todo.isEmpty()) {
            var here = todo.poll();
            current()
                    .filter(row ->
                            downstream(row).equals(here) || downstream(row).equals(ownerOf(here)))
                    .map(this::upstream)
                    .filter(seen::add)
                    .forEach(todo::add);
        }
        return seen.stream().anyMatch(up -> !departmentOf(up).equals(departmentOf(field)));
    }

    /// Whether a copy is shared on, or designated.
    boolean goesOn(String field) {
        return sharings.stream()
                        .filter(row -> cell(row, "资源编码").equals(ownerOf(field)))
                        .anyMatch(row -> cell(row, "状态").equals("使用中") && DAY.compareTo(cell(row, "到期日期")) < 0)
                || designations.stream()
                        .anyMatch(row -> (cell(row, "数源资源编码") + "#" + cell(row, "数源信息项")).equals(field));
    }

    boolean isOfALibrary(String resource) {
        return !cell(owner(resource), "所属库").isEmpty();
    }

    /// The resources that one draws on directly.
    Set<String> drawsOn(String resource) {
        var drawn = new HashSet<String>();
        current().filter(row -> cell(row, "下游资源编码").equals(resource)).forEach(row -> drawn.add(cell(row, "上游资源编码")));
        return drawn;
    }

    /// Whether two holders can have the same subject: neither territory nor population keeps them apart.
    boolean meet(String one, String other) {
        return !one.equals(other)
                && (within(territory(one), territory(other)) || within(territory(other), territory(one)))
                && overlap(population(one), population(other));
    }

    /// The lines of the departments designated for a unit today; none when the designations are disputed.
    Set<String> designatedLines(String unit) {
        var scope = unit.contains("@") ? unit.substring(unit.indexOf('@') + 1) : "";
        var code = unit.contains("@") ? unit.substring(0, unit.indexOf('@')) : unit;
        var lines = new HashSet<String>();
        for (var row : designations) {
            var named = Stream.of(cell(row, "数据元编码"), cell(row, "主体类"), cell(row, "限定词"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (!String.join("/", named).equals(code) || !cell(row, "适用范围").equals(scope)) {
                continue;
            }
            if (cell(row, "状态").equals("争议中")) {
                return Set.of();
            }
            var department = responsible(cell(row, "数源部门编码"));
            if (Set.of("已认定", "牵头收集").contains(cell(row, "状态"))
                    && cell(row, "生效日期").compareTo(DAY) <= 0
                    && (cell(row, "失效日期").isEmpty() || DAY.compareTo(cell(row, "失效日期")) < 0)
                    && !department.isEmpty()) {
                lines.add(top(department));
            }
        }
        return lines.size() > 1 ? Set.of() : lines;
    }

    private String responsible(String department) {
        var row = departments.getOrDefault(department, Map.of());
        return Set.of("撤销", "合并").contains(cell(row, "状态")) ? cell(row, "继任部门编码") : department;
    }

    private String top(String department) {
        var guide = cell(departments.getOrDefault(department, Map.of()), "业务指导部门编码");
        return guide.isEmpty() ? department : top(guide);
    }

    private String territory(String asset) {
        var owner = owner(asset);
        var own = cell(owner, "适用区划");
        return own.isEmpty() ? cell(departments.getOrDefault(departmentOf(asset), Map.of()), "行政区划代码") : own;
    }

    private boolean within(String region, String other) {
        for (var here = region; !here.isEmpty(); here = cell(regions.getOrDefault(here, Map.of()), "上级区划代码")) {
            if (here.equals(other)) {
                return true;
            }
        }
        return false;
    }

    private Set<String> population(String asset) {
        var owner = owner(asset);
        if (!isForm(owner)) {
            return Set.copyOf(list(cell(owner, "对象范围")));
        }
        var respondent = cell(owner, "填报对象");
        return BODIES.contains(respondent) ? Set.of(respondent) : Set.of();
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.isEmpty()
                || others.isEmpty()
                || some.stream().anyMatch(others::contains)
                || some.contains("企业") && others.stream().anyMatch(RELATED::contains)
                || others.contains("企业") && some.stream().anyMatch(RELATED::contains);
    }

    private Stream<Map<String, String>> current() {
        return lineage.stream()
                .filter(row -> cell(row, "生效日期").compareTo(DAY) <= 0)
                .filter(row -> cell(row, "失效日期").isEmpty() || DAY.compareTo(cell(row, "失效日期")) < 0);
    }

    private String downstream(Map<String, String> row) {
        return asset(row, "下游资源编码", "下游信息项");
    }

    private String upstream(Map<String, String> row) {
        return asset(row, "上游资源编码", "上游信息项");
    }

    private static String asset(Map<String, String> row, String owner, String field) {
        var name = cell(row, field);
        return name.isEmpty() ? cell(row, owner) : cell(row, owner) + "#" + name;
    }

    private Map<String, String> owner(String asset) {
        return owners.getOrDefault(ownerOf(asset), Map.of());
    }

    private Map<String, String> field(String code) {
        return fields.getOrDefault(code, Map.of());
    }

    private static boolean isForm(Map<String, String> owner) {
        return owner.containsKey("表单编码");
    }

    private void want(
            List<String> missing, Map<String, Map<String, String>> known, Map<String, String> row, String column) {
        var named = cell(row, column);
        if (!named.isEmpty() && !known.containsKey(named)) {
            missing.add(column + " " + named);
        }
    }

    private void wantField(List<String> missing, Map<String, String> row, String owner, String field) {
        var named = asset(row, owner, field);
        if (!hasAsset(named)) {
            missing.add(field + " " + named);
        }
    }

    private void keep(Map<String, Map<String, String>> kept, String file, String... key) {
        for (var row : rows(file)) {
            var code = String.join(
                    "#", Arrays.stream(key).map(column -> cell(row, column)).toList());
            if (kept.put(code, row) != null) {
                twice.add(file + " " + code);
            }
        }
    }

    /// Rows under Chinese headers, whichever of the two languages the file speaks.
    private List<Map<String, String>> rows(String file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(folder.resolve(file)))) {
            return reader.stream()
                    .map(NamedCsvRecord::getFieldsAsMap)
                    .map(row -> inChinese(file, row))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> inChinese(String file, Map<String, String> row) {
        var names = headers(file);
        var chinese = new HashMap<String, String>();
        row.forEach((header, value) -> chinese.put(names.getOrDefault(header, header), value.strip()));
        return chinese;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("、"));
    }

    /// The English headers of the package format, as far as a label depends on them.
    private static Map<String, String> headers(String file) {
        return switch (file) {
            case "regions.csv" -> Map.of("code", "区划代码", "parent", "上级区划代码", "level", "层级");
            case "departments.csv" ->
                Map.of(
                        "code",
                        "部门编码",
                        "region",
                        "行政区划代码",
                        "guidedBy",
                        "业务指导部门编码",
                        "status",
                        "状态",
                        "successor",
                        "继任部门编码");
            case "systems.csv" -> Map.of("code", "系统编码", "department", "主管部门编码", "status", "状态");
            case "elements.csv" -> Map.of("code", "数据元编码");
            case "resources.csv" ->
                Map.of(
                        "code", "资源编码",
                        "provider", "提供部门编码",
                        "system", "系统编码",
                        "library", "所属库",
                        "population", "对象范围",
                        "exemption", "豁免依据",
                        "status", "状态");
            case "forms.csv" ->
                Map.of(
                        "code", "表单编码",
                        "department", "部门编码",
                        "system", "系统编码",
                        "respondent", "填报对象",
                        "region", "适用区划",
                        "exemption", "豁免依据");
            case "fields.csv" -> Map.of("resource", "资源编码", "name", "信息项名称", "element", "数据元编码", "acquisition", "获取方式");
            case "form-fields.csv" -> Map.of("form", "表单编码", "name", "填报项名称", "element", "数据元编码");
            case "sharing.csv" -> Map.of("resource", "资源编码", "consumer", "使用部门编码", "expiresOn", "到期日期", "status", "状态");
            case "lineage.csv" ->
                Map.of(
                        "resource", "下游资源编码",
                        "field", "下游信息项",
                        "fromResource", "上游资源编码",
                        "fromField", "上游信息项",
                        "validFrom", "生效日期",
                        "validTo", "失效日期");
            case "designations.csv" ->
                Map.ofEntries(
                        Map.entry("element", "数据元编码"),
                        Map.entry("subject", "主体类"),
                        Map.entry("qualifier", "限定词"),
                        Map.entry("region", "适用范围"),
                        Map.entry("department", "数源部门编码"),
                        Map.entry("resource", "数源资源编码"),
                        Map.entry("field", "数源信息项"),
                        Map.entry("validFrom", "生效日期"),
                        Map.entry("validTo", "失效日期"),
                        Map.entry("state", "状态"));
            default -> Map.of();
        };
    }
}
