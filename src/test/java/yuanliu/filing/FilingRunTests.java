package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import yuanliu.filing.reading.Sheet;

class FilingRunTests extends GivenFilings {

    @Test
    void everyRowIsCountedOnceAndTheCityIsLinked() {
        var filed = file(city(), false);

        assertThat(filed.problems()).isEmpty();
        assertThat(filed.counts())
                .allSatisfy(counts -> assertThat(counts.filed()).isEqualTo(counts.read()));
        assertThat(
                        count(
                                "MATCH (designated:Designation)-[:AT]->(f:DataField {code: 'R1#姓名'})<-[:HAS_FIELD]-(:DataResource {code: 'R1'}) "
                                        + "MATCH (f)-[:HELD_AS]->(:SourceUnit {code: 'E1/自然人'})<-[:OF]-(designated)-[:NAMES]->(:Department {code: 'D1'}) RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (:DataField {code: 'R2#姓名'})-[d:DERIVED_FROM]->(:DataField {code: 'R1#姓名'}) "
                        + "WHERE d.confidence = 0.5 AND d.validFrom = date('2017-11-10') RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (:Form)-[:DERIVED_FROM]->(:DataResource) RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (f:DataField {searchInitials: 'xm f1#xm'}) RETURN count(*)"))
                .isZero();
    }

    @Test
    void filedTwiceNothingChanges() {
        file(city(), false);
        var before = dump();

        var again = file(city(), false);

        assertThat(again.counts())
                .allSatisfy(counts -> assertThat(counts.unchanged()).isEqualTo(counts.read()));
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aDerivationKeepsTheDayOnWhichItWasFirstFiled() {
        file(city(), false);
        given("MATCH ()-[d:DERIVED_FROM]->() SET d.filedOn = date('2024-05-06'), d.confidence = 0.9");

        file(city(), false);

        assertThat(count("MATCH ()-[d:DERIVED_FROM]->() WHERE d.filedOn <> date('2024-05-06') RETURN count(*)"))
                .isZero();
        assertThat(count("MATCH ()-[d:DERIVED_FROM]->() WHERE d.confidence = 0.5 RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void whatWasFiledBeforeDaysWereKeptHasTheDayOfItsFiling() throws IOException {
        given("CREATE (a:DataField {code: 'A', key: 'A'})-[:DERIVED_FROM {edge: 'e', batch: 'F20250102-0003'}]->(a)");

        given(new ClassPathResource("cypher/migrations/V0005__filing_days_of_derivations.cypher")
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(count("MATCH ()-[d:DERIVED_FROM]->() WHERE d.filedOn = date('2025-01-02') RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void aDryRunCountsTheSameAndWritesNothing() {
        var dry = file(city(), true);

        assertThat(dump()).isEmpty();
        assertThat(dry.counts()).isEqualTo(file(city(), false).counts());
    }

    @Test
    void killedAfterAnyTransactionItIsCompletedByFilingAgain() {
        file(city(), false);
        var undisturbed = dump();
        for (var dies = 1; ; dies++) {
            given("MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__') DETACH DELETE n");
            var left = new int[] {dies};
            filingGraph.afterEach(() -> {
                if (--left[0] == 0) {
                    throw new IllegalStateException("killed");
                }
            });
            var died = false;
            try {
                file(city(), false);
            } catch (IllegalStateException killed) {
                died = true;
            }
            filingGraph.afterEach(() -> {});
            file(city(), false);
            assertThat(dump()).isEqualTo(undisturbed);
            if (!died) {
                assertThat(dies).isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void whatIsUnknownSecretDoubleOrUnreadableIsTold() {
        var filed = file(
                new GivenPackage()
                        .with(Sheet.DEPARTMENTS, "code,name,parent,uscc\nD1,甲局,D2,1\nD2,乙局,D1,\nD3,丙局,D9,\n,无码,,\n")
                        .with(
                                Sheet.RESOURCES,
                                "code,name,provider,secret,published\nR1,户籍,D1,否,昨天\nR2,机要内容,D1,是,\nR3,无主,D404,,\nR1,户籍二,D1,,\n")
                        .with(Sheet.FIELDS, "resource,name,acquisition\nR1,民族,采集\nR1,民 族,偷\nR2,绝密项,\nR3,甲,\nR9,乙,\n")
                        .with(Sheet.LINEAGE, "resource,field,fromResource,fromField\nR1,民族,R1,\nR1,无,R1,民族\n"),
                false);

        assertThat(filed.problems().stream().map(one -> one.sheet() + one.row() + one.code()))
                .containsExactly(
                        "部门2BAD_USCC",
                        "部门2RING",
                        "部门3RING",
                        "部门4UNKNOWN_DEPARTMENT",
                        "部门5MISSING_CELL",
                        "数据资源2UNREADABLE_VALUE",
                        "数据资源4UNKNOWN_DEPARTMENT",
                        "数据资源5DUPLICATE_KEY",
                        "信息项3DUPLICATE_NAME",
                        "信息项3UNREADABLE_VALUE",
                        "信息项4REFERS_TO_SECRET",
                        "信息项5REFERS_TO_REFUSED",
                        "信息项6UNKNOWN_RESOURCE",
                        "血缘2HALF_LINEAGE",
                        "血缘3UNKNOWN_FIELD");
        assertThat(filed.counts())
                .allSatisfy(
                        counts -> assertThat(counts.filed() + counts.unchanged() + counts.updated() + counts.refused())
                                .isEqualTo(counts.read()));
        assertThat(dump().toString()).doesNotContain("机要内容", "绝密项").contains("R1#民 族~2");
    }

    @Test
    void aLinkIsMadeWhenTheThingNamedIsFiledLater() {
        file(new GivenPackage().with(Sheet.DEPARTMENTS, "code,name,parent,region\nD1,甲局,D 2,G1\n"), false);

        file(
                new GivenPackage()
                        .with(Sheet.DEPARTMENTS, "code,name\nD2,乙局\n")
                        .with(Sheet.REGIONS, "code,name\nG1,示例市\n"),
                false);

        assertThat(
                        count(
                                "MATCH (:Region {code: 'G1'})<-[:LOCATED_IN]-(:Department {code: 'D1'})-[:PART_OF]->(:Department {code: 'D2'}) RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void anEmptyCellClearsAndAnAbsentColumnLeaves() {
        file(city(), false);

        var changed = file(new GivenPackage().with(Sheet.DEPARTMENTS, "code,name,shortName\nD1,甲局,\n"), false);

        assertThat(changed.counts().getFirst().updated()).isEqualTo(1);
        assertThat(
                        count(
                                "MATCH (d:Department {code: 'D1'})-[:LOCATED_IN]->() WHERE d.shortName IS NULL RETURN count(*)"))
                .isEqualTo(1);
    }

    private static GivenPackage city() {
        return new GivenPackage()
                .with(Sheet.REGIONS, "code,name,parent\nG1,示例市,\nG2,示例县,G1\n")
                .with(Sheet.DEPARTMENTS, "code,name,shortName,region,parent\nD1,公安局,公安,G1,D2\nD2,市政府,,G1,\n")
                .with(Sheet.SYSTEMS, "code,name,department\nS1,户籍系统,D1\n")
                .with(Sheet.ELEMENTS, "code,name,subject,synonyms\nE1,姓名,自然人,名字、名称\n")
                .with(Sheet.RESOURCES, "code,name,provider,system,library,颜色\nR1,户籍,D1,S1,人口库,红\nR2,社保,D2,,,\n")
                .with(Sheet.FIELDS, "resource,name,element,acquisition\nR1,姓名,E1,采集\nR1,民族,,产生\nR2,姓名,E1,共享获取\n")
                .with(Sheet.FORMS, "code,name,department,system,region\nF1,申请表,D2,S1,G1\n")
                .with(Sheet.FORM_FIELDS, "form,name,element\nF1,姓名,E1\n")
                .with(Sheet.SHARING, "code,resource,consumer,system,calls\nC1,R1,D2,S1,\"1,234\"\n")
                .with(
                        Sheet.LINEAGE,
                        "resource,field,fromResource,fromField,activity,confidence,validFrom\nR2,姓名,R1,姓名,交换,0.5,2017年11月10日\nR2,,R1,,归集,,\nF1,姓名,R1,姓名,交换,,\nF1,,R1,,交换,,\n")
                .with(
                        Sheet.DESIGNATIONS,
                        "element,region,department,resource,field,validFrom,state\nE1,,D1,R1,姓名,2020-01-01,已认定\nE1,G1,D1,R1,姓名,,已认定\nE1,,,,,,待认定\n");
    }
}
