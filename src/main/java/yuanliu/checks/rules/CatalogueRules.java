package yuanliu.checks.rules;

import static java.util.stream.Collectors.joining;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.NineItems;
import yuanliu.checks.rules.Evidence.Kind;
import yuanliu.checks.rules.Facts.Department;
import yuanliu.checks.rules.Facts.Field;
import yuanliu.checks.rules.Facts.Owner;
import yuanliu.checks.rules.Terms.Term;
import yuanliu.checks.rules.Terms.WordKind;

/// What the regulation wants of a catalogue entry and of who compiles it.
public final class CatalogueRules {

    private CatalogueRules() {}

    static @Nullable Said withoutOffice(Department department, Facts facts) {
        if (department.gone()
                || department.office() != null && !department.office().isBlank()) {
            return null;
        }
        var provides =
                facts.resourcesOf(department).stream().filter(Owner::live).count();
        return provides == 0
                ? null
                : Said.of(
                        "%s编有 %d 个目录，没有写明政务数据共享工作机构".formatted(department.name(), provides),
                        List.of(Evidence.of(Kind.CELL, department, "联系处室为空")),
                        department);
    }

    static @Nullable Said lacksItems(Owner resource, Facts facts) {
        if (!resource.published()) {
            return null;
        }
        var cells = resource.cells();
        var missing = NineItems.missing(
                property -> switch (property) {
                    case "name" -> resource.name();
                    case "provider" ->
                        resource.department() == null
                                ? cells.text("providerRef")
                                : resource.department().code();
                    default -> cells.text(property).isEmpty() ? cells.text(property + "Text") : cells.text(property);
                },
                resource.hasItems());
        if (missing.isEmpty()) {
            return null;
        }
        var titles = missing.stream().map(NineItems::title).collect(joining("、"));
        return Said.of(
                "目录“%s”缺少第十三条要求载明的%d项：%s".formatted(named(resource), missing.size(), titles),
                List.of(Evidence.of(Kind.CELL, resource, "未填：" + titles)),
                resource.department());
    }

    /// Whether the law has something withheld: only a law, an administrative regulation or a decision of the State
    /// Council does (Articles 14, 15). Where no rank is filed, the text of the basis decides.
    public static boolean lawful(String basis, String rank, Terms terms) {
        return rank.isEmpty() ? terms.says(WordKind.LAW, basis) : terms.says(WordKind.LEGAL_RANK, rank);
    }

    static @Nullable Said withheldOnTooLittle(Owner resource, Facts facts) {
        var basis = resource.cells().text("notSharedBasis");
        if (!resource.withheld() || !resource.inCatalogue() || basis.isBlank()) {
            return null;
        }
        var rank = resource.cells().text("basisRank");
        var lawful = lawful(basis, rank, facts.terms());
        return lawful
                ? null
                : Said.of(
                        "“%s”不予共享的依据是“%s”%s，不是法律、行政法规或者国务院决定"
                                .formatted(named(resource), basis, rank.isEmpty() ? "" : "（%s）".formatted(rank)),
                        List.of(
                                Evidence.of(Kind.CELL, resource, "共享类型 不予共享"),
                                Evidence.document("不予共享依据：%s；依据层级：%s".formatted(basis, rank.isEmpty() ? "未填" : rank))),
                        resource.department());
    }

    static @Nullable Said withheldWithoutBasis(Owner resource, Facts facts) {
        return resource.withheld() && resource.cells().text("notSharedBasis").isBlank() && resource.inCatalogue()
                ? Said.of(
                        "“%s”不予共享，没有写理由和依据".formatted(named(resource)),
                        List.of(Evidence.of(Kind.CELL, resource, "共享类型 不予共享，不予共享依据为空")),
                        resource.department())
                : null;
    }

    static @Nullable Said addsConditions(Owner resource, Facts facts) {
        var condition = resource.cells().text("condition");
        var word = conditional(resource) ? facts.terms().word(WordKind.ADDED_CONDITION, condition) : null;
        return word == null || word.isEmpty()
                ? null
                : Said.of(
                        "“%s”的共享条件写“%s”，疑似擅自增设：%s"
                                .formatted(
                                        named(resource), condition, word.get().says()),
                        List.of(Evidence.of(Kind.CELL, resource, "共享条件：" + condition)),
                        resource.department());
    }

    static @Nullable Said conditionUnclear(Owner resource, Facts facts) {
        var condition = resource.cells().text("condition");
        if (!conditional(resource) || condition.isBlank()) {
            return null;
        }
        var lacks = new ArrayList<String>();
        if (!facts.terms().says(WordKind.RANGE, condition)) {
            lacks.add("共享范围");
        }
        if (!facts.terms().says(WordKind.PURPOSE, condition)) {
            lacks.add("使用用途");
        }
        return lacks.isEmpty()
                ? null
                : Said.of(
                        "“%s”有条件共享，共享条件“%s”没有列明%s".formatted(named(resource), condition, String.join("和", lacks)),
                        List.of(Evidence.of(Kind.CELL, resource, "共享条件：" + condition)),
                        resource.department());
    }

    private static boolean conditional(Owner resource) {
        return resource.inCatalogue() && "有条件共享".equals(resource.sharing());
    }

    static @Nullable Said publishedLate(Owner resource, Facts facts) {
        return late(Clocks.review(resource, facts), resource, "“%s”%s提交审核，应于%s前发布（%d 个工作日），%s", Clocks.SUBMITTED);
    }

    static @Nullable Said changedLate(Owner resource, Facts facts) {
        var said = late(
                Clocks.update(resource, facts), resource, "“%s”依据%s变更，应于%s前更新目录（%d 个工作日），%s", Clocks.REASON_CHANGED);
        var from = resource.cells().extraDay(Clocks.REASON_CHANGED);
        if (said == null || from == null) {
            return null;
        }
        var extended = resource.cells().extraDay(Clocks.ENTRY_EXTENDED);
        var granted = Clocks.inTime(extended, from, facts.terms().number(Term.CATALOGUE_UPDATE), facts);
        var evidence = new ArrayList<>(said.evidence());
        evidence.add(Evidence.of(
                Kind.CELL,
                resource,
                extended == null
                        ? "没有延期批准日期"
                        : granted ? "%s获准延期".formatted(extended) : "%s才获准延期，已在期限之后".formatted(extended)));
        return new Said(said.sentence(), evidence, said.departments(), said.remedy());
    }

    private static @Nullable Said late(
            Clocks.@Nullable Running running, Owner resource, String sentence, String column) {
        return running != null && running.late()
                ? Said.of(
                        sentence.formatted(
                                named(resource),
                                running.from(),
                                running.due(),
                                running.term(),
                                running.clock().says()),
                        List.of(
                                Evidence.of(Kind.CELL, resource, "%s %s".formatted(column, running.from())),
                                Evidence.term(running.clock().counted())),
                        running.responsible())
                : null;
    }

    static @Nullable Said copyFiledAsOwn(Owner resource, Facts facts) {
        var copies = new ArrayList<Evidence>();
        var names = new ArrayList<String>();
        for (var field : facts.fieldsOf(resource)) {
            if (!field.collected() || tellsWho(field, facts)) {
                continue;
            }
            var above = facts.above(field.key()).isEmpty() ? null : Origins.above(facts, field.key());
            var foreign = above == null
                    ? null
                    : above.keySet().stream()
                            .map(facts::field)
                            .filter(Objects::nonNull)
                            .filter(source -> isOthers(source, field))
                            .findFirst()
                            .orElse(null);
            if (foreign != null && above != null) {
                names.add(field.name());
                copies.add(Evidence.of(
                        Kind.PATH,
                        field,
                        UnitRules.shown(
                                facts,
                                Origins.way(above, field.key(), foreign.key()).reversed())));
            }
        }
        return names.isEmpty()
                ? null
                : Said.of(
                        "“%s”的 %d 个信息项填采集或产生，血缘却来自其他部门：%s"
                                .formatted(named(resource), names.size(), String.join("、", names)),
                        copies,
                        resource.department());
    }

    /// By what records are found is asked by everybody, wherever else it comes from.
    private static boolean tellsWho(Field field, Facts facts) {
        var unit = field.unit() == null ? null : facts.unit(field.unit());
        return unit != null && unit.element().identifying();
    }

    private static boolean isOthers(Field source, Field field) {
        var one = source.owner().department();
        var other = field.owner().department();
        return one != null && other != null && !one.key().equals(other.key());
    }

    static @Nullable Said openButWithheld(Owner resource, Facts facts) {
        if (!resource.inCatalogue()) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        if (resource.withheld() && Boolean.TRUE.equals(resource.cells().flag("open"))) {
            evidence.add(Evidence.of(Kind.CELL, resource, "共享类型 不予共享，是否向社会开放 是"));
        }
        for (var field : facts.fieldsOf(resource)) {
            if ("不予共享".equals(field.sharing())
                    && (field.open() == null
                            ? Boolean.TRUE.equals(resource.cells().flag("open"))
                            : field.open())) {
                evidence.add(Evidence.of(Kind.CELL, field, "信息项“%s”不予共享而向社会开放".formatted(field.name())));
            }
        }
        return evidence.isEmpty()
                ? null
                : Said.of("“%s”不予共享的数据登记为向社会开放".formatted(named(resource)), evidence, resource.department());
    }

    static @Nullable Said notUpdated(Owner resource, Facts facts) {
        var updated = resource.cells().date("updated");
        var cycle = resource.cells().text("cycle");
        var days = facts.terms().daysOf(cycle);
        if (!resource.published() || !resource.live() || updated == null || days == null) {
            return null;
        }
        var age = ChronoUnit.DAYS.between(updated, facts.day());
        return age <= days * facts.terms().number(Term.STALE_CYCLES)
                ? null
                : Said.of(
                        "“%s”登记为%s更新，最近更新于%s".formatted(named(resource), cycle, updated),
                        List.of(Evidence.of(Kind.CELL, resource, "更新周期 %s，最近更新日期 %s".formatted(cycle, updated))),
                        resource.department());
    }

    static @Nullable Said neverShared(Owner resource, Facts facts) {
        var published = resource.cells().date("published");
        if (!resource.published()
                || !resource.live()
                || resource.withheld()
                || published == null
                || published.plusDays(facts.terms().number(Term.DORMANT)).isAfter(facts.day())
                || !facts.agreementsOn(resource).isEmpty()
                || !facts.wholesBelow(resource).isEmpty()
                || facts.fieldsOf(resource).stream()
                        .anyMatch(field -> !facts.rowsBelow(field).isEmpty())) {
            return null;
        }
        return Said.of(
                "“%s”%s发布，至今没有使用者，也没有下游".formatted(named(resource), published),
                List.of(Evidence.of(Kind.CELL, resource, "发布日期 %s，没有共享关系和下游血缘".formatted(published))),
                resource.department());
    }

    private static String named(Owner resource) {
        return resource.name().strip();
    }
}
