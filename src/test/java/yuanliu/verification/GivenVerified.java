package yuanliu.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import yuanliu.GivenGraph;
import yuanliu.ownership.StaleUnits;
import yuanliu.verification.RuleChange.VerificationRuleChanged;
import yuanliu.web.Today;

/// A small place: 甲局 (A) is the source of E1/自然人 at RA#电话; 乙局 (B) collects it itself; 丙局 (C) has a copy, from A by
/// two rows; 丁局 (D) is of A's line; 戊局 (E) only uses A's resource by an agreement.
abstract class GivenVerified extends GivenGraph {

    static final String UNIT = "E1/自然人";
    static final LocalDate LONG_AGO = LocalDate.of(2025, 1, 1);

    @Autowired
    protected VerificationRules rules;

    @Autowired
    protected StaleUnits staleUnits;

    @Autowired
    protected Today today;

    @BeforeEach
    void aUnitWithASource() {
        given("""
                CREATE (e:DataElement {code: 'E1', key: 'E1', name: '联系电话', subject: '自然人'}),
                  (:DataElement {code: 'E2', key: 'E2', name: '住址', subject: '自然人'}),
                  (r:Region {code: '990100', key: '990100', name: '示例市'}),
                  (a:Department {code: 'A', key: 'A', name: '甲局'})-[:LOCATED_IN]->(r),
                  (b:Department {code: 'B', key: 'B', name: '乙局'})-[:LOCATED_IN]->(r),
                  (c:Department {code: 'C', key: 'C', name: '丙局'})-[:LOCATED_IN]->(r),
                  (d:Department {code: 'D', key: 'D', name: '丁局'})-[:LOCATED_IN]->(r),
                  (u:Department {code: 'E', key: 'E', name: '戊局'}),
                  (a)-[:GUIDED_BY]->(d),
                  (s:InformationSystem {code: 'SB', key: 'SB', name: '乙系统'})-[:OPERATED_BY]->(b),
                  (ra:DataResource {code: 'RA', key: 'RA', name: '甲表'})-[:PROVIDED_BY]->(a),
                  (rb:DataResource {code: 'RB', key: 'RB', name: '乙表'})-[:PROVIDED_BY]->(b), (rb)-[:HOSTED_IN]->(s),
                  (rc:DataResource {code: 'RC', key: 'RC', name: '丙表'})-[:PROVIDED_BY]->(c),
                  (ra)-[:HAS_FIELD]->(fa:DataField {code: 'RA#电话', key: 'RA#电话', name: '电话', ownerKey: 'RA', acquisition: '产生', stale: true})-[:REPRESENTS]->(e),
                  (rb)-[:HAS_FIELD]->(fb:DataField {code: 'RB#手机', key: 'RB#手机', name: '手机', ownerKey: 'RB', acquisition: '采集', stale: true})-[:REPRESENTS]->(e),
                  (rb)-[:HAS_FIELD]->(:DataField {code: 'RB#备注', key: 'RB#备注', name: '备注', ownerKey: 'RB', acquisition: '采集', stale: true}),
                  (rc)-[:HAS_FIELD]->(fm:DataField {code: 'RC#中间', key: 'RC#中间', name: '中间', ownerKey: 'RC', acquisition: '共享获取', stale: true}),
                  (rc)-[:HAS_FIELD]->(fc:DataField {code: 'RC#电话', key: 'RC#电话', name: '电话', ownerKey: 'RC', acquisition: '共享获取', stale: true})-[:REPRESENTS]->(e),
                  (fm)-[:DERIVED_FROM {edge: '1', activity: '归集', by: '人工', batch: 'F1', filedOn: date('2020-01-01'), validFrom: date('2020-01-01')}]->(fa),
                  (fc)-[:DERIVED_FROM {edge: '2', activity: '加工', by: '人工', batch: 'F1', filedOn: date('2020-01-01'), validFrom: date('2020-01-01')}]->(fm),
                  (g:SharingAgreement {code: 'G1', key: 'G1', status: '使用中', calls: 7})-[:OF]->(ra), (g)-[:GRANTED_TO]->(u)
                """);
        staleUnits.refresh();
        given("""
                MATCH (u:SourceUnit {key: 'E1/自然人'}), (a:Department {key: 'A'}), (f:DataField {key: 'RA#电话'})
                CREATE (d:Designation {code: 'D1', key: 'D1', elementKey: 'E1', state: '已认定', departmentKey: 'A', fieldKey: 'RA#电话'})-[:OF]->(u),
                  (d)-[:NAMES]->(a), (d)-[:AT]->(f)
                """);
    }

    protected RuleMove rule(String department, @Nullable String field) {
        return rule(department, field, LONG_AGO);
    }

    protected RuleMove rule(String department, @Nullable String field, LocalDate from) {
        return new RuleMove(
                UNIT,
                null,
                null,
                "示例市数据局",
                department,
                field,
                null,
                null,
                Comparison.EQUAL,
                null,
                "号码一致",
                Rhythm.MONTHLY,
                0.05,
                from,
                null,
                "示数〔2025〕1号",
                null,
                null);
    }

    protected VerificationRule set(String department, @Nullable String field) {
        return ((VerificationRuleChanged) rules.set(rule(department, field))).rule();
    }

    protected VerificationRule now(VerificationRule rule) {
        return rules.find(rule.code()).orElseThrow();
    }

    protected static RunMove run(VerificationRule rule, String id, LocalDate day, long compared, long differed) {
        return new RunMove(rule.code(), id, day, compared, differed, 0L, 0L, List.of(), "乙局信息中心", null);
    }

    protected static <T> T some(@Nullable T it) {
        return Objects.requireNonNull(it);
    }
}
