package yuanliu.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTests {

    private final Units units = new Units(null);

    @Test
    void theFieldsOwnSubjectComesFirst() {
        assertThat(field("法人", "法定代表人", "自然人", "不动产").code()).isEqualTo("E1/法人/法定代表人");
    }

    @Test
    void theRolesSubjectComesBeforeTheElements() {
        assertThat(field(null, "法定代表人", "法人", "法人").code()).isEqualTo("E1/自然人/法定代表人");
    }

    @Test
    void theElementsSubjectComesBeforeTheResources() {
        assertThat(field(null, null, "自然人", "法人").code()).isEqualTo("E1/自然人");
    }

    @Test
    void theResourcesSubjectComesLast() {
        assertThat(field(null, null, null, "法人").code()).isEqualTo("E1/法人");
    }

    @Test
    void withoutAnySubjectTheElementAloneIsTheUnit() {
        assertThat(field(null, null, null, null).code()).isEqualTo("E1");
        assertThat(field(null, "抵押人", null, null).code()).isEqualTo("E1//抵押人");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "本人", "本 人", "持有人", "申请人"})
    void theHolderOfAPersonsOwnMatterHasManyNames(@Nullable String qualifier) {
        assertThat(field(null, qualifier, "自然人", "自然人").code()).isEqualTo("E1/自然人");
        assertThat(field("自然人", qualifier, null, null).code()).isEqualTo("E1/自然人");
    }

    @Test
    void whoAppliesForAnEnterpriseIsNotTheHolder() {
        assertThat(field("法人", "申请人", null, null).code()).isEqualTo("E1/法人/申请人");
        assertThat(field(null, "申请人", "自然人", "法人").code()).isEqualTo("E1/自然人/申请人");
        assertThat(formField("申请人", "自然人", "企业").code()).isEqualTo("E1/自然人/申请人");
        assertThat(formField("申请人", "自然人", "毕业生").code()).isEqualTo("E1/自然人");
    }

    @Test
    void aliasesAreTheSameQualifier() {
        assertThat(field(null, "法人代表", null, null)).isEqualTo(field(null, "法定代表人", null, null));
        assertThat(field(null, "夫妻另一方", "自然人", null).code()).isEqualTo("E1/自然人/配偶");
    }

    @Test
    void aQualifierThatNobodyListedMeansItself() {
        assertThat(field(null, "见证人", "自然人", null).code()).isEqualTo("E1/自然人/见证人");
    }

    @Test
    void fullWidthAndBlanksDoNotMatter() {
        assertThat(field(" 自然 人", "法定 代表人", null, null).code()).isEqualTo("E1/自然人/法定代表人");
    }

    @Test
    void theNameSaysItInChinese() {
        var unit = units.resolve(new Cells("E1", "公民身份号码", "自然人", null, "法人代表", null, null, "990100", "示例市"));

        assertThat(unit.name()).isEqualTo("自然人·公民身份号码(法定代表人)@示例市");
        assertThat(unit.code()).isEqualTo("E1/自然人/法定代表人@990100");
    }

    @Test
    void aFileOfOnesOwnAddsQualifiersAndOverridesOurs(@TempDir Path folder) throws IOException {
        var own = folder.resolve("own.csv");
        Files.writeString(own, "限定词,别名,主体类,即本人\n见证人,证人,自然人,\n申请人,,,\n");

        var extended = new Units(own);

        assertThat(extended.resolve(cells(null, "证人", null, null, null)).code()).isEqualTo("E1/自然人/见证人");
        assertThat(extended.resolve(cells("自然人", "申请人", null, null, null)).code())
                .isEqualTo("E1/自然人/申请人");
        assertThat(extended.resolve(cells(null, "法人代表", null, null, null)).code())
                .isEqualTo("E1/自然人/法定代表人");
    }

    @Test
    void aFileWithARowThatNamesNothingStopsTheStart(@TempDir Path folder) throws IOException {
        var own = folder.resolve("own.csv");
        Files.writeString(own, "限定词,别名,主体类,即本人\n,证人,自然人,\n");

        assertThatThrownBy(() -> new Units(own)).hasMessageContaining("own.csv, line 2");
    }

    private Unit field(
            @Nullable String subject, @Nullable String qualifier, @Nullable String element, @Nullable String resource) {
        return units.resolve(cells(subject, qualifier, element, resource, null));
    }

    private Unit formField(String qualifier, String element, String respondent) {
        return units.resolve(cells(null, qualifier, element, null, respondent));
    }

    private static Cells cells(
            @Nullable String subject,
            @Nullable String qualifier,
            @Nullable String element,
            @Nullable String resource,
            @Nullable String respondent) {
        return new Cells("E1", "公民身份号码", element, subject, qualifier, resource, respondent, null, null);
    }
}
