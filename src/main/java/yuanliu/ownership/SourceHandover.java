package yuanliu.ownership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Department;
import yuanliu.catalog.Projection;
import yuanliu.web.Codes;

/// A designation that still names a department that is dissolved or merged, and to whom it has to be handed over.
///
/// @param from    the department that is gone
/// @param to      who took over last and is there; null when nobody is
/// @param chain   all that took over, one from another, `from` first
/// @param carried whether a designation in force of the same unit names `to` already
/// @param held    where `to` holds the unit
/// @param users   those with agreements in force on the designated field's entry, and on what `from` and `to` hold of
/// it
/// @param evidence where the designation was filed
record SourceHandover(
        SourceUnit unit,
        Designation designation,
        Department from,
        @Nullable Department to,
        List<Department> chain,
        boolean carried,
        List<DataField> held,
        List<Department> users,
        Filed evidence) {

    SourceHandover {
        chain = List.copyOf(chain);
        held = List.copyOf(held);
        users = List.copyOf(users);
    }

    /// Reads what a statement projects as `{unit, designation, chain, carried, holdings, users}`.
    static SourceHandover from(Value projection) {
        var designation = projection.get("designation");
        var responsible = designation.get("responsible");
        var filed = new Projection(designation);
        return new SourceHandover(
                SourceUnit.from(projection.get("unit")),
                Designation.from(designation),
                Department.from(designation.get("named")),
                responsible.isNull() ? null : Department.from(responsible),
                projection.get("chain").asList(Department::from).stream()
                        .distinct()
                        .toList(),
                projection.get("carried").asBoolean(),
                projection.get("holdings").asList(DataField::from),
                projection.get("users").asList(Department::from),
                new Filed(filed.textOrNull("batch"), filed.numberOrNull("row")));
    }

    /// The field at which the datum was to be had.
    public @Nullable DataField field() {
        return designation.field();
    }

    public @Nullable String document() {
        return designation.document();
    }

    /// What is the matter and what to do, in Chinese.
    public String sentence() {
        return "“%s”的数源认定给%s，该部门已%s：%s%s"
                .formatted(
                        unit.name(),
                        from.name(),
                        from.status(),
                        todo(),
                        users.isEmpty() ? "" : "；须告知 %d 个使用部门".formatted(users.size()));
    }

    private String todo() {
        if (to == null) {
            return "%s，等于没有认定，由数据主管部门重新认定".formatted(nobody());
        }
        return carried ? "已另行认定给%s，原认定应写明失效日期".formatted(to.name()) : "应移交给%s，%s".formatted(to.name(), where());
    }

    private String where() {
        var field = field();
        if (field != null && held.stream().anyMatch(one -> same(one, field))) {
            return "所认定的信息项已在其目录中";
        }
        return held.isEmpty() ? "其目录中还没有该数据" : "其目录中有该数据 %d 项".formatted(held.size());
    }

    private String nobody() {
        var last = chain.getLast();
        return chain.size() == 1 ? "没有继任部门" : "继任的%s也已%s，没有在设的继任部门".formatted(last.name(), last.status());
    }

    private static boolean same(DataField one, DataField other) {
        return Codes.key(one.code()).equals(Codes.key(other.code()));
    }

    /// Where a row was filed; empty when people decided it here.
    ///
    /// @param filing the code of the filing
    /// @param row    in its sheet
    record Filed(@Nullable String filing, @Nullable Long row) {}
}
