package yuanliu.filing.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesOfBodiesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111000000000131433",
                "11100000000013338W",
                "11100000MB03271699",
                "11100000MB0341032Y",
                "12100000000018032A",
                "91350100M000100Y43"
            })
    void creditCodesInUseHoldWithTheCodeInThem(String code) {
        assertThat(CreditCode.parse(code)).hasValueSatisfying(valid -> {
            assertThat(valid.value()).isEqualTo(code);
            assertThat(valid.organisation()).isPresent();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y44",
                "X01201000200000000",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100I000100Y43",
                "9135010AM000100Y43",
                ""
            })
    void anythingElseIsNoCreditCode(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Test
    void aCreditCodeTellsKindAndRegion() {
        var code = CreditCode.parse("91350100m000100y43 ").orElseThrow();

        assertThat(code.kind()).isEqualTo("91");
        assertThat(code.region()).isEqualTo("350100");
        assertThat(code.organisation()).contains(new OrganisationCode("M000100Y4"));
    }

    @Test
    void fullWidthLettersAreReadToo() {
        assertThat(CreditCode.isValid("９１３５０１００Ｍ０００１００Ｙ４３")).isTrue();
    }

    @Test
    void noCreditCodeExistsThatDoesNotHold() {
        assertThatThrownBy(() -> new CreditCode("91350100M000100Y44")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrganisationCode("D21435690")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"D2143569,X", "M000100Y,4"})
    void organisationCodesHaveTheCheckCharacterOfTheStandard(String body, char check) {
        assertThat(OrganisationCode.checkCharacter(body)).isEqualTo(check);
        assertThat(OrganisationCode.parse(body + "-" + check)).contains(new OrganisationCode(body + check));
    }

    @Test
    void aCatalogueCodeHasItsParts() {
        assertThat(CatalogueCode.parse("307001AB12/000345"))
                .contains(new CatalogueCode(CatalogueCode.Kind.DEPARTMENT, "07", "001", "AB12", "000345"));
        assertThat(CatalogueCode.parse("１０１００１／１").orElseThrow()).hasToString("101001/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"407001/1", "30700/1", "307001", "307001/", "307001/1/2", "R-001", "307001一/1"})
    void anythingElseIsNoCatalogueCode(String code) {
        assertThat(CatalogueCode.parse(code)).isEmpty();
    }
}
