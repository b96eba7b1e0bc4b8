package yuanliu.filing.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// The single-sheet template that descends from 发改高技〔2017〕1272号: a header of two rows with merged groups, below it
/// one row for each 信息项, the cells of its resource merged, repeated, left empty or "同上".
///
/// It makes rows of two sheets. A [Sheet#FIELDS] row is made of every row with an 信息项名称 and bears its number; a
/// [Sheet#RESOURCES] row of every first row of a resource. A resource begins where the 信息资源代码 changes, or, in rows
/// without one, the 信息资源名称; a code or name that merely counts on from the row above is the same resource, and warned.
/// What a later row says differently of its resource is kept beside the field. Nothing is filled down from one resource
/// to the next, unless cells are merged or say "同上".
///
/// 共享类型 may be 1, 2, 3 or short here. The provider is its 资源提供方代码 when that is a credit code, else its name;
/// both are kept beside it.
final class Template1272 {

    private static final int HEADER_WITHIN = 20;
    private static final Pattern RUNNING_NUMBER = Pattern.compile("[\\d.]+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern NOTE = Pattern.compile(
            "(?:填表|填报|制表|审核|审批|复核|联系|负责|经办|单位负责|分管)(?:人|人员|领导|部门|单位|日期|时间|说明|电话|方式|须知)(?:姓名|电话|签字|签章)?(?:\\(.*?\\))?(?<end>[::].*)?"
                    + "|(?:备注|说明|注|附注|注意|电话|手机|日期|单位|单位盖章|盖章|签字|签章)(?:\\(.*?\\))?(?<colon>[::].*)"
                    + "|(?:注|说明|备注)\\d*[.、].*");

    /// A column that the template's rules speak of.
    private enum Role {
        CODE(Sheet.RESOURCES, "信息资源代码", "资源代码", "信息资源编码"),
        NAME(Sheet.RESOURCES, "信息资源名称", "资源名称"),
        PROVIDER_NAME(Sheet.RESOURCES, "信息资源提供方", "资源提供方", "提供方", "提供方名称"),
        PROVIDER_CODE(Sheet.RESOURCES, "资源提供方代码", "信息资源提供方代码", "提供方代码"),
        KIND(Sheet.RESOURCES, "类", "类分类", "信息资源分类类", "信息资源分类1"),
        SUMMARY(Sheet.RESOURCES, "信息资源摘要", "资源摘要", "摘要"),
        FORMAT_CLASS(Sheet.RESOURCES, Defects.FORMAT_CLASS, "资源格式分类", "格式分类"),
        FORMAT_TYPE(Sheet.RESOURCES, Defects.FORMAT_TYPE, "资源格式类型", "格式类型", "信息资源格式"),
        SHARING(Sheet.RESOURCES, "共享类型", "共享属性"),
        CONDITION(Sheet.RESOURCES, "共享条件", "共享条件/不予共享依据", "共享条件或不予共享依据", "共享条件、不予共享依据"),
        METHOD_CLASS(Sheet.RESOURCES, Defects.METHOD_CLASS, "共享方式"),
        METHOD_TYPE(Sheet.RESOURCES, Defects.METHOD_TYPE),
        OPEN(Sheet.RESOURCES, "是否向社会开放", "是否社会开放"),
        OPEN_CONDITION(Sheet.RESOURCES, "开放条件"),
        CYCLE(Sheet.RESOURCES, "更新周期"),
        PUBLISHED(Sheet.RESOURCES, "发布日期"),
        RELATED(Sheet.RESOURCES, "关联资源代码", "关联信息资源代码", "关联及类目名称"),
        SECRET(Sheet.RESOURCES, "涉密属性", "涉密", "是否涉密"),
        ITEM(Sheet.FIELDS, "信息项名称"),
        DATA_TYPE(Sheet.FIELDS, "数据类型"),
        LENGTH(Sheet.FIELDS, "数据长度");

        final Sheet sheet;
        final List<String> headers;

        Role(Sheet sheet, String... headers) {
            this.sheet = sheet;
            this.headers = List.of(headers);
        }

        static @Nullable Role of(String header) {
            var key = Table.key(header);
            var plain = IN_BRACKETS.matcher(key).replaceAll("");
            for (var role : values()) {
                if (role.headers.contains(key) || role.headers.contains(plain)) {
                    return role;
                }
            }
            return null;
        }
    }

    /// @param last    the row that the header ends with
    /// @param roles   where the columns are that the rules speak of
    /// @param titles  what each column is called, where it is called anything
    /// @param ofItems other columns that speak of the item: those of its group, and the running number
    private record Header(int last, Map<Role, Integer> roles, Map<Integer, String> titles, Set<Integer> ofItems) {}

    private final Worksheet worksheet;
    private final Header header;
    private final Oddities oddities;
    private @Nullable List<Worksheet.Merged> merged;

    private Template1272(Worksheet worksheet, Header header, Oddities oddities) {
        this.worksheet = worksheet;
        this.header = header;
        this.oddities = oddities;
    }

    /// The template, when the worksheet is one: it is known by its headers, whatever its name.
    static Optional<Template1272> in(Worksheet worksheet, Oddities oddities) throws IOException {
        var first = worksheet.first(HEADER_WITHIN);
        for (var at = 0; at < first.size(); at++) {
            var next = at + 1 < first.size() ? first.get(at + 1) : null;
            var row = first.get(at);
            if (has(row, Role.NAME) && has(row, Role.ITEM)) {
                var above = at == 0 ? null : first.get(at - 1);
                return Optional.of(new Template1272(worksheet, header(above, row), oddities));
            }
            if (next != null && has(row, Role.NAME) && has(next, Role.ITEM)) {
                return Optional.of(new Template1272(worksheet, header(row, next), oddities));
            }
        }
        return Optional.empty();
    }

    private static boolean has(RawRow row, Role role) {
        return row.cells().stream().anyMatch(cell -> Table.key(cell).equals(role.headers.getFirst()));
    }

    private static Header header(@Nullable RawRow groups, RawRow own) {
        var roles = new EnumMap<Role, Integer>(Role.class);
        var titles = new LinkedHashMap<Integer, String>();
        var ofItems = new HashSet<Integer>();
        var width =
                Math.max(groups == null ? 0 : groups.cells().size(), own.cells().size());
        var group = "";
        for (var at = 0; at < width; at++) {
            var above = groups == null ? "" : Cells.compared(groups.cell(at));
            var below = Cells.compared(own.cell(at));
            group = above.isEmpty() ? below.isEmpty() ? "" : group : above;
            var title = below.isEmpty() ? above : below;
            if (title.isEmpty()) {
                continue;
            }
            var role = Role.of(group + title);
            role = role == null || below.isEmpty() ? Role.of(title) : role;
            if (role != null && roles.putIfAbsent(role, at) == null) {
                titles.put(at, role.headers.getFirst());
                continue;
            }
            titles.put(at, Table.extraName(title, at, titles::containsValue));
            if (group.startsWith("信息项") || title.equals("序号")) {
                ofItems.add(at);
            }
        }
        return new Header(own.number(), roles, titles, ofItems);
    }

    String name() {
        return worksheet.name();
    }

    List<Column> columns(Sheet sheet) {
        var aliases = new HashSet<String>();
        if (sheet == Sheet.FIELDS) {
            addIf(aliases, "resource", Role.CODE);
            addIf(aliases, "name", Role.ITEM);
            addIf(aliases, "dataType", Role.DATA_TYPE);
            addIf(aliases, "length", Role.LENGTH);
        } else {
            aliases.addAll(resourceCells(Map.of()).keySet());
        }
        return sheet.columns().stream()
                .filter(column -> aliases.contains(column.alias()))
                .toList();
    }

    private void addIf(Set<String> aliases, String alias, Role... anyOf) {
        for (var role : anyOf) {
            if (header.roles().containsKey(role)) {
                aliases.add(alias);
            }
        }
    }

    void read(Sheet sheet, Consumer<FiledRow> reader) throws IOException {
        if (merged == null) {
            merged = worksheet.merged();
        }
        var reading = new Reading(merged, sheet, reader);
        worksheet.read(row -> {
            if (row.number() > header.last()) {
                reading.next(row);
            }
            return true;
        });
    }

    /// The cells of the resource's row, those only whose columns are there.
    private Map<String, String> resourceCells(Map<Integer, String> texts) {
        var cells = new LinkedHashMap<String, String>();
        put(cells, texts, "code", Role.CODE);
        put(cells, texts, "name", Role.NAME);
        put(cells, texts, "summary", Role.SUMMARY);
        put(cells, texts, "open", Role.OPEN);
        put(cells, texts, "openCondition", Role.OPEN_CONDITION);
        put(cells, texts, "cycle", Role.CYCLE);
        put(cells, texts, "published", Role.PUBLISHED);
        var sharing = sharing(text(texts, Role.SHARING));
        if (has(Role.SHARING)) {
            cells.put("sharing", sharing);
        }
        if (has(Role.CONDITION)) {
            var refused = sharing.equals("不予共享");
            var condition = text(texts, Role.CONDITION);
            cells.put("condition", refused ? "" : condition);
            cells.put("notSharedBasis", refused ? condition : "");
        }
        if (has(Role.PROVIDER_CODE) || has(Role.PROVIDER_NAME)) {
            cells.put("provider", provider(texts));
        }
        if (has(Role.FORMAT_CLASS) || has(Role.FORMAT_TYPE)) {
            cells.put("format", joined(text(texts, Role.FORMAT_CLASS), text(texts, Role.FORMAT_TYPE)));
        }
        if (has(Role.METHOD_CLASS) || has(Role.METHOD_TYPE)) {
            cells.put("sharingMethod", joined(text(texts, Role.METHOD_CLASS), text(texts, Role.METHOD_TYPE)));
        }
        if (has(Role.KIND) || has(Role.CODE)) {
            cells.put("class", kind(texts));
        }
        if (has(Role.RELATED)) {
            cells.put("catalogueCodes", text(texts, Role.RELATED));
        }
        if (has(Role.SECRET)) {
            cells.put("secret", Secrets.isSecret(text(texts, Role.SECRET)) ? "是" : "否");
        }
        return cells;
    }

    private boolean has(Role role) {
        return header.roles().containsKey(role);
    }

    private void put(Map<String, String> cells, Map<Integer, String> texts, String alias, Role role) {
        if (has(role)) {
            cells.put(alias, text(texts, role));
        }
    }

    private String text(Map<Integer, String> texts, Role role) {
        var at = header.roles().get(role);
        return at == null ? "" : texts.getOrDefault(at, "");
    }

    private String provider(Map<Integer, String> texts) {
        var code = text(texts, Role.PROVIDER_CODE);
        var name = text(texts, Role.PROVIDER_NAME);
        return CreditCode.isValid(code) || Cells.isBlank(name) ? code : name;
    }

    private String kind(Map<Integer, String> texts) {
        var filed = text(texts, Role.KIND);
        for (var kind : CatalogueCode.Kind.values()) {
            if (filed.contains(kind.word()) || Cells.compared(filed).equals(String.valueOf(kind.ordinal() + 1))) {
                return kind.word();
            }
        }
        return CatalogueCode.parse(text(texts, Role.CODE))
                .map(code -> code.kind().word())
                .orElse("");
    }

    private static String sharing(String filed) {
        var text = Cells.compared(filed);
        if (text.startsWith("无条件") || text.equals("1")) {
            return "无条件共享";
        }
        if (text.startsWith("有条件") || text.equals("2")) {
            return "有条件共享";
        }
        return text.startsWith("不予") || text.equals("3") ? "不予共享" : filed;
    }

    private static String joined(String first, String second) {
        if (Cells.isBlank(first) || Cells.compared(first).equals(Cells.compared(second))) {
            return second;
        }
        return Cells.isBlank(second) ? first : first.strip() + "/" + second.strip();
    }

    /// One way through the rows: what is merged, what stood above, which resource the rows belong to.
    private final class Reading {

        private final Map<Integer, List<Worksheet.Merged>> mergedFrom = new HashMap<>();
        private final Map<Integer, Covered> covered = new HashMap<>();
        private final Sheet sheet;
        private final Consumer<FiledRow> reader;
        private final Defects defects = new Defects();
        private Map<Integer, String> above = Map.of();
        private @Nullable Block block;

        private record Covered(int to, String text) {}

        /// A resource and what its rows have said so far.
        private static final class Block {
            final Map<Integer, String> texts;
            final Set<String> items = new HashSet<>();
            final boolean secret;
            String lastName;

            Block(Map<Integer, String> texts, String name, boolean secret) {
                this.texts = texts;
                this.lastName = name;
                this.secret = secret;
            }
        }

        Reading(List<Worksheet.Merged> merged, Sheet sheet, Consumer<FiledRow> reader) {
            merged.forEach(area -> mergedFrom
                    .computeIfAbsent(area.from(), row -> new ArrayList<>())
                    .add(area));
            this.sheet = sheet;
            this.reader = reader;
        }

        void next(RawRow row) {
            var texts = filled(row);
            if (isEmpty(row)) {
                return;
            }
            if (isNote(row)) {
                oddities.add(
                        worksheet.name(),
                        row.number(),
                        "",
                        firstText(row),
                        "NOTE_ROW",
                        "第%d行是表下的说明(“%s”),未作为数据读取".formatted(row.number(), Oddities.shown(firstText(row))));
                return;
            }
            var begins = begins(row, texts);
            if (begins || block == null) {
                var cells = resourceCells(texts);
                block = new Block(texts, text(texts, Role.NAME), "是".equals(cells.get("secret")));
                emitResource(row, cells, texts);
            }
            emitField(row, texts, block, begins);
            above = texts;
        }

        /// The texts of the row with those that merged cells or "同上" stand for.
        private Map<Integer, String> filled(RawRow row) {
            mergedFrom
                    .getOrDefault(row.number(), List.of())
                    .forEach(area -> covered.put(area.column(), new Covered(area.to(), row.cell(area.column()))));
            covered.values().removeIf(area -> area.to() < row.number());
            var texts = new HashMap<Integer, String>();
            for (var at : header.titles().keySet()) {
                var text = row.cell(at);
                var area = covered.get(at);
                if (Cells.isBlank(text) && area != null) {
                    text = area.text();
                }
                texts.put(at, Defects.isSameAsAbove(text) ? above.getOrDefault(at, "") : text);
            }
            return texts;
        }

        /// Whether nothing is written but, perhaps, a running number.
        private boolean isEmpty(RawRow row) {
            for (var at = 0; at < row.cells().size(); at++) {
                var isRunning = "序号".equals(header.titles().get(at))
                        && RUNNING_NUMBER.matcher(Cells.compared(row.cell(at))).matches();
                if (!Cells.isBlank(row.cell(at)) && !isRunning) {
                    return false;
                }
            }
            return true;
        }

        private boolean isNote(RawRow row) {
            var item = own(row, Role.ITEM);
            var first = firstText(row);
            var note = NOTE.matcher(first);
            if (note.matches()) {
                return item.isEmpty() || !first.equals(item) || first.contains(":");
            }
            var saysNothing = item.isEmpty()
                    && own(row, Role.CODE).isEmpty()
                    && own(row, Role.NAME).isEmpty()
                    && own(row, Role.DATA_TYPE).isEmpty()
                    && own(row, Role.LENGTH).isEmpty();
            return saysNothing
                    || item.isEmpty() && own(row, Role.CODE).isEmpty() && countTexts(row) == 1 && !isCovered(row);
        }

        private boolean isCovered(RawRow row) {
            var at = header.roles().get(Role.NAME);
            return at != null && row.cells().size() > at && covered.containsKey(at);
        }

        private String own(RawRow row, Role role) {
            var at = header.roles().get(role);
            return at == null ? "" : Cells.compared(row.cell(at));
        }

        private String firstText(RawRow row) {
            return row.cells().stream()
                    .map(Cells::compared)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private long countTexts(RawRow row) {
            return row.cells().stream().filter(cell -> !Cells.isBlank(cell)).count();
        }

        private boolean begins(RawRow row, Map<Integer, String> texts) {
            var current = block;
            if (current == null) {
                return true;
            }
            var code = Codes.key(text(texts, Role.CODE));
            var name = Cells.compared(text(texts, Role.NAME));
            var currentCode = Codes.key(text(current.texts, Role.CODE));
            var currentName = Cells.compared(text(current.texts, Role.NAME));
            var sameName = name.isEmpty() || Codes.key(name).equals(Codes.key(currentName));
            if (code.isEmpty() ? sameName : code.equals(currentCode)) {
                if (!sameName) {
                    nameVaries(row, current, name);
                }
                return false;
            }
            if (code.isEmpty()) {
                if (Defects.isFillDown(Cells.compared(current.lastName), name)) {
                    nameVaries(row, current, name);
                    return false;
                }
                return true;
            }
            if (sameName && !currentCode.isEmpty() && continues(texts, current, code, currentCode)) {
                warn(
                        row,
                        Sheet.FIELDS,
                        Role.CODE,
                        text(texts, Role.CODE),
                        "CODE_VARIES",
                        "信息资源代码“%s”与同一资源上一行不同,按该资源首行的代码入库");
                return false;
            }
            return true;
        }

        /// Whether a row of the same name and another code goes on with the resource: of the same provider and class,
        /// with an item that the resource does not have yet. One resource filed in two classes has its items twice.
        private boolean continues(Map<Integer, String> texts, Block current, String code, String currentCode) {
            var provider = Codes.key(provider(texts));
            return (provider.isEmpty() || provider.equals(Codes.key(provider(current.texts))))
                    && code.charAt(0) == currentCode.charAt(0)
                    && !current.items.contains(Codes.key(text(texts, Role.ITEM)));
        }

        private void nameVaries(RawRow row, Block current, String name) {
            if (Defects.isFillDown(Cells.compared(current.lastName), name)) {
                warn(
                        row,
                        Sheet.FIELDS,
                        Role.NAME,
                        name,
                        "FILL_DOWN_NAME",
                        "资源名称“%s”与上一行只差末尾递增的数字,疑为下拉填充造成,按该资源首行的名称入库");
            } else if (!Cells.compared(current.lastName).equals(name)) {
                warn(row, Sheet.FIELDS, Role.NAME, name, "NAME_VARIES", "资源名称“%s”与同一资源上一行不同,按该资源首行的名称入库");
            }
            current.lastName = name;
        }

        private void emitResource(RawRow row, Map<String, String> cells, Map<Integer, String> texts) {
            var extra = new LinkedHashMap<String, String>();
            header.titles().forEach((at, title) -> {
                var role = roleAt(at);
                var shown = role == null
                        ? !header.ofItems().contains(at)
                        : switch (role) {
                            case PROVIDER_NAME,
                                    PROVIDER_CODE,
                                    KIND,
                                    FORMAT_CLASS,
                                    FORMAT_TYPE,
                                    METHOD_CLASS,
                                    METHOD_TYPE -> true;
                            case SHARING -> !texts.getOrDefault(at, "").equals(cells.get("sharing"));
                            case SECRET -> !texts.getOrDefault(at, "").equals(cells.get("secret"));
                            default -> false;
                        };
                if (shown) {
                    extra.put(title, texts.getOrDefault(at, ""));
                }
            });
            if (sheet != Sheet.RESOURCES) {
                return;
            }
            var filed = new FiledRow(row.number(), cells, extra);
            if (!"是".equals(cells.get("secret"))) {
                defects.ofResource(filed).forEach(this::add);
                Defects.ofCatalogueCode(filed).ifPresent(this::add);
                sameAsAbove(row, Sheet.RESOURCES);
                imprecise(row, Sheet.RESOURCES);
            }
            reader.accept(filed);
        }

        private void add(Defects.Defect defect) {
            oddities.add(sheet.title(), defect.row(), defect.column(), defect.value(), defect.code(), defect.message());
        }

        private void emitField(RawRow row, Map<Integer, String> texts, Block current, boolean begins) {
            var item = text(texts, Role.ITEM);
            if (begins
                    && Cells.isBlank(item)
                    && Cells.isBlank(text(texts, Role.DATA_TYPE))
                    && Cells.isBlank(text(texts, Role.LENGTH))) {
                warn(row, Sheet.RESOURCES, Role.ITEM, "", "NO_ITEMS", "该资源没有填写信息项");
                return;
            }
            current.items.add(Codes.key(item));
            if (sheet != Sheet.FIELDS) {
                return;
            }
            var cells = new LinkedHashMap<String, String>();
            if (has(Role.CODE)) {
                cells.put("resource", text(current.texts, Role.CODE));
            }
            put(cells, texts, "name", Role.ITEM);
            put(cells, texts, "dataType", Role.DATA_TYPE);
            put(cells, texts, "length", Role.LENGTH);
            var extra = new LinkedHashMap<String, String>();
            header.titles().forEach((at, title) -> {
                var role = roleAt(at);
                var text = texts.getOrDefault(at, "");
                if (role == null && header.ofItems().contains(at)) {
                    extra.put(title, text);
                } else if (!begins
                        && (role == null || role.sheet == Sheet.RESOURCES)
                        && !Cells.isBlank(text)
                        && !Codes.key(text).equals(Codes.key(current.texts.getOrDefault(at, "")))) {
                    extra.put(title, text);
                }
            });
            for (var at = 0; at < row.cells().size(); at++) {
                if (!header.titles().containsKey(at) && !Cells.isBlank(row.cell(at))) {
                    extra.put(Table.extraName("", at, extra::containsKey), row.cell(at));
                }
            }
            var filed = new FiledRow(row.number(), cells, extra);
            if (!current.secret) {
                Defects.ofField(filed).forEach(this::add);
                sameAsAbove(row, Sheet.FIELDS);
                imprecise(row, Sheet.FIELDS);
            }
            reader.accept(filed);
        }

        private @Nullable Role roleAt(int column) {
            for (var role : header.roles().entrySet()) {
                if (role.getValue() == column) {
                    return role.getKey();
                }
            }
            return null;
        }

        private void sameAsAbove(RawRow row, Sheet of) {
            header.titles().forEach((at, title) -> {
                var role = roleAt(at);
                var isOfField = role == null ? header.ofItems().contains(at) : role.sheet == Sheet.FIELDS;
                if (isOfField == (of == Sheet.FIELDS) && Defects.isSameAsAbove(row.cell(at))) {
                    oddities.add(
                            of.title(),
                            row.number(),
                            title,
                            row.cell(at),
                            "SAME_AS_ABOVE",
                            "第%d行:“%s”填的是“%s”,已按上一行的内容读取".formatted(row.number(), title, row.cell(at)));
                }
            });
        }

        private void imprecise(RawRow row, Sheet of) {
            for (var at = row.imprecise().nextSetBit(0);
                    at >= 0;
                    at = row.imprecise().nextSetBit(at + 1)) {
                var role = roleAt(at);
                if ((role == null ? Sheet.RESOURCES : role.sheet) == of) {
                    var title = header.titles().getOrDefault(at, "列" + (at + 1));
                    oddities.add(
                            of.title(),
                            row.number(),
                            title,
                            row.cell(at),
                            "PRECISION_LOST",
                            "第%d行:“%s”是按数字录入的,超过15位的部分可能已被Excel改成0,请把该列设为文本后重填".formatted(row.number(), title));
                }
            }
        }

        /// Each row is gone through once for each sheet: what is found on the way is told of one of them.
        private void warn(RawRow row, Sheet of, Role role, String value, String code, String sentence) {
            var current = block;
            if (sheet == of && (current == null || !current.secret)) {
                oddities.add(
                        of.title(),
                        row.number(),
                        role.headers.getFirst(),
                        value,
                        code,
                        "第%d行:%s".formatted(row.number(), sentence.formatted(Oddities.shown(value))));
            }
        }
    }
}
