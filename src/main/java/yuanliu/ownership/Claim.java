package yuanliu.ownership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import yuanliu.catalog.AcquisitionMode;
import yuanliu.catalog.DataField;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.web.Codes;

/// One field that speaks for a department as the source of a unit.
///
/// @param line    the key that stands for the department's line
/// @param regions keys of the regions in which the department lies
/// @param users   how many agreements are in force on the field's entry
record Claim(
        String unit,
        Department department,
        DataField field,
        DataResource resource,
        String line,
        Set<String> regions,
        long users) {

    private static final int YEAR = 365;

    static Claim from(MapAccessor row) {
        return new Claim(
                row.get("unit").asString(),
                Department.from(row.get("department")),
                DataField.from(row.get("field")),
                DataResource.from(row.get("resource")),
                row.get("line").asString(),
                Set.copyOf(row.get("regions").asList(Value::asString)),
                row.get("users").asLong());
    }

    SourceCandidate weighed(Around around) {
        var seen = new ArrayList<Seen>();
        made(seen);
        legalAct(around, seen);
        lineage(around, seen);
        coverage(around, seen);
        freshness(around, seen);
        if (users > 0) {
            seen.add(new Seen(0.10 * users / (users + 2), "所在数据资源有%d项共享正在使用".formatted(users)));
        }
        var sharing = field.sharing() == null ? resource.sharing() : field.sharing();
        if (sharing != null && !sharing.isEmpty() && !sharing.equals("不予共享")) {
            seen.add(new Seen(0.05, "所在数据资源%s".formatted(sharing)));
        }
        var score = seen.stream().mapToDouble(Seen::weight).sum();
        var reasons = new ArrayList<>(seen.stream()
                .sorted(Comparator.comparingDouble(Seen::weight).reversed())
                .map(Seen::sentence)
                .toList());
        if (Boolean.TRUE.equals(department.dataAuthority())) {
            score *= 0.2;
            reasons.addFirst("数据主管部门只归集,一般不作数源");
        }
        return new SourceCandidate(department, field, Math.round(score * 1000) / 1000.0, reasons);
    }

    private void made(List<Seen> seen) {
        var where = "(“%s.%s”)".formatted(resource.name(), field.name());
        seen.add(
                field.acquisition() == AcquisitionMode.GENERATED
                        ? new Seen(0.30, "该数据由其履职产生" + where)
                        : new Seen(0.15, "该数据由其采集" + where));
    }

    /// Whichever says it, it is the same duty: both together weigh no more than one.
    private void legalAct(Around around, List<Seen> seen) {
        var weight = 0.20;
        var planned = around.plan().library(around.unit(), department);
        if (planned.isPresent()) {
            seen.add(new Seen(weight, "%s的贡献计划由其条线提供该数据".formatted(planned.get())));
            weight = 0;
        }
        for (var act : around.statutory()) {
            if (act.names(this)) {
                seen.add(new Seen(weight, act.sentence(around.day(), this)));
                break;
            }
        }
        if ("基础".equals(resource.resourceClass())) {
            seen.add(new Seen(
                    0.05, resource.library() == null ? "所在数据资源为基础类" : "所在数据资源为%s的基础类资源".formatted(resource.library())));
        }
    }

    private void lineage(Around around, List<Seen> seen) {
        if (around.upstream() == null) {
            seen.add(
                    new Seen(0, "持有该数据的信息项多于%d个,未计血缘与覆盖".formatted(around.held().size())));
            return;
        }
        var own = Codes.key(department.code());
        var others = new HashSet<String>();
        around.held().stream().filter(held -> !held.department().equals(own)).forEach(held -> others.add(held.field()));
        var all = others.size();
        others.retainAll(around.upstream().from(Set.of(Codes.key(field.code()))));
        if (!others.isEmpty()) {
            seen.add(new Seen(
                    0.20 * others.size() / all,
                    "其他部门持有的%d个信息项中有%d个源自它(%d%%)".formatted(all, others.size(), percent(others.size(), all))));
        }
    }

    private void coverage(Around around, List<Seen> seen) {
        if (around.upstream() == null) {
            return;
        }
        var heldIn = new HashSet<String>();
        around.held().forEach(held -> heldIn.addAll(held.regions()));
        if (heldIn.size() < 2) {
            return;
        }
        var ofLine = new HashSet<String>();
        around.claims().stream()
                .filter(claim -> claim.line().equals(line))
                .forEach(claim -> ofLine.addAll(claim.regions()));
        var covered = heldIn.stream()
                .filter(region ->
                        around.regions().getOrDefault(region, Set.of()).stream().anyMatch(ofLine::contains))
                .count();
        if (covered > 0) {
            seen.add(new Seen(
                    0.05 * covered / heldIn.size(),
                    "持有该数据的%d个区划中,其条线覆盖%d个(%d%%)".formatted(heldIn.size(), covered, percent(covered, heldIn.size()))));
        }
    }

    /// Against the latest of all, and not against today: so an order does not change by waiting.
    private void freshness(Around around, List<Seen> seen) {
        var cycle = resource.cycle();
        if ("实时".equals(cycle) || "每日".equals(cycle)) {
            seen.add(new Seen(0.03, "%s更新".formatted(cycle)));
        }
        var updated = resource.updated();
        var latest = around.latestUpdate();
        if (updated == null || latest == null) {
            return;
        }
        var behind = ChronoUnit.DAYS.between(updated, latest);
        if (behind < YEAR) {
            seen.add(new Seen(
                    0.02 * (YEAR - behind) / YEAR,
                    "最近更新于%s,%s".formatted(updated, behind == 0 ? "没有比它更新的" : "比最新的晚%d天".formatted(behind))));
        }
    }

    private static long percent(long part, long whole) {
        return Math.round(100.0 * part / whole);
    }

    /// What was seen, how much it weighs, and how it is said.
    private record Seen(double weight, String sentence) {}

    /// A field that holds the unit.
    ///
    /// @param department its key
    /// @param regions    keys of the regions in which the department lies
    record HeldBy(String field, String department, Set<String> regions) {}

    /// A designation by law of the same datum, whatever it is worth today.
    ///
    /// @param department the key of who is responsible
    /// @param line       that of its line
    /// @param region     the name of its scope
    record Statutory(
            @Nullable String department,
            @Nullable String line,
            @Nullable String name,
            @Nullable String region,
            @Nullable String document,
            @Nullable String clause,
            @Nullable LocalDate validTo) {

        boolean names(Claim claim) {
            return Codes.key(claim.department().code()).equals(department)
                    || claim.line().equals(line);
        }

        String sentence(LocalDate day, Claim claim) {
            var basis = (document == null ? "" : "依" + document) + (clause == null ? "" : clause);
            var whom = Codes.key(claim.department().code()).equals(department) ? "其" : "同一条线的" + name;
            return "%s法定认定%s为数源%s%s"
                    .formatted(
                            basis,
                            whom,
                            region == null ? "" : "(适用范围为%s)".formatted(region),
                            validTo != null && !day.isBefore(validTo) ? "(已于%s失效)".formatted(validTo) : "");
        }
    }

    /// What a claim is weighed against.
    ///
    /// @param claims   all of the unit
    /// @param held     who holds it
    /// @param regions  by the key of a region the keys of what it is part of, itself included
    /// @param upstream where all holders come from; null when there were too many to look at
    record Around(
            SourceUnit unit,
            LocalDate day,
            List<Claim> claims,
            List<HeldBy> held,
            List<Statutory> statutory,
            Map<String, Set<String>> regions,
            Origins.@Nullable Upstream upstream,
            ContributionPlan plan) {

        @Nullable
        LocalDate latestUpdate() {
            return claims.stream()
                    .map(claim -> claim.resource().updated())
                    .filter(updated -> updated != null)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }
}
