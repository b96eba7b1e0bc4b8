package yuanliu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers are made up; the citizen id number is the standard's own example.
class PersonalDataTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                "110105 19491231 002X",
                "110105-19491231-002X",
                "id:11010519491231002X",
                "见11010519491231002X一案",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105194912310027",
                "110105491231002",
                "13800138000",
                "138-0013-8000",
                "+86 13800138000",
                "电话13800138000",
                "nobody@example.com",
                "4111 1111 1111 1111"
            })
    void whatLooksLikeAPersonsIsFound(String text) {
        assertThat(PersonalData.in(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RY-000123",
                "2026-11-27",
                "20261127-0001",
                "示数〔2026〕18号",
                "第138号，共13800条",
                "91110000MA01ABCDXY",
                "110105194913310021",
                "1764236400000"
            })
    void whatDoesNotIsLeftAlone(String text) {
        assertThat(PersonalData.in(text)).isNull();
    }

    @Test
    void digestsAndUuidsPassHoweverTheirDigitsFall() throws Exception {
        var random = new Random(26);
        var refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[16];
            random.nextBytes(bytes);
            var digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(String.valueOf(i).getBytes(StandardCharsets.UTF_8)));
            var uuid = UUID.nameUUIDFromBytes(bytes).toString();
            assertThat(PersonalData.isOpaque(digest) && PersonalData.isOpaque(uuid))
                    .isTrue();
            refused += PersonalData.inReference(digest) == null ? 0 : 1;
            refused += PersonalData.inReference(uuid) == null ? 0 : 1;
        }

        assertThat(refused).isZero();
    }

    @Test
    void everyCitizenNumberIsFoundWhereverItStandsInAReference() {
        var random = new Random(18);
        for (int i = 0; i < 2_000; i++) {
            var number = "%06d%04d%02d%02d%03d%s"
                    .formatted(
                            110_000 + random.nextInt(540_000),
                            1900 + random.nextInt(126),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            random.nextInt(1000),
                            random.nextInt(11) == 10 ? "X" : String.valueOf(random.nextInt(10)));

            assertThat(PersonalData.inReference("a" + number)).isNotNull();
            assertThat(PersonalData.inReference(number.substring(0, 6) + "-" + number.substring(6)))
                    .isNotNull();
            assertThat(PersonalData.inReference("person:" + number + ":of:some:very:long:register"))
                    .isNotNull();
        }
    }

    @Test
    void aNameIsNoOpaqueReference() {
        assertThat(PersonalData.isOpaque("张三")).isFalse();
        assertThat(PersonalData.isOpaque("a b")).isFalse();
        assertThat(PersonalData.isOpaque("")).isFalse();
        assertThat(PersonalData.isOpaque("RY-000123")).isTrue();
    }
}
