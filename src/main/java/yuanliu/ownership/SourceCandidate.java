package yuanliu.ownership;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.neo4j.driver.types.MapAccessor;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.web.Codes;

/// A department that might be the source of a unit that has none, and why. A suggestion: nobody is a source by it.
///
/// The rule of thumb is that the organ whose act makes a fact true is its source: so generating counts most, then that
/// others draw on it, then that it can serve.
///
/// | what is seen | weight |
/// |---|---|
/// | its field is generated (产生) by its own act | 0.45 |
/// | its field is collected (采集) | 0.25 |
/// | other fields are derived from it today | 0.25 × copies ÷ (copies + 2) |
/// | agreements in force on its entry | 0.15 × users ÷ (users + 2) |
/// | its entry is shared (not 不予共享) | 0.10 |
/// | its entry is updated daily or at once | 0.05 |
/// | it is the data authority, which aggregates and is no source of content | × 0.2 |
///
/// @param field the best of its fields
/// @param score 0 to 1
/// @param reasons in Chinese, the weightiest first
public record SourceCandidate(Department department, DataField field, double score, List<String> reasons) {

    private static final Comparator<SourceCandidate> BEST = Comparator.comparingDouble(SourceCandidate::score)
            .reversed()
            .thenComparing(candidate -> candidate.department().code(), Codes.ORDER)
            .thenComparing(candidate -> candidate.field().code(), Codes.ORDER);

    public SourceCandidate {
        reasons = List.copyOf(reasons);
    }

    /// One candidate for each department: by its best field.
    static List<SourceCandidate> ranked(List<Claim> claims) {
        return claims.stream()
                .map(Claim::weighed)
                .collect(groupingBy(
                        SourceCandidate::department, LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(own -> own.stream().min(BEST).orElseThrow())
                .sorted(BEST)
                .toList();
    }

    /// One field that speaks for a department.
    ///
    /// @param copies how many fields are derived from it
    /// @param users  how many agreements are in force on its entry
    record Claim(
            String unit,
            Department department,
            DataField field,
            String resource,
            String sharing,
            String cycle,
            long copies,
            long users) {

        static Claim from(MapAccessor row) {
            return new Claim(
                    row.get("unit").asString(),
                    Department.from(row.get("department")),
                    DataField.from(row.get("field")),
                    row.get("resource").asString(),
                    row.get("sharing").asString(),
                    row.get("cycle").asString(),
                    row.get("copies").asLong(),
                    row.get("users").asLong());
        }

        SourceCandidate weighed() {
            var reasons = new ArrayList<String>();
            double score;
            if (field.acquisition() == AcquisitionMode.GENERATED) {
                score = 0.45;
                reasons.add("该数据由其履职产生(“%s.%s”)".formatted(resource, field.name()));
            } else {
                score = 0.25;
                reasons.add("该数据由其采集(“%s.%s”)".formatted(resource, field.name()));
            }
            if (copies > 0) {
                score += 0.25 * copies / (copies + 2);
                reasons.add("有%d个信息项由其派生".formatted(copies));
            }
            if (users > 0) {
                score += 0.15 * users / (users + 2);
                reasons.add("所在数据资源有%d项共享正在使用".formatted(users));
            }
            if (!sharing.isEmpty() && !sharing.equals("不予共享")) {
                score += 0.10;
                reasons.add("所在数据资源%s".formatted(sharing));
            }
            if (cycle.equals("实时") || cycle.equals("每日")) {
                score += 0.05;
                reasons.add("%s更新".formatted(cycle));
            }
            if (Boolean.TRUE.equals(department.dataAuthority())) {
                score *= 0.2;
                reasons.addFirst("数据主管部门只归集,一般不作数源");
            }
            return new SourceCandidate(department, field, Math.round(score * 1000) / 1000.0, reasons);
        }
    }
}
