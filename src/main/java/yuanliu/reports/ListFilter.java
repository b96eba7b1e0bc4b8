package yuanliu.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuanliu.ownership.SourceState;
import yuanliu.web.BadRequest;
import yuanliu.web.Codes;

/// To what a list is narrowed; what is not said does not narrow, what is said must hold together.
///
/// @param department code of the department that answers for a row
/// @param region     code of a region: departments in it and below
/// @param level      国家, 省, 市, 县 or 乡: of the department
/// @param library    所属库
/// @param element    code of a data element
/// @param states     how it stands with a unit's source
/// @param inForce    whether a designation is in force today
/// @param overdue    whether something is late, done or not
/// @param from       the first day
/// @param until      the last day
record ListFilter(
        @Nullable String department,
        @Nullable String region,
        @Nullable String level,
        @Nullable String library,
        @Nullable String element,
        @Nullable List<SourceState> states,
        @Nullable Boolean inForce,
        @Nullable Boolean overdue,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    static final ListFilter ALL = new ListFilter(null, null, null, null, null, null, null, null, null, null);

    private static final List<String> LEVELS = List.of("国家", "省", "市", "县", "乡");

    static ListFilter of(@Nullable ListFilter asked) {
        return asked == null ? ALL : asked;
    }

    ListFilter inForce(boolean whether) {
        return new ListFilter(department, region, level, library, element, states, whether, overdue, from, until);
    }

    ListFilter department(@Nullable String code) {
        return new ListFilter(code, region, level, library, element, states, inForce, overdue, from, until);
    }

    /// @throws BadRequest when a list cannot be narrowed by something that is asked, or there is no such level
    void check(String list, Set<Narrowing> takes) {
        var asked = asked().keySet().stream()
                .filter(one -> !takes.contains(one))
                .map(Narrowing::argument)
                .sorted()
                .toList();
        if (!asked.isEmpty()) {
            throw new BadRequest("“%s”不能按 %s 筛选；可以按 %s 筛选"
                    .formatted(
                            list,
                            String.join("、", asked),
                            takes.isEmpty()
                                    ? "（无）"
                                    : EnumSet.copyOf(takes).stream()
                                            .map(Narrowing::argument)
                                            .collect(Collectors.joining("、"))));
        }
        if (level != null && !LEVELS.contains(level)) {
            throw new BadRequest("参数 level 应为 %s 之一,收到 %s".formatted(String.join("、", LEVELS), level));
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new BadRequest("参数 until（%s）早于 from（%s）".formatted(until, from));
        }
    }

    private Map<Narrowing, String> asked() {
        var asked = new java.util.EnumMap<Narrowing, String>(Narrowing.class);
        put(asked, Narrowing.DEPARTMENT, department);
        put(asked, Narrowing.REGION, region);
        put(asked, Narrowing.LEVEL, level);
        put(asked, Narrowing.LIBRARY, library);
        put(asked, Narrowing.ELEMENT, element);
        put(
                asked,
                Narrowing.STATES,
                states == null
                        ? null
                        : states.stream().map(SourceState::word).sorted().collect(Collectors.joining("、")));
        put(asked, Narrowing.IN_FORCE, inForce == null ? null : inForce ? "是" : "否");
        put(asked, Narrowing.OVERDUE, overdue == null ? null : overdue ? "是" : "否");
        put(asked, Narrowing.FROM, from);
        put(asked, Narrowing.UNTIL, until);
        return asked;
    }

    private static void put(Map<Narrowing, String> asked, Narrowing by, @Nullable Object value) {
        if (value != null) {
            asked.put(by, String.valueOf(value));
        }
    }

    /// What was asked, to be told with the answer.
    List<Echo> echo() {
        var echo = new ArrayList<Echo>();
        asked().forEach((by, value) -> echo.add(new Echo(by.argument(), by.word(), value)));
        return echo;
    }

    /// For statements; codes normalised.
    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("department", Codes.keyOrNull(department));
        parameters.put("region", Codes.keyOrNull(region));
        parameters.put("level", level);
        parameters.put("library", Codes.keyOrNull(library));
        parameters.put("element", Codes.keyOrNull(element));
        parameters.put("inForce", inForce);
        parameters.put("from", from);
        parameters.put("until", until);
        return parameters;
    }

    /// A filter as it was understood.
    ///
    /// @param name  the argument
    /// @param title in Chinese
    record Echo(String name, String title, String value) {}
}
