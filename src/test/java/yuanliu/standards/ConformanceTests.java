package yuanliu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuanliu.catalog.DataFormat;

class ConformanceTests {

    private static final CodeLists LISTS = CodeLists.read(null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // element's type, format | field's type, length | what is said
                "字符型C | c18 | varchar(18) | - | ",
                "字符型C | c18 | varchar(15) | - | LENGTH! 长度 15，标准最长 18",
                "字符型C | c18 | varchar(20) | - | LENGTH? 长度 20，标准定长 18",
                "字符型C | c..50 | varchar(200) | - | ",
                "字符型C | c..50 | 字符型C | 20 | LENGTH! 长度 20，标准最长 50",
                "字符型C | c..50 | 字符型C | - | ",
                "字符型C | n2 | varchar(2) | - | ",
                "字符型C | n2 | n2 | - | ",
                "字符型C | n2 | int | - | FORMAT? 存成整型，标准为数字组成的字符，前导的零会丢失",
                "字符型C | n2 | date | - | TYPE! 类型为日期型，标准为数值型",
                "日期型D | d8 | date | - | ",
                "日期型D | d8 | varchar(8) | - | TYPE! 类型为字符型，标准为日期型",
                "日期型D | d8 | d10 | - | FORMAT? 日期写成 10 位，标准 8 位",
                "日期型D | d8 | datetime | - | FORMAT? 登记为日期时间型，标准为日期型",
                "日期时间型T | dt14 | date | - | FORMAT? 登记为日期型，标准为日期时间型",
                "数值型N | n..17,6 | decimal(17,6) | - | ",
                "数值型N | n..17,6 | decimal(17,2) | - | FORMAT? 小数 2 位，标准 6 位",
                "数值型N | n..17,6 | varchar(20) | - | TYPE! 类型为字符型，标准为数值型",
                "数值型N | n..10,2 | int | - | FORMAT? 小数 0 位，标准 2 位",
                "备注型M | ul | varchar(500) | - | ",
                "- | - | varchar(5) | - | ",
                "字符型C | c18 | 见说明 | - | "
            })
    void whatAFieldsTypeSaysIsComparedWithTheElementsFormat(
            @Nullable String elementType,
            @Nullable String format,
            String type,
            @Nullable String length,
            @Nullable String said) {
        var element = element(elementType, format, null);
        var field = field("名称", null, type, length, null);

        assertThat(Conformance.of(field, element, LISTS).stream().map(ConformanceTests::told))
                .isEqualTo(said == null ? List.of() : List.of(said));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "GB/T 2261.1, GB/T 2261.1-2003, ''",
                "GB/T 2261.1, GBT2261.1, ''",
                "GB/T 2261.1, 性别代码, ''",
                "GB/T 3304-1991, GB/T 3304-91, ''",
                "GB/T 4754-2017, GB/T 4754-2011, CODE_LIST? 值域为“GB/T 4754-2011”，标准为“GB/T 4754-2017”，版本不同",
                "GB/T 2261.1, GB/T 2261.2, CODE_LIST! 值域为“GB/T 2261.2”，标准为“GB/T 2261.1”",
                "GB/T 2261.1, 1男2女, CODE_LIST! 值域为“1男2女”，标准为“GB/T 2261.1”",
                "ICD-10, icd-10, ''",
                "GB/T 2261.1, -, CODE_LIST? 没有登记值域，标准为“GB/T 2261.1”",
                "GB/T 26341, -, CODE_LIST? 没有登记值域，标准为“GB/T 26341”",
                "GB 11643, -, ''",
                "GB/T 7408.1, -, ''",
                "GB 11643, GB 32100, CODE_LIST! 值域为“GB 32100”，标准为“GB 11643”",
                "-, GB/T 2261.1, ''"
            })
    void codeListsAreComparedByNumberAndEditionAndARuleNeedNotBeNamed(
            @Nullable String standard, @Nullable String filed, String said) {
        var deviations = Conformance.of(field("名称", null, "", null, filed), element(null, null, standard), LISTS);

        assertThat(deviations.stream().map(ConformanceTests::told))
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "名称, -, ''",
                "名 称, -, ''",
                "又名, -, ''",
                "法定代表人名称, 法定代表人, ''",
                "法定代表人又名, 法定代表人, ''",
                "名称, 法定代表人, ''",
                "法定代表人名称, -, NAME? 名称为“法定代表人名称”，标准为“名称”",
                "称呼, 配偶, NAME? 名称为“称呼”，标准为“配偶名称”"
            })
    void aNameIsStandardAsTheElementsOrASynonymWithTheQualifierOrWithout(
            String name, @Nullable String qualifier, String said) {
        var deviations = Conformance.of(field(name, qualifier, "", null, null), element(null, null, null), LISTS);

        assertThat(deviations.stream().map(ConformanceTests::told))
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @Test
    void severalDeviationsAreToldInTheOrderOfTheirKinds() {
        var deviations = Conformance.of(
                field("称呼", null, "decimal(5,1)", null, "自定"), element("数值型N", "n..10,2", "GB/T 3304"), LISTS);

        assertThat(deviations)
                .extracting(Deviation::kind)
                .containsExactly(
                        DeviationKind.LENGTH, DeviationKind.CODE_LIST, DeviationKind.FORMAT, DeviationKind.NAME);
    }

    /// What S05 held against a source before there was a list: families of types, else a shorter length.
    @Test
    void conflictsOfTypeAndLengthAreWhatTheLedgerHoldsAgainstASource() {
        var random = new Random(46);
        for (int i = 0; i < 20_000; i++) {
            var element = new ElementShape(
                    "名称", List.of(), any(random, "字符型C", "数值型N", null), type(random), null, length(random), null, null);
            var field = new FieldShape("名称", null, type(random), null, length(random), null, null);

            var conflicts = Conformance.of(field, element, LISTS).stream()
                    .filter(Deviation::conflicts)
                    .map(Deviation::kind)
                    .toList();

            assertThat(conflicts).as("%s %s", field, element).isEqualTo(naive(field, element));
        }
    }

    private static List<DeviationKind> naive(FieldShape field, ElementShape element) {
        var filed = field.baseType();
        var set = element.baseType();
        if (filed != null
                && set != null
                && !family(filed).equals(family(set))
                && !(String.valueOf(element.dataType()).contains("字符")
                        && family(filed).equals("TEXT"))) {
            return List.of(DeviationKind.TYPE);
        }
        return field.maxLength() != null && element.maxLength() != null && field.maxLength() < element.maxLength()
                ? List.of(DeviationKind.LENGTH)
                : List.of();
    }

    private static String family(String type) {
        return List.of("CHARACTER", "LONG_TEXT").contains(type)
                ? "TEXT"
                : List.of("NUMBER", "INTEGER", "MONEY", "FLOAT").contains(type)
                        ? "NUMBER"
                        : List.of("DATE", "DATE_TIME", "TIME").contains(type) ? "DATE" : type;
    }

    private static @Nullable String type(Random random) {
        var types = DataFormat.BaseType.values();
        return random.nextInt(6) == 0 ? null : types[random.nextInt(types.length)].name();
    }

    private static @Nullable Long length(Random random) {
        return random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(1, 6));
    }

    private static @Nullable String any(Random random, @Nullable String... some) {
        return some[random.nextInt(some.length)];
    }

    private static String told(Deviation deviation) {
        return deviation.kind() + (deviation.conflicts() ? "! " : "? ") + deviation.sentence();
    }

    private static ElementShape element(@Nullable String type, @Nullable String format, @Nullable String codeList) {
        var said = format == null ? null : DataFormat.parse(format).orElseThrow();
        return new ElementShape(
                "名称",
                List.of("又名"),
                type,
                said == null ? null : said.baseType().name(),
                said == null || said.minLength() == 0 ? null : Long.valueOf(said.minLength()),
                said == null ? null : whole(said.maxLength()),
                said == null ? null : whole(said.scale()),
                codeList);
    }

    private static FieldShape field(
            String name, @Nullable String qualifier, String type, @Nullable String length, @Nullable String codeList) {
        var said = DataFormat.parse(type, length == null ? "" : length).orElse(null);
        return new FieldShape(
                name,
                qualifier,
                said == null ? null : said.baseType().name(),
                said == null || said.minLength() == 0 ? null : Long.valueOf(said.minLength()),
                said == null ? null : whole(said.maxLength()),
                said == null ? null : whole(said.scale()),
                codeList);
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }
}
