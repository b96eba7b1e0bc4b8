package yuanliu.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import yuanliu.filing.reading.CataloguePackages;
import yuanliu.filing.reading.Sheet;

/// What the contract says of single cells and rows, one rule an example.
class FilingRulesTests extends GivenFilings {

    private static final String LONG = "长".repeat(9_000);

    private static GivenPackage department() {
        return new GivenPackage().with(Sheet.DEPARTMENTS, "code,name\nD1,公安局\nD2,数据局\n");
    }

    @Test
    void whatIsTooLongForAnIndexIsFiledAllTheSame() {
        var given = new GivenPackage()
                .with(Sheet.DEPARTMENTS, "code,name\nD1,%s\n".formatted(LONG))
                .with(Sheet.ELEMENTS, "code,name,identifier\nE1,姓名,%s\n".formatted(LONG))
                .with(
                        Sheet.RESOURCES,
                        "code,name,provider,library\nR1,户籍,D1,%s\nR2,社保,D1,%s\n".formatted(LONG, LONG + "二"))
                .with(Sheet.FIELDS, "resource,name,element,subject\nR1,姓名,E1,%s\nR2,姓名,E1,\n".formatted(LONG))
                .with(
                        Sheet.LINEAGE,
                        "resource,field,fromResource,fromField,activity,validFrom\nR2,姓名,R1,姓名,%s,%s\n"
                                .formatted(LONG, LONG))
                .with(
                        Sheet.DESIGNATIONS,
                        "element,subject,qualifier,department,validFrom\nE1,%s,%s,D1,%s\n".formatted(LONG, LONG, LONG));

        var filed = file(given, false);
        var again = file(given, false);

        assertThat(filed.counts())
                .allSatisfy(counts -> assertThat(counts.filed()).isEqualTo(counts.read()));
        assertThat(again.counts())
                .allSatisfy(counts -> assertThat(counts.unchanged()).isEqualTo(counts.read()));
        assertThat(count("MATCH (library:Library) RETURN count(*)")).isEqualTo(2);
    }

    @Test
    void moreFieldsOfOneResourceThanATransactionHoldsAreFiledInSeveral() {
        var rows = new StringBuilder("resource,name,code\n");
        for (var at = 1; at <= 25_000; at++) {
            rows.append("R1,第%d项,%s\n".formatted(at, at % 1_000 == 0 ? "A" + at : ""));
        }
        rows.append("R1,第1项,\nR2,姓名,\n");
        var given = department()
                .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\nR2,社保,D1\n")
                .with(Sheet.FIELDS, rows.toString());
        var transactions = new AtomicInteger();
        filingGraph.afterEach(() -> {
            if (transactions.incrementAndGet() == 3) {
                throw new IllegalStateException("killed");
            }
        });

        assertThatThrownBy(() -> file(given, false)).hasMessage("killed");
        filingGraph.afterEach(() -> {});
        var half = count("MATCH (:DataResource {code: 'R1'})-[:HAS_FIELD]->() RETURN count(*)");
        var filed = file(given, false);
        var again = file(given, false);

        assertThat(half).isBetween(1L, 25_000L);
        assertThat(filed.codes()).containsExactly("信息项25002DUPLICATE_NAME");
        assertThat(filed.counts().getLast().unchanged()).isGreaterThanOrEqualTo((int) half);
        assertThat(again.counts().getLast().unchanged()).isEqualTo(25_002);
        assertThat(count("MATCH (:DataResource {code: 'R1'})-[:HAS_FIELD]->(f) RETURN count(DISTINCT f.ordinal)"))
                .isEqualTo(25_001);
        assertThat(count("MATCH (f:DataField {code: 'R1#第1项~2'}) RETURN f.ordinal"))
                .isEqualTo(25_001);
        assertThat(count("MATCH (:DataResource {code: 'R2'})-[:HAS_FIELD]->() RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void anUnreadableSecretWordIsWarnedAndKept() {
        var filed =
                file(department().with(Sheet.RESOURCES, "code,name,provider,secret\nR1,户籍,D1,可能\nR2,社保,D1,否\n"), false);

        assertThat(filed.codes()).containsExactly("数据资源2UNREADABLE_VALUE");
        assertThat(count("MATCH (r:DataResource {secretText: '可能'}) RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void aKeyTwiceInAPackageChangesNothingWhenThePackageIsFiledAgain() {
        var given = new GivenPackage()
                .with(Sheet.DEPARTMENTS, "code,name\nD1,公安局\nD2,数据局\nD1,市公安局\nD2,大数据局\nD1,示例市公安局\n")
                .with(Sheet.ELEMENTS, "code,name\nE1,姓名\n")
                .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\nR2,社保,D1\nR1,户籍信息,D2\n")
                .with(Sheet.FIELDS, "resource,name,element\nR1,姓名,E1\nR2,姓名,E1\n")
                .with(
                        Sheet.LINEAGE,
                        "resource,field,fromResource,fromField,rule,confidence\nR2,姓名,R1,姓名,照抄,1\nR2,姓名,R1,姓名,截取,0.5\n")
                .with(
                        Sheet.DESIGNATIONS,
                        "element,department,resource,field,document\nE1,D1,R1,姓名,甲号\nE1,D1,R2,姓名,乙号\n");

        var first = file(given, false);
        var before = dump();
        var again = file(given, false);
        var tried = file(given, true);

        assertThat(first.counts())
                .extracting(Report.Counts::sheet, Report.Counts::filed, Report.Counts::updated)
                .containsExactlyInAnyOrder(
                        tuple("部门", 2, 2),
                        tuple("数据元", 1, 0),
                        tuple("数据资源", 2, 1),
                        tuple("信息项", 2, 0),
                        tuple("血缘", 1, 1),
                        tuple("数源认定", 1, 1));
        assertThat(dump()).isEqualTo(before);
        assertThat(again.counts())
                .allSatisfy(counts -> assertThat(counts.unchanged()).isEqualTo(counts.read()));
        assertThat(tried.counts()).isEqualTo(again.counts());
        assertThat(again.problems()).isEqualTo(first.problems()).isEqualTo(tried.problems());
    }

    @Test
    void aDesignationThatNamesAnotherFieldIsUpdated() {
        var given = department()
                .with(Sheet.ELEMENTS, "code,name\nE1,姓名\n")
                .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\nR2,社保,D2\n")
                .with(Sheet.FIELDS, "resource,name,element\nR1,姓名,E1\nR2,姓名,E1\n");
        file(given.with(Sheet.DESIGNATIONS, "element,department,resource,field\nE1,D1,R1,姓名\n"), false);

        var changed = file(
                new GivenPackage().with(Sheet.DESIGNATIONS, "element,department,resource,field\nE1,D1,R2,姓名\n"), false);

        assertThat(changed.counts().getFirst().updated()).isEqualTo(1);
        assertThat(count("MATCH (:Designation)-[:AT]->(f:DataField {code: 'R2#姓名'}) RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (:Designation)-[:AT]->() RETURN count(*)")).isEqualTo(1);
    }

    @Test
    void aFieldIsFoundByTheNamesItsElementHasNow() {
        file(
                department()
                        .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\n")
                        .with(Sheet.FIELDS, "resource,name,element\nR1,xm,E1\n"),
                false);

        file(new GivenPackage().with(Sheet.ELEMENTS, "code,name,synonyms\nE1,姓名,名字\n"), false);
        assertThat(found("姓名 名字")).isEqualTo(1);

        file(new GivenPackage().with(Sheet.ELEMENTS, "code,name,synonyms\nE1,姓氏名字,称呼\n"), false);
        assertThat(found("姓氏名字 称呼")).isEqualTo(1);
        assertThat(found("姓名")).isZero();
        assertThat(count("MATCH (f:DataField) WHERE f.undescribed IS NOT NULL OR f.stale IS NOT NULL RETURN count(*)"))
                .isZero();
    }

    private long found(String words) {
        return count(
                "MATCH (f:DataField) WHERE f.searchText CONTAINS '%s' AND f.searchInitials IS NOT NULL RETURN count(*)"
                        .formatted(words));
    }

    @Test
    void aDesignationIsTheSameAfterItsElementGotAnotherSubject() {
        var designations = "element,department,document,validFrom\nE1,D1,%s,2020-01-01\n";
        file(
                department()
                        .with(Sheet.ELEMENTS, "code,name\nE1,姓名\n")
                        .with(Sheet.DESIGNATIONS, designations.formatted("旧文件")),
                false);

        file(new GivenPackage().with(Sheet.ELEMENTS, "code,name,subject\nE1,姓名,自然人\n"), false);
        var later = file(new GivenPackage().with(Sheet.DESIGNATIONS, designations.formatted("新文件")), false);
        var together = file(
                new GivenPackage()
                        .with(Sheet.ELEMENTS, "code,name,subject\nE1,姓名,法人\n")
                        .with(Sheet.DESIGNATIONS, designations.formatted("新文件")),
                false);

        assertThat(later.counts().getFirst().updated()).isEqualTo(1);
        assertThat(together.counts().getLast().unchanged()).isEqualTo(1);
        assertThat(count(
                        "MATCH (d:Designation {document: '新文件'})-[:OF]->(:SourceUnit {code: 'E1/法人'}) RETURN count(*)"))
                .isEqualTo(1);
        assertThat(count("MATCH (d:Designation) RETURN count(*)")).isEqualTo(1);

        file(
                new GivenPackage()
                        .with(
                                Sheet.DESIGNATIONS,
                                "element,department,validFrom,subject\nE1,D1,2020-01-01,\nE1,D1,2020-01-01,自然人\n"),
                false);

        assertThat(count("MATCH (d:Designation)-[:OF]->(:SourceUnit) RETURN count(*)"))
                .isEqualTo(2);
    }

    @Test
    void lineageToWhatThisPackageRefusesIsRefusedForThat() {
        var filed = file(
                department()
                        .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\n")
                        .with(Sheet.FIELDS, "resource,name,code\nR1,姓名,A\nR1,民族,A\n")
                        .with(Sheet.FORMS, "code,name,department\nF1,申请表,D404\n")
                        .with(Sheet.LINEAGE, "resource,field,fromResource,fromField\nF1,,R1,\nR1,姓名,R1,民族\n"),
                false);

        assertThat(filed.codes())
                .containsExactly(
                        "信息项3DUPLICATE_CODE", "表单2UNKNOWN_DEPARTMENT", "血缘2REFERS_TO_REFUSED", "血缘3REFERS_TO_REFUSED");
    }

    @Test
    void anEndIsComparedWithTheBeginningInTheGraph() {
        file(
                department()
                        .with(Sheet.RESOURCES, "code,name,provider\nR1,户籍,D1\n")
                        .with(Sheet.SHARING, "code,resource,consumer,grantedOn\nC1,R1,D2,2024-01-01\n"),
                false);

        var filed = file(
                new GivenPackage().with(Sheet.SHARING, "code,resource,consumer,expiresOn\nC1,R1,D2,2023-01-01\n"),
                false);

        assertThat(filed.codes()).containsExactly("共享关系2UNREADABLE_VALUE");
        assertThat(
                        count(
                                "MATCH (c:SharingAgreement {expiresOnText: '2023-01-01'}) WHERE c.expiresOn IS NULL RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void aFormCannotHaveTheCodeOfAResource() {
        var filed = file(
                department()
                        .with(Sheet.RESOURCES, "code,name,provider\nX,户籍,D1\n")
                        .with(Sheet.FIELDS, "resource,name\nX,姓名\n")
                        .with(Sheet.FORMS, "code,name,department\nX,申请表,D1\nY,另一表,D1\n")
                        .with(Sheet.FORM_FIELDS, "form,name\nX,姓名\n"),
                false);
        var later = file(new GivenPackage().with(Sheet.RESOURCES, "code,name,provider\nY,社保,D1\n"), false);

        assertThat(filed.codes()).containsExactly("表单2CODE_OF_ANOTHER_KIND", "表单项2REFERS_TO_REFUSED");
        assertThat(later.codes()).containsExactly("数据资源2CODE_OF_ANOTHER_KIND");
    }

    @Test
    void theTemplateNamesDepartmentsByCreditCodeOrName() {
        file(
                new GivenPackage()
                        .with(
                                Sheet.DEPARTMENTS,
                                "code,name,uscc\nD1,公安局,11990100MB0000001X\nD2,数据局,\nD3,同名局,\nD4,同名局,\n"),
                false);

        var filed = file(
                new GivenPackage()
                        .with(
                                Sheet.RESOURCES,
                                "code,name,provider\nR1,户籍,11990100mb0000001x\nR2,目录,数 据局\nR3,无主,同名局\nR4,新,新局\n")
                        .with(Sheet.DEPARTMENTS, "code,name\nD5,新局\n")
                        .ofTemplate(),
                false);

        assertThat(filed.codes()).containsExactly("数据资源4UNKNOWN_DEPARTMENT");
        assertThat(count(
                        "MATCH (:DataResource)-[:PROVIDED_BY]->(d) WHERE d.code IN ['D1', 'D2', 'D5'] RETURN count(*)"))
                .isEqualTo(3);
    }

    @Test
    void whatTheRulesOfTheTradeSayIsWarned() {
        var given = new GivenPackage()
                .with(Sheet.DEPARTMENTS, "code,name,uscc\nD1,公安局,12345\nD2,人社局,\n")
                .with(
                        Sheet.RESOURCES,
                        "code,name,provider,status,catalogueCodes\nR1,户籍,D1,已发布,1011209901/00001、乱写\nR2,社保,D2,草稿,\n")
                .with(
                        Sheet.FIELDS,
                        "resource,name,acquisition,dataType,length\nR1,姓名,采集,\"varchar(50)\",\nR2,姓名,采集,乱写,\nR2,余额,共享获取,数值型N,\"10,2\"\nR1,余额,产生,,\n")
                .with(
                        Sheet.LINEAGE,
                        "resource,field,fromResource,fromField,activity,validTo\nR2,姓名,R1,姓名,交换,\nR2,余额,R1,余额,交换,\nR1,余额,R2,余额,回流,\nR2,姓名,R1,余额,交换,2020-01-01\n");

        var dry = file(given, true);
        var filed = file(given, false);

        assertThat(filed.codes())
                .containsExactly(
                        "部门2BAD_USCC",
                        "数据资源2BAD_CATALOGUE_CODE",
                        "数据资源2MISSING_ITEM",
                        "信息项3UNKNOWN_DATA_TYPE",
                        "血缘2COPY_FILED_AS_SOURCE");
        assertThat(filed.problems().get(2).message())
                .contains("数据格式、数据更新频率、共享属性、共享方式、数据分类分级")
                .doesNotContain("数据项");
        assertThat(dry.codes()).isEqualTo(filed.codes());
        assertThat(dry.counts()).isEqualTo(filed.counts());
        assertThat(
                        count(
                                "MATCH (f:DataField {baseType: 'NUMBER', maxLength: 10, scale: 2}), (g:DataField {baseType: 'CHARACTER', maxLength: 50}) RETURN count(*)"))
                .isEqualTo(1);
    }

    @Test
    void progressMovesWithinASheetAndNeverBack() {
        var rows = new StringBuilder("resource,name\n");
        for (var row = 0; row < 9_000; row++) {
            rows.append("R").append(row % 50).append(",项").append(row).append('\n');
        }
        var resources = new StringBuilder("code,name,provider\n");
        for (var row = 0; row < 50; row++) {
            resources.append("R%d,资源,D1\n".formatted(row));
        }
        var seen = new ArrayList<Double>();
        progress = seen::add;

        file(department().with(Sheet.RESOURCES, resources.toString()).with(Sheet.FIELDS, rows.toString()), false);

        assertThat(seen).hasSizeGreaterThan(8).isSorted();
        assertThat(seen.getLast()).isEqualTo(1);
    }

    @Test
    void theDemonstrationCityIsWarnedOfNothingThatItsPageDoesNotTell() throws Exception {
        try (var city = CataloguePackages.open(
                Path.of("src/main/resources/demo-city").toAbsolutePath(),
                Path.of("target/demo-city-unpacked").toAbsolutePath())) {
            var filed = file(city, false);

            assertThat(filed.counts())
                    .allSatisfy(counts -> assertThat(counts.filed()).isEqualTo(counts.read()));
            assertThat(filed.codes())
                    .containsExactly(
                            "部门15BAD_USCC",
                            "血缘21COPY_FILED_AS_SOURCE",
                            "血缘292COPY_FILED_AS_SOURCE",
                            "血缘293COPY_FILED_AS_SOURCE",
                            "血缘294COPY_FILED_AS_SOURCE",
                            "血缘295COPY_FILED_AS_SOURCE",
                            "血缘296COPY_FILED_AS_SOURCE",
                            "血缘297COPY_FILED_AS_SOURCE");
        }
    }
}
