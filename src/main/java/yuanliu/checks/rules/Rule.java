package yuanliu.checks.rules;

import static yuanliu.checks.rules.CheckSeverity.BREACH;
import static yuanliu.checks.rules.CheckSeverity.DEFECT;
import static yuanliu.checks.rules.CheckSeverity.HINT;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the ledger of sources (S) and the regulation (R, by its articles; C, by the Guide's capabilities) want. Each
/// rule looks at things of one kind, one by one, and says what is wrong with one or nothing. The table is told to
/// people in `src/docs/check-rules.md`.
public enum Rule {
    S01(
            "多头采集无数源",
            "《政务数据共享条例》第十九条、第四十一条",
            BREACH,
            Subject.SOURCE_UNIT,
            "由数据主管部门认定数源部门；没有法定数源的，指定牵头收集部门",
            of(Facts.Unit.class, UnitRules::collectedWithoutSource)),
    S02(
            "数源认定冲突",
            "《政务数据共享条例》第十九条",
            BREACH,
            Subject.SOURCE_UNIT,
            "由数据主管部门协调，保留一个数源，其余的注明失效日期",
            of(Facts.Unit.class, UnitRules::namedTwice)),
    S03(
            "数源没有编目",
            "《政务数据共享条例》第十二条、第十九条",
            DEFECT,
            Subject.SOURCE_UNIT,
            "数源部门将该数据项编入政务数据目录，并在认定中写明数源信息项",
            of(Facts.Unit.class, UnitRules::sourceWithoutEntry)),
    S04(
            "数源不能提供",
            "《政务数据共享条例》第十九条",
            BREACH,
            Subject.SOURCE_UNIT,
            "数源部门改正共享属性，或恢复、更换所挂接的资源",
            of(Facts.Unit.class, UnitRules::sourceCannotServe)),
    S05(
            "数源不合标准",
            "《政务数据共享条例》第十二条",
            DEFECT,
            Subject.SOURCE_UNIT,
            "数源部门按数据元标准调整类型、长度或值域，或由主管部门修订标准",
            of(Facts.Unit.class, UnitRules::sourceOffTheStandard)),
    S06(
            "更新慢于使用",
            "《政务数据共享条例》第十九条",
            HINT,
            Subject.SOURCE_UNIT,
            "供需双方商定更新周期：数源加快，或使用方放缓",
            of(Facts.Unit.class, UnitRules::slowerThanItsUsers)),
    S07(
            "使用二手数据",
            "《政务数据共享条例》第十九条",
            DEFECT,
            Subject.SOURCE_UNIT,
            "使用部门改从数源取得；提供部门注明来源，不作数源",
            of(Facts.Unit.class, UnitRules::usedAtSecondHand)),
    S08(
            "数源并非源头",
            "《政务数据共享条例》第十九条",
            BREACH,
            Subject.SOURCE_UNIT,
            "沿血缘查明源头，重新认定数源部门",
            of(Facts.Unit.class, UnitRules::sourceHasItFromElsewhere)),
    S09(
            "认定依据缺失或失效",
            "《政务数据共享条例》第十九条",
            DEFECT,
            Subject.SOURCE_UNIT,
            "补充或更换认定依据",
            of(Facts.Unit.class, UnitRules::withoutBasis)),
    S10(
            "机构改革后未移交",
            "《政务数据共享条例》第十七条、第十九条",
            DEFECT,
            Subject.SOURCE_UNIT,
            "由承接职责的部门办理数源移交，更新认定",
            of(Facts.Unit.class, UnitRules::notHandedOver)),
    S11(
            "缺少校核来源",
            "《政务数据共享条例》第十八条",
            HINT,
            Subject.SOURCE_UNIT,
            "确定一个以上独立的校核来源，并在台账中写明",
            of(Facts.Unit.class, UnitRules::withoutVerification)),
    S12(
            "基础库缺项或取自非数源",
            "《政务数据共享条例》第十八条",
            DEFECT,
            Subject.SOURCE_UNIT,
            "按贡献计划由数源归集入库",
            of(Facts.Unit.class, LibraryRules::missingOrFromNonSource)),
    S13(
            "有人使用而无数源",
            "《政务数据共享条例》第十九条",
            HINT,
            Subject.SOURCE_UNIT,
            "列入待认定清单；没有法定数源的，指定牵头收集部门，或改用政务服务统一账号一类公共渠道",
            of(Facts.Unit.class, UnitRules::usedWithoutSource)),

    R11(
            "未明确共享工作机构",
            "《政务数据共享条例》第十一条",
            HINT,
            Subject.DEPARTMENT,
            "明确本部门政务数据共享工作机构，填写联系处室",
            of(Facts.Department.class, CatalogueRules::withoutOffice)),
    R13(
            "目录九项不全",
            "《政务数据共享条例》第十三条",
            DEFECT,
            Subject.DATA_RESOURCE,
            "补齐目录应当载明的内容",
            of(Facts.Owner.class, CatalogueRules::lacksItems)),
    R14(
            "不予共享依据层级不足",
            "《政务数据共享条例》第十四条、第十五条",
            BREACH,
            Subject.DATA_RESOURCE,
            "没有法律、行政法规或者国务院决定依据的，改为有条件共享或者无条件共享",
            of(Facts.Owner.class, CatalogueRules::withheldOnTooLittle)),
    R15A(
            "共享条件疑似擅自增设",
            "《政务数据共享条例》第十五条、第三十九条",
            HINT,
            Subject.DATA_RESOURCE,
            "删去法定条件以外的要求，列明共享范围和使用用途",
            of(Facts.Owner.class, CatalogueRules::addsConditions)),
    R15B(
            "有条件共享未列明范围、用途",
            "《政务数据共享条例》第十五条",
            DEFECT,
            Subject.DATA_RESOURCE,
            "列明共享范围和使用用途",
            of(Facts.Owner.class, CatalogueRules::conditionUnclear)),
    R15C(
            "不予共享未写理由、依据",
            "《政务数据共享条例》第十五条",
            BREACH,
            Subject.DATA_RESOURCE,
            "写明不予共享的理由和依据；没有依据的，改为有条件共享或者无条件共享",
            of(Facts.Owner.class, CatalogueRules::withheldWithoutBasis)),
    R16(
            "目录审核发布超期",
            "《政务数据共享条例》第十六条、第十七条",
            BREACH,
            Subject.DATA_RESOURCE,
            "数据主管部门即行审核发布，说明超期原因",
            of(Facts.Owner.class, CatalogueRules::publishedLate)),
    R17(
            "目录更新超期",
            "《政务数据共享条例》第十七条、第三十九条",
            BREACH,
            Subject.DATA_RESOURCE,
            "即行更新目录；不能按期的，应在期限内报主管部门同意延期",
            of(Facts.Owner.class, CatalogueRules::changedLate)),
    R18(
            "获取方式与血缘不符",
            "《政务数据共享条例》第十八条",
            HINT,
            Subject.DATA_RESOURCE,
            "核实获取方式，改填共享获取、回流或加工派生，注明来源",
            of(Facts.Owner.class, CatalogueRules::copyFiledAsOwn)),
    R19(
            "重复收集可共享数据",
            "《政务数据共享条例》第十九条、第四十条",
            BREACH,
            Subject.SOURCE_UNIT,
            "停止收集，改由数源共享取得",
            of(Facts.Unit.class, SharingRules::collectedAgain)),
    R20(
            "共享申请要素不全",
            "《政务数据共享条例》第二十条",
            HINT,
            Subject.SHARING_AGREEMENT,
            "使用部门补充使用依据、使用场景、使用范围、共享方式、使用时限",
            of(Facts.Agreement.class, SharingRules::requestLacksItems)),
    R21A(
            "答复超期",
            "《政务数据共享条例》第二十一条、第三十九条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "提供部门即行答复，说明超期原因",
            of(Facts.Agreement.class, SharingRules::answeredLate)),
    R21B(
            "不同意共享未说明理由",
            "《政务数据共享条例》第二十一条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "提供部门书面说明理由",
            of(Facts.Agreement.class, SharingRules::refusedWithoutReason)),
    R22(
            "提供数据超期",
            "《政务数据共享条例》第二十二条、第三十九条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "提供部门即行提供，说明超期原因",
            of(Facts.Agreement.class, SharingRules::deliveredLate)),
    R24(
            "垂管系统未回流",
            "《政务数据共享条例》第二十四条、第三十九条",
            BREACH,
            Subject.INFORMATION_SYSTEM,
            "上级部门将属于下级行政区域的数据及时、完整回流",
            of(Facts.InformationSystem.class, SharingRules::returnsNothing)),
    R25(
            "未经同意转供",
            "《政务数据共享条例》第二十五条、第四十条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "停止转供；由使用部门向原提供部门申请，或取得原提供部门同意",
            of(Facts.Agreement.class, SharingRules::handedOn)),
    R26(
            "校核答复超期",
            "《政务数据共享条例》第二十六条、第三十九条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "提供部门即行核实、更正并答复",
            of(Facts.Agreement.class, SharingRules::verifiedLate),
            Subject.OBJECTION,
            of(Facts.Objection.class, SharingRules::objectionAnsweredLate)),
    R27A(
            "到期仍在调用",
            "《政务数据共享条例》第二十七条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "停止调用，按提供部门要求处置数据；确需继续的，重新申请",
            of(Facts.Agreement.class, SharingRules::calledAfterExpiry)),
    R27B(
            "批而未用",
            "《政务数据共享条例》第二十七条、第三十八条",
            HINT,
            Subject.SHARING_AGREEMENT,
            "使用部门说明原因；不再需要的，注销授权",
            of(Facts.Agreement.class, SharingRules::neverUsed)),
    R27C(
            "到期未注销",
            "《政务数据共享条例》第二十七条",
            HINT,
            Subject.SHARING_AGREEMENT,
            "注销到期的授权，按提供部门要求处置数据",
            of(Facts.Agreement.class, SharingRules::expiredButOpen)),
    R31(
            "自建共享渠道",
            "《政务数据共享条例》第三十一条",
            BREACH,
            Subject.DEPARTMENT,
            "将自建的共享渠道并入政务数据共享平台，不再新建",
            of(Facts.Department.class, SharingRules::channelOfItsOwn)),
    R32(
            "平台外共享",
            "《政务数据共享条例》第三十二条",
            BREACH,
            Subject.SHARING_AGREEMENT,
            "改由政务数据共享平台共享",
            of(Facts.Agreement.class, SharingRules::offThePlatform)),

    C10(
            "开放与共享属性矛盾",
            "《全国一体化政务大数据体系建设指南》；不予共享的数据不向社会开放",
            DEFECT,
            Subject.DATA_RESOURCE,
            "核实后改正开放属性或共享属性",
            of(Facts.Owner.class, CatalogueRules::openButWithheld)),
    C11(
            "数据更新逾期",
            "《政务数据共享条例》第十八条、第十九条",
            DEFECT,
            Subject.DATA_RESOURCE,
            "按登记的更新周期更新数据，或改正更新周期",
            of(Facts.Owner.class, CatalogueRules::notUpdated)),
    C32(
            "沉睡资源",
            "《政务数据共享条例》第三十八条",
            HINT,
            Subject.DATA_RESOURCE,
            "核实是否有需求；没有的，不再列为共享资源",
            of(Facts.Owner.class, CatalogueRules::neverShared));

    private final String title;
    private final String article;
    private final CheckSeverity severity;
    private final Subject subject;
    private final String remedy;
    private final Map<Subject, Judge> judges = new EnumMap<>(Subject.class);

    Rule(String title, String article, CheckSeverity severity, Subject subject, String remedy, Judge judge) {
        this.title = title;
        this.article = article;
        this.severity = severity;
        this.subject = subject;
        this.remedy = remedy;
        this.judges.put(subject, judge);
    }

    /// @param another what it looks at beside
    Rule(
            String title,
            String article,
            CheckSeverity severity,
            Subject subject,
            String remedy,
            Judge judge,
            Subject another,
            Judge judgeOfAnother) {
        this(title, article, severity, subject, remedy, judge);
        this.judges.put(another, judgeOfAnother);
    }

    public String title() {
        return title;
    }

    /// By which article it is asked for.
    public String article() {
        return article;
    }

    /// As long as nobody set another.
    public CheckSeverity severity() {
        return severity;
    }

    /// What it looks at first of all.
    public Subject subject() {
        return subject;
    }

    /// All that it looks at.
    public Set<Subject> subjects() {
        return Collections.unmodifiableSet(judges.keySet());
    }

    public String remedy() {
        return remedy;
    }

    /// Whether it is one of the ledger's.
    public boolean ofLedger() {
        return name().charAt(0) == 'S';
    }

    /// The rule of a code, whatever its case.
    public static Optional<Rule> coded(String code) {
        for (var rule : values()) {
            if (rule.name().equalsIgnoreCase(code.strip())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    @Nullable
    Said judge(Subject kind, Facts.Thing thing, Facts facts) {
        return Objects.requireNonNull(judges.get(kind)).of(thing, facts);
    }

    private interface Judge {
        @Nullable
        Said of(Facts.Thing thing, Facts facts);
    }

    private interface JudgeOf<T> {
        @Nullable
        Said of(T thing, Facts facts);
    }

    private static <T> Judge of(Class<T> kind, JudgeOf<T> judge) {
        return (thing, facts) -> judge.of(kind.cast(thing), facts);
    }
}
