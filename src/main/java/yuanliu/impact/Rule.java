package yuanliu.impact;

import static yuanliu.impact.ChangeKind.CHANGE_CODE_LIST;
import static yuanliu.impact.ChangeKind.CHANGE_CYCLE;
import static yuanliu.impact.ChangeKind.CHANGE_TYPE;
import static yuanliu.impact.ChangeKind.CORRECT;
import static yuanliu.impact.ChangeKind.RENAME;
import static yuanliu.impact.ChangeKind.RESTRICT_SHARING;
import static yuanliu.impact.ChangeKind.STOP;
import static yuanliu.impact.ChangeKind.TRANSFER_SOURCE;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How hard a field is hit by a change of what it is made from: the first rule of the change that fits. A rule without
/// a severity spares it. The table is told to people in `src/docs/impact-rules.md`.
enum Rule {
    OWN_DATA(null, "", EnumSet.of(RESTRICT_SHARING), field -> field.footing() == Footing.OWN),
    FOOTING_SUFFICES(null, "", EnumSet.of(RESTRICT_SHARING), field -> field.footing() == Footing.SUFFICES),
    NO_FASTER(null, "", EnumSet.of(CHANGE_CYCLE), field -> field.pace() == Pace.NO_FASTER),

    OUT_OF_USE(Severity.NOTICE, "所在资源已停用,或所在系统停用、测试,仅作告知", EnumSet.allOf(ChangeKind.class), field -> !field.inUse()),

    ALTERNATIVE(Severity.DEGRADING, "可改从“%s”获取", EnumSet.of(STOP), Circumstances::alternative),
    BY_ITSELF(Severity.DEGRADING, "登记为自行采集或产生,须改由本部门自行维护", EnumSet.of(STOP), Circumstances::madeByItself),
    NOTHING_LEFT(Severity.BREAKING, "没有查到可替代的来源,将断供", EnumSet.of(STOP), field -> true),

    BY_NAME(Severity.DEGRADING, "直接按名称取数,须随之改映射或接口", EnumSet.of(RENAME), field -> field.hop() <= 1),
    NOT_BY_NAME(Severity.NOTICE, "不直接按名称取数,仅作告知", EnumSet.of(RENAME), field -> true),

    LOOKALIKE(
            Severity.NOTICE,
            "名称与该数据元或其同义名称相同而未对应数据元,请核对是否随之变更",
            EnumSet.of(CHANGE_TYPE, CHANGE_CODE_LIST),
            field -> field.bond() == Bond.LOOKALIKE),
    COPIES_TYPE(Severity.BREAKING, "照原样取用,类型改变后将不能接收", EnumSet.of(CHANGE_TYPE), Circumstances::copies),
    COPIES_CODES(Severity.BREAKING, "照原样取用,将收到不认识的代码", EnumSet.of(CHANGE_CODE_LIST), Circumstances::copies),
    BOUND_TYPE(
            Severity.DEGRADING, "对应该数据元,须按新的类型调整结构和存量数据", EnumSet.of(CHANGE_TYPE), field -> field.bond() == Bond.BOUND),
    BOUND_CODES(
            Severity.DEGRADING,
            "对应该数据元,须按新的值域调整采集和存量数据",
            EnumSet.of(CHANGE_CODE_LIST),
            field -> field.bond() == Bond.BOUND),
    TRANSFORMS(
            Severity.DEGRADING,
            "经加工取得,须修改加工规则",
            EnumSet.of(CHANGE_TYPE, CHANGE_CODE_LIST),
            field -> field.carried() == Carried.TRANSFORMED),
    BEYOND(Severity.NOTICE, "上游已经加工,自身不变,仅作告知", EnumSet.of(CHANGE_TYPE, CHANGE_CODE_LIST), field -> true),

    FASTER(Severity.DEGRADING, "更新周期快于来源,将得到陈旧的数据", EnumSet.of(CHANGE_CYCLE), field -> field.pace() == Pace.FASTER),
    PACE_UNKNOWN(Severity.NOTICE, "本身或来源没有可比较的更新周期,请核对", EnumSet.of(CHANGE_CYCLE), field -> true),

    WITHHELD_BUT_ELSEWHERE(
            Severity.DEGRADING,
            "来源不再共享,可改从“%s”获取",
            EnumSet.of(RESTRICT_SHARING),
            field -> field.withheld() && field.alternative()),
    WITHHELD_BUT_BY_ITSELF(
            Severity.DEGRADING,
            "来源不再共享,登记为自行采集或产生,须改由本部门自行维护",
            EnumSet.of(RESTRICT_SHARING),
            field -> field.withheld() && field.madeByItself()),
    WITHHELD(Severity.BREAKING, "来源不再共享,没有查到可替代的来源", EnumSet.of(RESTRICT_SHARING), Circumstances::withheld),
    TO_BE_ASKED_ANEW(
            Severity.DEGRADING,
            "本部门的授权不足,须重新申请",
            EnumSet.of(RESTRICT_SHARING),
            field -> field.footing() == Footing.FALLS_SHORT),
    NO_FOOTING(Severity.NOTICE, "本部门没有来源的有效授权,经他人取得,请核对", EnumSet.of(RESTRICT_SHARING), field -> true),

    OTHER_SOURCE(Severity.NOTICE, "数据照常,数源部门变更后请核对取数渠道和异议渠道", EnumSet.of(TRANSFER_SOURCE), field -> true),

    COPIES_CONTENT(Severity.DEGRADING, "照原样取用,须重新取数,更正存量数据", EnumSet.of(CORRECT), Circumstances::copies),
    MADE_OF_CONTENT(
            Severity.DEGRADING, "经加工取得,须重新加工", EnumSet.of(CORRECT), field -> field.carried() == Carried.TRANSFORMED),
    BEYOND_CONTENT(Severity.NOTICE, "上游已经加工,请核对加工结果是否随之改变", EnumSet.of(CORRECT), field -> true);

    /// How what is changed comes to a field: as it is, through a rule, or only through what others made of it.
    enum Carried {
        BEYOND,
        TRANSFORMED,
        COPIED
    }

    /// Why a field is looked at: it is made from what is changed, represents the element that is, or is called like it.
    enum Bond {
        DERIVED,
        BOUND,
        LOOKALIKE
    }

    /// How often a field is brought up to date, beside its source.
    enum Pace {
        FASTER,
        NO_FASTER,
        UNKNOWN
    }

    /// What its department may still rely on once sharing is restricted.
    enum Footing {
        OWN,
        SUFFICES,
        FALLS_SHORT,
        NONE
    }

    /// What the rules look at.
    ///
    /// @param inUse        neither its resource nor its system is out of use
    /// @param madeByItself filed as collected or generated by its own department; a form's field always is
    /// @param alternative  whether a field is known from which the same datum can be had
    /// @param withheld     whether what it is made from will not be shared any more
    record Circumstances(
            boolean inUse,
            boolean madeByItself,
            boolean alternative,
            int hop,
            Bond bond,
            Carried carried,
            Pace pace,
            Footing footing,
            boolean withheld) {

        /// How many there are beside each other at one hop.
        static final int NUMBERS = 1 << 12;

        /// A number that all have alike which differ in their hop alone.
        int number() {
            var flags = (inUse ? 1 : 0) | (madeByItself ? 2 : 0) | (alternative ? 4 : 0) | (withheld ? 8 : 0);
            return flags | bond.ordinal() << 4 | carried.ordinal() << 6 | pace.ordinal() << 8 | footing.ordinal() << 10;
        }

        boolean copies() {
            return carried == Carried.COPIED;
        }
    }

    private final @Nullable Severity severity;
    private final String sentence;
    private final Set<ChangeKind> changes;
    private final Predicate<Circumstances> fits;

    Rule(@Nullable Severity severity, String sentence, Set<ChangeKind> changes, Predicate<Circumstances> fits) {
        this.severity = severity;
        this.sentence = sentence;
        this.changes = changes;
        this.fits = fits;
    }

    private static final Rule[] ALL = values();
    private static final Map<ChangeKind, Rule[]> BY_CHANGE = new EnumMap<>(ChangeKind.class);

    static {
        for (var change : ChangeKind.values()) {
            BY_CHANGE.put(
                    change,
                    Arrays.stream(ALL)
                            .filter(rule -> rule.changes.contains(change))
                            .toArray(Rule[]::new));
        }
    }

    static Rule of(ChangeKind change, Circumstances field) {
        for (var rule : Objects.requireNonNull(BY_CHANGE.get(change))) {
            if (rule.fits.test(field)) {
                return rule;
            }
        }
        throw new IllegalStateException("No rule of %s fits %s".formatted(change, field));
    }

    /// The rule of an ordinal.
    static Rule at(int ordinal) {
        return ALL[ordinal];
    }

    /// Empty when it spares.
    Optional<Severity> severity() {
        return Optional.ofNullable(severity);
    }

    /// Whether its sentence names the alternative.
    boolean tellsAlternative() {
        return sentence.contains("%s");
    }

    /// @param alternative how the alternative is called; empty when the rule speaks of none
    String sentence(String alternative) {
        return sentence.formatted(alternative);
    }
}
