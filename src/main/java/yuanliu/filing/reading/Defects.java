package yuanliu.filing.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataFormat;
import yuanliu.web.Codes;

/// What is known to go wrong when catalogues are filled in by hand after 1272. None of it keeps a row from being filed.
///
/// One of these sees the resources of one package, in their order, for some defects show only beside another row.
public final class Defects {

    /// @param column  the header of the column, as the contract or the template has it
    /// @param message a sentence in Chinese that begins with the row
    public record Defect(int row, String code, String column, String value, String message) {}

    /// The headers of the template that the contract has no column for, and that the checks need.
    static final String FORMAT_CLASS = "信息资源格式分类";

    static final String FORMAT_TYPE = "信息资源格式类型";
    static final String METHOD_CLASS = "共享方式分类";
    static final String METHOD_TYPE = "共享方式类型";

    private static final Pattern SYSTEM =
            Pattern.compile(".*(?:系统|平台|网站|门户|APP|小程序)(?:\\(.*\\))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:,\\d{3})*(?:\\.\\d{1,10})?");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|《[^《》]*》");
    private static final Pattern SEPARATORS = Pattern.compile("[、,;]");
    private static final Set<String> SAME = Set.of("同上", "同前", "〃", "″", "''");
    private static final Set<String> AMOUNTS =
            Set.of("数据存储总量", "结构化信息记录总数", "已共享的数据存储量", "已共享的结构化记录数", "已开放的数据存储量", "已开放的结构化记录数");

    private static final Map<String, Set<String>> TYPES = Map.of(
            "电子文件", Set.of("ofd", "wps", "xml", "txt", "doc", "docx", "html", "htm", "pdf", "ppt", "pptx"),
            "电子表格", Set.of("et", "xls", "xlsx", "csv"),
            "数据库",
                    Set.of(
                            "dm",
                            "达梦",
                            "kingbasees",
                            "kingbase",
                            "人大金仓",
                            "access",
                            "dbf",
                            "dbase",
                            "sybase",
                            "oracle",
                            "sqlserver",
                            "db2",
                            "mysql",
                            "postgresql",
                            "mongodb",
                            "gbase",
                            "oceanbase",
                            "opengauss",
                            "gaussdb",
                            "hive",
                            "hbase"),
            "图形图像", Set.of("jpg", "jpeg", "gif", "bmp", "png", "tif", "tiff"),
            "流媒体", Set.of("swf", "rm", "mpg", "mpeg", "mp3", "mp4", "avi", "wav"));

    private final Map<String, Integer> rowsByName = new HashMap<>();
    private @Nullable FiledRow previous;

    /// What is wrong with a resource, by itself and beside those before it.
    public List<Defect> ofResource(FiledRow row) {
        var defects = new ArrayList<Defect>();
        var name = row.compared("name");
        if (SYSTEM.matcher(name).matches()) {
            defects.add(defect(row, "SYSTEM_NAME_AS_RESOURCE", "name", "资源名称“%s”像是信息系统的名称,请填写资源本身的名称"));
        }
        if (previous != null && isFillDown(previous.compared("name"), name) && !sameCode(previous, row)) {
            defects.add(defect(row, "FILL_DOWN_NAME", "name", "资源名称“%s”与上一资源只差末尾递增的数字,疑为下拉填充造成"));
        }
        beside(row, name).ifPresent(defects::add);
        if (row.cells().containsKey("summary") && row.compared("summary").isEmpty()) {
            defects.add(defect(row, "MISSING_SUMMARY", "summary", "摘要为空"));
        }
        if (row.cells().containsKey("provider") && row.compared("provider").isEmpty()) {
            defects.add(defect(row, "MISSING_PROVIDER", "provider", "提供方为空"));
        }
        formats(row, defects);
        amounts(row, defects);
        previous = row;
        return defects;
    }

    /// Whether the code of a resource of the template follows its grammar.
    public static Optional<Defect> ofCatalogueCode(FiledRow row) {
        return row.compared("code").isEmpty()
                        || CatalogueCode.parse(row.compared("code")).isPresent()
                ? Optional.empty()
                : Optional.of(defect(row, "CODE_LENGTH", "code", "信息资源代码“%s”的长度或写法不合“类1位、项2位、目3位、细目、/、顺序码”的规定"));
    }

    private static boolean sameCode(FiledRow one, FiledRow other) {
        return Codes.key(one.compared("code")).equals(Codes.key(other.compared("code")));
    }

    /// Whether a name is the other with its last number counted on by one, as dragging a cell down makes it.
    static boolean isFillDown(String above, String name) {
        var numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) {
            return false;
        }
        var number = Integer.parseInt(numbered.group(2));
        var before = NUMBERED.matcher(above);
        return before.matches()
                ? before.group(1).equals(numbered.group(1)) && Integer.parseInt(before.group(2)) + 1 == number
                : above.equals(numbered.group(1)) && number == 1;
    }

    private Optional<Defect> beside(FiledRow row, String name) {
        var plain = NOT_LETTERS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        var provider = Codes.key(row.compared("provider"));
        var same = rowsByName.putIfAbsent(provider + "\n=" + name, row.number());
        if (same != null) {
            return same == row.number()
                    ? Optional.empty()
                    : Optional.of(new Defect(
                            row.number(),
                            "DUPLICATE_NAME",
                            "资源名称",
                            Oddities.shown(name),
                            "第%d行:同一部门的资源名称“%s”与第%d行重复".formatted(row.number(), Oddities.shown(name), same)));
        }
        var alike = rowsByName.putIfAbsent(provider + "\n~" + plain, row.number());
        return alike == null || alike == row.number()
                ? Optional.empty()
                : Optional.of(new Defect(
                        row.number(),
                        "SAME_BUT_PUNCTUATION",
                        "资源名称",
                        Oddities.shown(name),
                        "第%d行:资源名称“%s”与第%d行只差标点或空格,疑为同一资源".formatted(row.number(), Oddities.shown(name), alike)));
    }

    private static void formats(FiledRow row, List<Defect> defects) {
        var formatClass = extra(row, FORMAT_CLASS);
        var formatType = extra(row, FORMAT_TYPE);
        var known = TYPES.entrySet().stream()
                .filter(type -> formatClass.contains(type.getKey()))
                .findFirst();
        if (known.isPresent() && !formatType.isEmpty()) {
            var allowed = known.get().getValue();
            var strange = SEPARATORS
                    .splitAsStream(formatType.toLowerCase(Locale.ROOT).replace('/', ','))
                    .map(part -> part.strip().replaceFirst("^\\.", ""))
                    .filter(part -> TYPES.values().stream().anyMatch(types -> types.contains(part)))
                    .anyMatch(part -> !allowed.contains(part));
            if (strange) {
                defects.add(defect(row, "FORMAT_CLASS_TYPE", FORMAT_TYPE, formatType, "格式类型“%s”不属于所填的格式分类"));
            }
        }
        var methodClass = extra(row, METHOD_CLASS);
        var methodType = extra(row, METHOD_TYPE);
        if (known.isPresent() && methodClass.contains("共享平台") && !methodType.isEmpty()) {
            var database = known.get().getKey().equals("数据库");
            var fits = database
                    ? methodType.contains("数据库") || methodType.contains("接口") || methodType.contains("服务")
                    : methodType.contains("文件");
            if (!fits) {
                defects.add(defect(
                        row, "FORMAT_METHOD", METHOD_TYPE, methodType, "共享方式类型“%s”与格式分类不符:数据库类应为数据库或接口,文件类应为文件"));
            }
        }
    }

    private static void amounts(FiledRow row, List<Defect> defects) {
        row.extra().forEach((header, cell) -> {
            var amount = Cells.compared(cell);
            var plain = IN_BRACKETS.matcher(Codes.key(header)).replaceAll("");
            if (AMOUNTS.contains(plain)
                    && !amount.isEmpty()
                    && !NUMBER.matcher(amount).matches()) {
                defects.add(defect(row, "NOT_A_NUMBER", header, amount, "“%s”不是数字;只填数字,不带单位,不清楚的填0"));
            }
        });
    }

    /// What is wrong with a field by itself.
    public static List<Defect> ofField(FiledRow row) {
        var defects = new ArrayList<Defect>();
        var name = row.compared("name");
        var parts = SEPARATORS
                .splitAsStream(IN_BRACKETS.matcher(name).replaceAll(""))
                .filter(part -> !part.isBlank())
                .count();
        if (parts > 1) {
            defects.add(defect(row, "SQUEEZED_ITEMS", "name", "“%s”像是把多个信息项写在了一格里,请每行填一项"));
        }
        var type = row.compared("dataType");
        if (!type.isEmpty() && !isSameAsAbove(type) && DataFormat.baseType(type).isEmpty()) {
            defects.add(defect(row, "UNKNOWN_DATA_TYPE", "dataType", "数据类型“%s”不在规定的类型之中"));
        }
        return defects;
    }

    /// Fields of one resource whose names compare equal, from the second on.
    public static List<Defect> ofNames(List<FiledRow> fields) {
        var names = new HashSet<String>();
        return fields.stream()
                .filter(field -> !Codes.key(field.compared("name")).isEmpty())
                .filter(field -> !names.add(Codes.key(field.compared("name"))))
                .map(field -> defect(field, "DUPLICATE_NAME", "name", "信息项“%s”在同一资源中重复"))
                .toList();
    }

    /// Cells that point to the one above instead of saying anything.
    public static List<Defect> sameAsAbove(FiledRow row) {
        return row.cells().entrySet().stream()
                .filter(cell -> isSameAsAbove(cell.getValue()))
                .map(cell ->
                        defect(row, "SAME_AS_ABOVE", header(row, cell.getKey()), cell.getValue(), "填的是“%s”,请写出实际内容"))
                .toList();
    }

    static boolean isSameAsAbove(String cell) {
        return cell.length() <= 8 && SAME.contains(Codes.key(cell).replaceAll("[。.]$", ""));
    }

    private static String extra(FiledRow row, String header) {
        return Cells.compared(row.extra().getOrDefault(header, ""));
    }

    private static Defect defect(FiledRow row, String code, String alias, String sentence) {
        return defect(row, code, header(row, alias), row.compared(alias), sentence);
    }

    private static String header(FiledRow row, String alias) {
        var sheet = row.cells().containsKey("resource") ? Sheet.FIELDS : Sheet.RESOURCES;
        return sheet.columns().stream()
                .filter(column -> column.alias().equals(alias))
                .map(Column::header)
                .findFirst()
                .orElse(alias);
    }

    private static Defect defect(FiledRow row, String code, String column, String value, String sentence) {
        var shown = Oddities.shown(value);
        return new Defect(
                row.number(), code, column, shown, "第%d行:%s".formatted(row.number(), sentence.formatted(shown)));
    }
}
