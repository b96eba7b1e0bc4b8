package yuanliu.duplicates.detection;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuanliu.web.Codes;

/// Of whom data is (对象范围), and who is asked (填报对象).
public final class Populations {

    private static final Pattern BORDER = Pattern.compile("[、,，;；/和及与]");
    private static final Pattern ANYBODY = Pattern.compile(
            "^(全部|所有|全体|各类|全量|不限|全市|本市|辖区)?(对象|人口|人员|居民|自然人|个人|公民|群众|市民|常住人口|户籍人口|实有人口|社会公众|本人|当事人|申请人|办事人|办事群众|申请者)?$");
    private static final Pattern ANY_BODY =
            Pattern.compile("^(各类|全部|所有|申请|申报|填报|用人|参保|缴费|缴存)?(单位|法人|法人单位|组织|组织机构|机构|市场主体|经营主体|法人和其他组织|法人及其他组织|主体)$");
    private static final Pattern ENTERPRISE = Pattern.compile("^(企业|企业法人|公司|法人企业|各类企业|市场主体|经营主体|企业单位|工商企业)$");
    private static final Pattern PERSON =
            Pattern.compile("^(居民|自然人|个人|公民|群众|市民|常住居民|辖区居民|社区居民|村民|城乡居民|社会公众|本人|申请人|办事群众|当事人)$");

    private Populations() {}

    /// What was compared once: there are few populations, and millions who have them.
    static final class Compared {

        private record Pair(String one, String other) {}

        private final Map<Pair, Boolean> overlaps = new HashMap<>();
        private final Map<String, Optional<String>> bodies = new HashMap<>();

        boolean overlap(@Nullable String one, @Nullable String other) {
            return one == null
                    || other == null
                    || overlaps.computeIfAbsent(new Pair(one, other), pair -> Populations.overlap(one, other));
        }

        @Nullable
        String ofRespondents(@Nullable String respondent) {
            return respondent == null
                    ? null
                    : bodies.computeIfAbsent(respondent, any -> Optional.ofNullable(Populations.ofRespondents(any)))
                            .orElse(null);
        }
    }

    /// Whether two have members in common; one that is not said may be any.
    static boolean overlap(@Nullable String one, @Nullable String other) {
        var mine = words(one);
        var its = words(other);
        return mine.isEmpty()
                || its.isEmpty()
                || mine.stream().anyMatch(a -> its.stream().anyMatch(b -> meet(a, b)));
    }

    private static boolean meet(String one, String other) {
        return one.contains(other)
                || other.contains(one)
                || ANYBODY.matcher(one).matches() && !isBody(other)
                || ANYBODY.matcher(other).matches() && !isBody(one)
                || ANY_BODY.matcher(one).matches() && isBody(other)
                || ANY_BODY.matcher(other).matches() && isBody(one);
    }

    private static boolean isBody(String word) {
        return Pattern.compile("企业|公司|单位|组织|机构|机关|法人|工商户|合作社|主体|学校|医院|社团|协会")
                .matcher(word)
                .find();
    }

    /// Of whom a form's data is: bodies are kept apart as populations are, while people who fill in one form fill in
    /// others as well, whatever they are called there.
    static @Nullable String ofRespondents(@Nullable String respondent) {
        var bodies = words(respondent).stream().filter(Populations::isBody).collect(Collectors.joining("、"));
        return bodies.isEmpty() ? null : bodies;
    }

    /// The kinds of respondent that a form asks: what is written in several ways is one kind.
    public static Set<String> respondents(@Nullable String respondent) {
        return words(respondent).stream().map(Populations::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(String word) {
        return ENTERPRISE.matcher(word).matches()
                ? "企业"
                : PERSON.matcher(word).matches()
                        ? "自然人"
                        : ANY_BODY.matcher(word).matches() ? "单位" : word;
    }

    private static List<String> words(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(BORDER.split(cell))
                        .map(Codes::key)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
