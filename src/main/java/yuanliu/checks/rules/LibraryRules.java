package yuanliu.checks.rules;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.Evidence.Kind;
import yuanliu.checks.rules.Facts.Department;
import yuanliu.checks.rules.Facts.Field;
import yuanliu.checks.rules.Facts.Owner;
import yuanliu.checks.rules.Facts.Unit;

/// What a base library has to have, and from whom: S12.
final class LibraryRules {

    private LibraryRules() {}

    static @Nullable Said missingOrFromNonSource(Unit unit, Facts facts) {
        if (unit.region() != null) {
            return null;
        }
        var wrong = new ArrayList<String>();
        var evidence = new ArrayList<Evidence>();
        var departments = new java.util.LinkedHashSet<Department>();
        facts.terms().plan().forEach((library, planned) -> {
            if (planned.stream().anyMatch(one -> one.fits(unit))) {
                look(library, unit, facts, wrong, evidence, departments);
            }
        });
        return wrong.isEmpty() ? null : Said.of(String.join("；", wrong), evidence, departments);
    }

    private static void look(
            String library,
            Unit unit,
            Facts facts,
            List<String> wrong,
            List<Evidence> evidence,
            java.util.Set<Department> departments) {
        var parts = facts.resourcesFor(library).stream()
                .filter(resource ->
                        resource.live() && "基础".equals(resource.cells().text("class")))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        var keys = parts.stream().map(Owner::key).collect(toSet());
        var fields = unit.holders().stream()
                .filter(field -> keys.contains(field.owner().key()))
                .toList();
        if (fields.isEmpty()) {
            wrong.add("%s按贡献计划应有“%s”，库中 %d 个资源都没有".formatted(library, unit.name(), parts.size()));
            keepers(parts, departments);
            evidence.add(Evidence.term("贡献计划：%s 应有“%s”".formatted(library, unit.name())));
            return;
        }
        var at = facts.field(unit.at());
        if (unit.source() == null || at == null || keys.contains(at.owner().key())) {
            return;
        }
        var below = Origins.below(facts, at.key());
        if (fields.stream().anyMatch(field -> below.containsKey(field.key()))) {
            return;
        }
        wrong.add("%s的“%s”不取自数源%s的“%s”，取自 %s"
                .formatted(
                        library,
                        unit.name(),
                        unit.source().name(),
                        at.shown(),
                        fields.stream().map(Field::shown).collect(joining("、"))));
        fields.forEach(field -> evidence.add(Evidence.of(
                Kind.CELL,
                field,
                "“%s”的获取方式为“%s”，上游没有数源信息项".formatted(field.shown(), field.mode() == null ? "" : field.mode()))));
        departments.addAll(Facts.departmentsOf(fields));
    }

    /// The data authorities that keep parts of the library, else whoever does.
    private static void keepers(List<Owner> parts, java.util.Set<Department> departments) {
        var all = new java.util.LinkedHashSet<Department>();
        for (var part : parts) {
            var department = part.department();
            if (department != null) {
                all.add(department);
            }
        }
        var authorities = all.stream().filter(Department::authority).toList();
        departments.addAll(authorities.isEmpty() ? all : authorities);
    }
}
