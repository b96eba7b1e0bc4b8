package yuanliu.duplicates.understanding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A name taken apart into what it speaks of and how that is represented (ISO/IEC 11179: object and property, and
/// representation): 承包面积 is 承包 and 面积.
///
/// @param ending the kind of representation; null when the name does not say
record Stem(String stem, @Nullable String ending) {

    /// Words for one representation; the first stands for all.
    private static final List<List<String>> ENDINGS = List.of(
            List.of("日期", "时间", "年月日", "年月", "年份", "年代", "年度", "日"),
            List.of("代码", "编码"),
            List.of("编号", "号码", "号"),
            List.of("标识", "标志"),
            List.of("状态", "状况", "情况"),
            List.of("地址", "住址", "地点", "位置", "坐落"),
            List.of("类型", "类别", "种类", "类"),
            List.of("等级", "级别", "等别", "级"),
            List.of("金额", "额", "总额"),
            List.of("数量", "个数", "总数", "数", "人数", "人员数", "人口数", "量"),
            List.of("面积"),
            List.of("长度", "长", "总长"),
            List.of("直径", "口径", "管径", "径"),
            List.of("名称", "名"),
            List.of("范围"),
            List.of("比例", "率", "占比"),
            List.of("机关", "机构", "部门", "单位"),
            List.of("用途"),
            List.of("方式"),
            List.of("原因"),
            List.of("规模"),
            List.of("标准"),
            List.of("值"));

    /// What a name ends in is what it is; what stands before says more of it.
    private static final double ENDS_IN_IT = 0.85;

    private static final int ENOUGH_TO_END_IN = 4;

    /// Representations that say little by themselves, so that what stands before them is the property.
    private static final List<String> GENERIC = List.of("类型", "状态", "等级", "名称", "编号", "方式", "范围");

    /// As alike as this, something beside the names must speak for it.
    private static final double NARROWED = 0.5;

    /// Names that begin alike and go on quite differently speak of one thing, and of two of its properties.
    private static final double SAME_THING_OTHER_PROPERTY = 0.8;

    /// By each word the one that stands for it.
    private static final Map<String, String> KIND_OF_WORD = kindOfWord();

    private static final int LONGEST_WORD =
            KIND_OF_WORD.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private static Map<String, String> kindOfWord() {
        var kinds = new HashMap<String, String>();
        ENDINGS.forEach(words -> words.forEach(word -> kinds.put(word, words.getFirst())));
        return Map.copyOf(kinds);
    }

    static Stem of(String name) {
        for (int length = Math.min(LONGEST_WORD, name.length() - 1); length > 0; length--) {
            var kind = KIND_OF_WORD.get(name.substring(name.length() - length));
            if (kind != null) {
                return new Stem(name.substring(0, name.length() - length), kind);
            }
        }
        return new Stem(name, null);
    }

    /// A code stands for what it is the code of.
    private static Stem withoutCode(Stem stem) {
        return "代码".equals(stem.ending()) ? of(stem.stem()) : stem;
    }

    /// How alike two names are: 0 when they speak of different things or represent them differently, 1 when they differ
    /// in the words for the representation alone.
    static double likeness(String one, String other) {
        var mine = withoutCode(of(one));
        var its = withoutCode(of(other));
        if (mine.ending() != null && its.ending() != null && !mine.ending().equals(its.ending())) {
            return 0;
        }
        if (mine.stem().isEmpty() || its.stem().isEmpty()) {
            return 0;
        }
        if (one.length() > other.length() && one.endsWith(other) && other.length() >= ENOUGH_TO_END_IN) {
            return ENDS_IN_IT;
        }
        if (narrows(mine, its) || narrows(its, mine)) {
            return NARROWED;
        }
        var ending = mine.ending() == null || its.ending() == null;
        var a = ending ? one : mine.stem();
        var b = ending ? other : its.stem();
        var common = common(a, b);
        var start = start(a, b);
        var onlyStart = start > 1 && common == start && start < a.length() && start < b.length();
        return (onlyStart ? SAME_THING_OTHER_PROPERTY : 1) * 2.0 * common / (a.length() + b.length());
    }

    /// Whether one says more between the thing and its representation: 车辆能源类型 is another property than 车辆类型.
    private static boolean narrows(Stem one, Stem other) {
        return one.ending() != null
                && one.ending().equals(other.ending())
                && GENERIC.contains(one.ending())
                && other.stem().length() <= 2
                && one.stem().startsWith(other.stem())
                && one.stem().length() >= other.stem().length() + 2;
    }

    private static int start(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /// Whether one name has a word that the other has not and that makes another fact of it: 注册资本评估值 is not 注册资本.
    static boolean meansOther(String one, String other) {
        var mine = withoutCode(of(one)).stem();
        var its = withoutCode(of(other)).stem();
        return OTHERWISE_WORDS.stream().anyMatch(word -> mine.contains(word) != its.contains(word))
                || OTHERWISE.matcher(extra(mine, its)).find()
                || OTHERWISE.matcher(extra(its, mine)).find();
    }

    private static final Pattern OTHERWISE = Pattern.compile("[总均最原拟预净毛欠曾前后末未非被父母祖]");

    private static final List<String> OTHERWISE_WORDS = List.of(
            "评估", "累计", "新增", "首次", "申请", "批准", "计划", "变更", "历史", "参考", "标准", "上限", "下限", "比例", "设计", "理论", "许可", "核准",
            "审批", "授权", "额定", "目标", "应急", "临时", "预警", "参保", "缴存", "统计", "占用", "期限", "修缮", "维修", "改造", "拆除", "注销", "公司",
            "上级", "下级", "对方", "甲方", "乙方", "投资方", "主管", "生产经营", "经营者");

    /// What stands before the thing of a name in another name for more than it: 登记类别 does not say the 婚姻 of 婚姻登记类型.
    /// Empty when nothing of the kind does.
    static String unsaid(String name, String fuller) {
        var mine = withoutCode(of(name)).stem();
        var its = withoutCode(of(fuller)).stem();
        return its.endsWith(mine) && its.length() >= mine.length() + 2
                ? its.substring(0, its.length() - mine.length())
                : "";
    }

    /// The characters of the first that the second has not in the same order.
    static String extra(String one, String other) {
        var extra = new StringBuilder();
        int at = 0;
        for (int i = 0; i < one.length(); i++) {
            var found = other.indexOf(one.charAt(i), at);
            if (found < 0) {
                extra.append(one.charAt(i));
            } else {
                at = found + 1;
            }
        }
        return extra.toString();
    }

    /// The length of the longest common subsequence.
    private static int common(String one, String other) {
        var lengths = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                lengths[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths[one.length()][other.length()];
    }

    static Stream<String> pairs(String text) {
        return Stream.iterate(0, i -> i + 2 <= text.length(), i -> i + 1).map(i -> text.substring(i, i + 2));
    }

    /// As [#pairs(String)]; of a short name also those with one character between, for 犬品种 is 犬种.
    static Stream<String> loosePairs(String text) {
        return text.length() > SHORT
                ? pairs(text)
                : Stream.concat(
                        pairs(text),
                        Stream.iterate(0, i -> i + 3 <= text.length(), i -> i + 1)
                                .map(i -> "" + text.charAt(i) + text.charAt(i + 2)));
    }

    private static final int SHORT = 4;
}
