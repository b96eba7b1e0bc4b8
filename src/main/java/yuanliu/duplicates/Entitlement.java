package yuanliu.duplicates;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;

/// On what footing a department can have a field of another.
///
/// @param agreements codes of its agreements in force
record Entitlement(Footing footing, DataResource resource, Department provider, List<String> agreements) {

    /// In the order in which they help.
    enum Footing {
        OWN,
        AGREED,
        UNCONDITIONAL,
        CONDITIONAL,
        WITHHELD
    }

    Entitlement {
        agreements = List.copyOf(agreements);
    }

    static Entitlement from(Record row) {
        var agreements = row.get("agreements").asList(Value::asString);
        return new Entitlement(
                footing(
                        row.get("own").asBoolean(false),
                        agreements,
                        row.get("sharing").asString(null)),
                DataResource.from(row.get("resource")),
                Department.from(row.get("provider")),
                agreements);
    }

    private static Footing footing(boolean own, List<String> agreements, @Nullable String sharing) {
        if (own) {
            return Footing.OWN;
        }
        if (!agreements.isEmpty()) {
            return Footing.AGREED;
        }
        return sharing == null
                ? Footing.WITHHELD
                : switch (sharing) {
                    case "无条件共享" -> Footing.UNCONDITIONAL;
                    case "有条件共享" -> Footing.CONDITIONAL;
                    default -> Footing.WITHHELD;
                };
    }

    /// What a department does to have a field from here.
    String how(String field) {
        var from = "“%s.%s”".formatted(resource.name(), field);
        return switch (footing) {
            case OWN -> "直接使用本部门的" + from;
            case AGREED -> "依已有授权%s取用%s的%s".formatted(agreements.stream().collect(joining("、")), provider.name(), from);
            case UNCONDITIONAL -> "在共享平台订阅%s的%s（无条件共享）".formatted(provider.name(), from);
            case CONDITIONAL ->
                "向%s申请共享%s（有条件共享%s）"
                        .formatted(
                                provider.name(), from, resource.condition() == null ? "" : "：" + resource.condition());
            case WITHHELD -> "%s的%s目前不予共享：请其改正不予共享的依据，或请主管部门协调".formatted(provider.name(), from);
        };
    }

    /// What is to be done so that a field is collected no more.
    ///
    /// @param owner of the field: a form or a resource
    List<String> steps(String source, String owner, boolean form, String field) {
        var steps = new ArrayList<String>();
        steps.add(how(source));
        steps.add(
                form
                        ? "在“%s”中删去“%s”，或改为由共享数据预填".formatted(owner, field)
                        : "停止采集“%s.%s”，获取方式改为共享获取".formatted(owner, field));
        steps.add("申报变更后的目录和血缘；下一次检测不再检出后销号");
        return List.copyOf(steps);
    }
}
