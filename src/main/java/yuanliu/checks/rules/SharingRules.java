package yuanliu.checks.rules;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import yuanliu.checks.rules.Evidence.Kind;
import yuanliu.checks.rules.Facts.Agreement;
import yuanliu.checks.rules.Facts.Department;
import yuanliu.checks.rules.Facts.InformationSystem;
import yuanliu.checks.rules.Facts.Owner;
import yuanliu.checks.rules.Facts.Unit;
import yuanliu.checks.rules.Terms.Term;
import yuanliu.checks.rules.Terms.WordKind;

/// What the regulation wants of those who share and of those who use.
final class SharingRules {

    /// Columns that the package's format does not know, and that are kept with the agreement.

    private static final String ANSWER = "答复结果";
    private static final String REFUSED_FOR = "不同意理由";
    private static final String RANGE = "使用范围";

    private SharingRules() {}

    static @Nullable Said collectedAgain(Unit unit, Facts facts) {
        var findings = facts.findingsOf(unit);
        if (findings.isEmpty()) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        var departments = new LinkedHashSet<Department>();
        for (var finding : findings) {
            evidence.add(new Evidence(
                    Kind.FINDING,
                    "疑点 %s：%s".formatted(finding.code(), finding.name()),
                    "DuplicateFinding",
                    finding.code(),
                    null,
                    null));
            for (var key : finding.accused()) {
                var field = facts.field(key);
                if (field != null && field.owner().department() != null) {
                    departments.add(field.owner().department());
                    evidence.add(Evidence.of(
                            Kind.PARTY,
                            field,
                            "%s以“%s”收集".formatted(field.owner().department().name(), field.shown())));
                }
            }
        }
        return Said.of(
                        "“%s”可由数源共享取得，%s仍在收集".formatted(unit.name(), UnitRules.names(departments)),
                        evidence,
                        departments)
                .with(findings.getFirst().suggestion());
    }

    static @Nullable Said requestLacksItems(Agreement agreement, Facts facts) {
        if (!agreement.inForce(facts.day())) {
            return null;
        }
        var cells = agreement.cells();
        var lacks = new ArrayList<String>();
        if (cells.text("basis").isBlank()) {
            lacks.add("使用依据");
        }
        if (cells.text("purpose").isBlank()) {
            lacks.add("使用场景");
        }
        if (cells.values().containsKey("x_" + RANGE) && cells.extra(RANGE).isEmpty()) {
            lacks.add("使用范围");
        }
        if (cells.text("method").isBlank()) {
            lacks.add("共享方式");
        }
        if (cells.date("expiresOn") == null) {
            lacks.add("使用时限");
        }
        return lacks.isEmpty()
                ? null
                : Said.of(
                        "%s使用“%s”的共享关系 %s 没有写明%s"
                                .formatted(
                                        agreement.consumer().name(),
                                        named(agreement.resource()),
                                        agreement.code(),
                                        String.join("、", lacks)),
                        List.of(Evidence.of(Kind.CELL, agreement, "未填：" + String.join("、", lacks))),
                        agreement.consumer());
    }

    static @Nullable Said answeredLate(Agreement agreement, Facts facts) {
        return late(Clocks.reply(agreement, facts), agreement, "%s申请使用“%s”（%s），应于%s前答复（%d 个工作日），%s", Clocks.ASKED);
    }

    static @Nullable Said refusedWithoutReason(Agreement agreement, Facts facts) {
        var answer = agreement.cells().extra(ANSWER);
        var refused = answer.startsWith("不") || answer.startsWith("拒");
        return refused && agreement.cells().extra(REFUSED_FOR).isEmpty()
                ? Said.of(
                        "%s申请使用“%s”，答复“%s”而没有说明理由"
                                .formatted(agreement.consumer().name(), named(agreement.resource()), answer),
                        List.of(Evidence.of(Kind.CELL, agreement, "%s：%s；%s为空".formatted(ANSWER, answer, REFUSED_FOR))),
                        agreement.resource().department())
                : null;
    }

    static @Nullable Said deliveredLate(Agreement agreement, Facts facts) {
        return late(Clocks.delivery(agreement, facts), agreement, "同意%s使用“%s”（%s）后，应于%s前提供（%d 个工作日），%s", Clocks.AGREED);
    }

    static @Nullable Said verifiedLate(Agreement agreement, Facts facts) {
        return late(
                Clocks.verification(agreement, facts),
                agreement,
                "%s对“%s”提出校核（%s），应于%s前答复（%d 个工作日），%s",
                Clocks.DOUBTED);
    }

    static @Nullable Said objectionAnsweredLate(Facts.Objection objection, Facts facts) {
        var running = Clocks.objection(objection, facts);
        if (running == null || !running.late()) {
            return null;
        }
        var clock = running.clock();
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.of(
                Kind.CELL,
                objection,
                "异议 %s，收到日期 %s%s"
                        .formatted(
                                objection.code(),
                                clock.from(),
                                objection.answered() == null ? "，尚未答复" : "，答复日期 " + objection.answered())));
        evidence.add(Evidence.term(clock.counted()));
        var field = facts.field(objection.about());
        var unit = objection.unit() == null ? null : facts.unit(objection.unit());
        if (field != null && unit != null && unit.at() != null) {
            var below = Origins.below(facts, unit.at());
            if (below.containsKey(field.key())) {
                evidence.add(Evidence.of(
                        Kind.PATH, field, UnitRules.shown(facts, Origins.way(below, unit.at(), field.key()))));
            }
        }
        return Said.of(
                "%s对%s的“%s”提出异议（%s），应于%s前答复（%d 个工作日），%s"
                        .formatted(
                                UnitRules.named(objection.raiser()),
                                objection.respondent().name(),
                                objection.shown(),
                                clock.from(),
                                clock.due(),
                                running.term(),
                                clock.says()),
                evidence,
                objection.respondent());
    }

    private static @Nullable Said late(
            Clocks.@Nullable Running running, Agreement agreement, String sentence, String column) {
        return running != null && running.late()
                ? Said.of(
                        sentence.formatted(
                                agreement.consumer().name(),
                                named(agreement.resource()),
                                running.from(),
                                running.due(),
                                running.term(),
                                running.clock().says()),
                        List.of(
                                Evidence.of(Kind.CELL, agreement, "%s %s".formatted(column, running.from())),
                                Evidence.term(running.clock().counted())),
                        agreement.resource().department())
                : null;
    }

    /// A vertical system gives back by a row of lineage or by an agreement with somebody below.
    static @Nullable Said returnsNothing(InformationSystem system, Facts facts) {
        if (!system.vertical() || !system.live()) {
            return null;
        }
        var depth = Department.depthOf(system.level());
        var collected = new ArrayList<Facts.Field>();
        for (var resource : facts.resourcesIn(system)) {
            if (!resource.live()) {
                continue;
            }
            if (facts.inForceOn(resource).stream()
                            .anyMatch(agreement -> agreement.consumer().depth() > depth)
                    || facts.wholesBelow(resource).stream().anyMatch(row -> isBelow(facts.owner(row.other()), depth))) {
                return null;
            }
            for (var field : facts.fieldsOf(resource)) {
                if (facts.rowsBelow(field).stream().anyMatch(row -> isBelow(ownerOf(row.other(), facts), depth))) {
                    return null;
                }
                if ("采集".equals(field.mode())) {
                    collected.add(field);
                }
            }
        }
        if (collected.isEmpty()) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        collected.forEach(field -> evidence.add(Evidence.of(Kind.CELL, field, "“%s”在该系统采集".formatted(field.shown()))));
        evidence.add(Evidence.term("没有从该系统到下级部门的血缘，也没有下级部门的有效共享授权"));
        return Said.of(
                "%s的垂直管理系统“%s”采集地方数据 %d 项（%s），没有回流"
                        .formatted(
                                UnitRules.named(system.department()),
                                system.name(),
                                collected.size(),
                                collected.stream().map(Facts.Field::name).collect(joining("、"))),
                evidence,
                system.department());
    }

    private static @Nullable Owner ownerOf(String field, Facts facts) {
        var found = facts.field(field);
        return found == null ? null : found.owner();
    }

    private static boolean isBelow(@Nullable Owner owner, int depth) {
        return owner != null && owner.department() != null && owner.department().depth() > depth;
    }

    /// What a provider had from another it may hand on only when one of its agreements with that other says so. Where
    /// no agreement is on record, or none says anything, nothing is known, and nothing is said.
    static @Nullable Said handedOn(Agreement agreement, Facts facts) {
        var middle = agreement.resource().department();
        if (middle == null || !agreement.inForce(facts.day())) {
            return null;
        }
        var evidence = new ArrayList<Evidence>();
        var owners = new LinkedHashSet<Department>();
        var sentences = new ArrayList<String>();
        facts.foreignTo(agreement.resource()).forEach((key, way) -> {
            var source = Objects.requireNonNull(facts.owner(key));
            var owner = Objects.requireNonNull(source.department());
            var receiver = agreement.consumer();
            if (owner.key().equals(receiver.key())) {
                return;
            }
            var grants = facts.agreementsOn(source).stream()
                    .filter(one -> one.consumer().key().equals(middle.key()))
                    .toList();
            var consented = grants.stream()
                    .anyMatch(one -> Boolean.TRUE.equals(one.cells().flag("onward")));
            var forbidden = grants.stream()
                    .filter(one -> Boolean.FALSE.equals(one.cells().flag("onward")))
                    .toList();
            var direct = facts.inForceOn(source).stream()
                    .anyMatch(one -> one.consumer().key().equals(receiver.key()));
            if (consented || forbidden.isEmpty() || direct || "无条件共享".equals(source.sharing())) {
                return;
            }
            owners.add(owner);
            sentences.add("%s的“%s”".formatted(owner.name(), named(source)));
            forbidden.forEach(one -> evidence.add(Evidence.of(
                    Kind.PATH,
                    one,
                    "%s“%s” →（%s，不允许转供）→ %s".formatted(owner.name(), named(source), one.code(), middle.name()))));
            if (!way.isEmpty()) {
                evidence.add(Evidence.of(
                        Kind.PATH, Objects.requireNonNull(facts.field(way.getFirst())), UnitRules.shown(facts, way)));
            }
        });
        if (owners.isEmpty()) {
            return null;
        }
        evidence.add(Evidence.of(
                Kind.PATH,
                agreement,
                "%s“%s” →（%s）→ %s"
                        .formatted(
                                middle.name(),
                                named(agreement.resource()),
                                agreement.code(),
                                agreement.consumer().name())));
        return Said.of(
                "%s将%s，经“%s”提供给%s（%s），没有%s的同意"
                        .formatted(
                                middle.name(),
                                String.join("、", sentences),
                                named(agreement.resource()),
                                agreement.consumer().name(),
                                agreement.code(),
                                UnitRules.names(owners)),
                evidence,
                middle);
    }

    static @Nullable Said calledAfterExpiry(Agreement agreement, Facts facts) {
        var expires = agreement.cells().date("expiresOn");
        var called = agreement.cells().date("lastCalledOn");
        return expires == null || called == null || called.isBefore(expires) || !agreement.expiredBefore(facts.day())
                ? null
                : Said.of(
                        "%s使用“%s”的授权 %s 已于%s到期，%s仍在调用"
                                .formatted(
                                        agreement.consumer().name(),
                                        named(agreement.resource()),
                                        agreement.code(),
                                        expires,
                                        called),
                        List.of(Evidence.of(Kind.CELL, agreement, "到期日期 %s，最近调用日期 %s".formatted(expires, called))),
                        agreement.consumer());
    }

    static @Nullable Said neverUsed(Agreement agreement, Facts facts) {
        var granted = agreement.cells().date("grantedOn");
        var calls = agreement.cells().number("calls");
        var days = facts.terms().number(Term.UNUSED_GRANT);
        return granted == null
                        || !agreement.inForce(facts.day())
                        || calls == null
                        || calls > 0
                        || agreement.cells().date("lastCalledOn") != null
                        || granted.plusDays(days).isAfter(facts.day())
                ? null
                : Said.of(
                        "%s %s获准使用“%s”（%s），至今没有调用"
                                .formatted(
                                        agreement.consumer().name(),
                                        granted,
                                        named(agreement.resource()),
                                        agreement.code()),
                        List.of(Evidence.of(Kind.CELL, agreement, "授权日期 %s，累计调用次数 0".formatted(granted))),
                        agreement.consumer());
    }

    static @Nullable Said expiredButOpen(Agreement agreement, Facts facts) {
        var expires = agreement.cells().date("expiresOn");
        if (expires == null
                || !agreement.cells().text("status").equals("使用中")
                || ChronoUnit.DAYS.between(expires, facts.day()) < facts.terms().number(Term.EXPIRED_GRANT)
                || calledAfterExpiry(agreement, facts) != null) {
            return null;
        }
        return Said.of(
                "%s使用“%s”的授权 %s 已于%s到期，状态仍为使用中"
                        .formatted(agreement.consumer().name(), named(agreement.resource()), agreement.code(), expires),
                List.of(Evidence.of(Kind.CELL, agreement, "到期日期 %s，状态 使用中".formatted(expires))),
                agreement.consumer());
    }

    static @Nullable Said channelOfItsOwn(Department department, Facts facts) {
        var off = new ArrayList<Agreement>();
        for (var resource : facts.resourcesOf(department)) {
            facts.inForceOn(resource).stream()
                    .filter(agreement -> offPlatform(agreement, facts))
                    .forEach(off::add);
        }
        var users = off.stream().map(Agreement::consumer).distinct().toList();
        if (users.isEmpty() || users.size() < facts.terms().number(Term.OWN_CHANNELS)) {
            return null;
        }
        return Said.of(
                "%s在政务数据共享平台以外向 %d 个部门提供数据：%s".formatted(department.name(), users.size(), UnitRules.names(users)),
                off.stream().map(SharingRules::channel).toList(),
                department);
    }

    static @Nullable Said offThePlatform(Agreement agreement, Facts facts) {
        return agreement.inForce(facts.day()) && offPlatform(agreement, facts)
                ? Said.of(
                        "%s向%s共享“%s”（%s）不经政务数据共享平台，通道为%s%s"
                                .formatted(
                                        UnitRules.named(agreement.resource().department()),
                                        agreement.consumer().name(),
                                        named(agreement.resource()),
                                        agreement.code(),
                                        agreement.cells().text("channel"),
                                        since(agreement.cells().date("grantedOn"))),
                        List.of(channel(agreement)),
                        agreement.resource().department(),
                        agreement.consumer())
                : null;
    }

    private static String since(@Nullable LocalDate day) {
        return day == null ? "" : "，自%s起".formatted(day);
    }

    private static Evidence channel(Agreement agreement) {
        var method = agreement.cells().text("method");
        return Evidence.of(
                Kind.CELL,
                agreement,
                "%s 通道 %s%s"
                        .formatted(
                                agreement.code(),
                                agreement.cells().text("channel"),
                                method.isEmpty() ? "" : "，共享方式 " + method));
    }

    private static boolean offPlatform(Agreement agreement, Facts facts) {
        var channel = agreement.cells().text("channel");
        return !channel.isEmpty() && !facts.terms().says(WordKind.PLATFORM, channel);
    }

    private static String named(Owner resource) {
        return resource.name().strip();
    }
}
