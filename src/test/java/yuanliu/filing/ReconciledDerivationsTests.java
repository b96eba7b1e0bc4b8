package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import yuanliu.filing.reading.Sheet;

/// A row of lineage is reconciled by who says it.
class ReconciledDerivationsTests extends GivenFilings {

    private static final String HEAD =
            "resource,field,fromResource,fromField,activity,rule,assertedBy,validFrom,validTo\n";

    @BeforeEach
    void twoResources() {
        file(
                new GivenPackage()
                        .with(Sheet.DEPARTMENTS, "code,name\nD1,公安局\n")
                        .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\nR2,社保,D1\n")
                        .with(Sheet.FIELDS, "resource,name\nR1,姓名\nR2,姓名\n"),
                false);
    }

    private static GivenPackage says(String rule, String assertedBy, String validTo) {
        return new GivenPackage()
                .with(
                        Sheet.LINEAGE,
                        HEAD + "R2,姓名,R1,姓名,归集,%s,%s,2025-01-01,%s\n".formatted(rule, assertedBy, validTo));
    }

    private static GivenPackage says(String rule, String assertedBy) {
        return says(rule, assertedBy, "");
    }

    @Test
    void aMachineDoesNotUnsayWhatAPersonSaid() {
        file(says("每日", "人工"), false);
        var before = dump();

        var filed = file(says("每周", "解析", "2025-06-01"), false);

        assertThat(filed.codes()).containsExactly("血缘2PERSON_STANDS");
        assertThat(filed.counts().getFirst().unchanged()).isEqualTo(1);
        assertThat(dump()).isEqualTo(before);
        assertThat(file(says("每日", "人工"), false).problems()).isEmpty();
    }

    @Test
    void anEmptyAssertionIsAPersons() {
        file(says("每日", ""), false);

        assertThat(file(says("每周", "事件"), false).codes()).containsExactly("血缘2PERSON_STANDS");
    }

    @Test
    void amongMachinesAndAmongPersonsTheLaterHoldsAndTheEarlierIsKept() {
        file(says("每日", "解析"), false);
        file(says("每周", "事件"), false);

        assertThat(count("MATCH ()-[d:DERIVED_FROM {rule: '每周', version: 2}]->() RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (f:FormerDerivation {rule: '每日', version: 1, batch: 'F1'}) RETURN count(*)"))
                .isEqualTo(1);

        file(says("每月", "人工"), false);
        file(says("每年", "人工", "2026-01-01"), false);

        assertThat(
                        count(
                                "MATCH ()-[d:DERIVED_FROM {rule: '每年', version: 4, validTo: date('2026-01-01')}]->() RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (f:FormerDerivation) RETURN count(*)")).isEqualTo(3);
    }

    @Test
    void whatAPackageDoesNotMentionStays() {
        file(says("每日", "解析"), false);

        file(new GivenPackage().with(Sheet.LINEAGE, HEAD), false);

        assertThat(count("MATCH ()-[d:DERIVED_FROM]->() WHERE d.validTo IS NULL RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void whatAPersonRejectedIsNotFiledAnewByAnybody() {
        file(says("每日", "解析"), false);
        decide("rejectDerivation", "", 1);
        var before = dump();

        assertThat(file(says("每日", "解析"), false).codes()).containsExactly("血缘2DERIVATION_REJECTED");
        assertThat(file(says("每周", "人工"), false).codes()).containsExactly("血缘2DERIVATION_REJECTED");
        assertThat(file(says("每周", "人工"), true).codes()).containsExactly("血缘2DERIVATION_REJECTED");

        assertThat(dump()).isEqualTo(before);
        assertThat(count("MATCH ()-[d:DERIVED_FROM]->() RETURN count(*)")).isZero();
    }

    @Test
    void whatAPersonEndedIsNotBegunAgainByFiling() {
        file(says("每日", "解析"), false);
        decide("endDerivation", "validTo: \"2025-06-01\"", 1);

        var filed = file(says("每日", "解析"), false);

        assertThat(filed.codes()).containsExactly("血缘2PERSON_STANDS");
        assertThat(filed.problems().getFirst().message()).contains("李四", "终止");
        assertThat(count("MATCH ()-[d:DERIVED_FROM {validTo: date('2025-06-01')}]->() RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void whatAPersonAssertedIsTheSameRowWhenItIsFiled() {
        api.document("""
                mutation { assertDerivation(input: {from: {dataField: "R1#姓名"}, to: {dataField: "R2#姓名"},
                  activity: AGGREGATION, rule: "每日", validFrom: "2025-01-01", reason: "查证", person: "李四"}) { __typename } }
                """)
                .execute()
                .path("assertDerivation.__typename")
                .entity(String.class)
                .isEqualTo("DerivationRecorded");

        assertThat(file(says("每日", "人工"), false).problems()).isEmpty();
        assertThat(count("MATCH ()-[d:DERIVED_FROM]->() RETURN count(*)")).isEqualTo(1);
    }

    private void decide(String decision, String more, int version) {
        api.document("""
                mutation { %s(input: {derivation: "R2#姓名|R1#姓名|归集|2025-01-01", expectedVersion: %d, %s
                  reason: "不对", person: "李四"}) { __typename } }
                """.formatted(decision, version, more))
                .execute()
                .path(decision + ".__typename")
                .entity(String.class)
                .isEqualTo("DerivationRecorded");
    }
}
