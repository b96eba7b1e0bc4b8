package yuanliu.duplicates.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTests {

    private static final List<String> WORDS =
            List.of("联系电话", "=", "~", "100%", "%s", "", "电话[手机]", "甲|乙,丙\"", "[", "lxdh", "a");

    @Test
    void whatIsKeptIsReadAsItWas() {
        var chance = new Random(1);
        for (var time = 0; time < 2_000; time++) {
            var evidence = new ArrayList<Evidence>();
            for (var many = chance.nextInt(5); many > 0; many--) {
                var sentence = Sentence.values()[chance.nextInt(Sentence.values().length)];
                var seen = IntStream.range(0, places(sentence))
                        .mapToObj(place -> WORDS.get(chance.nextInt(WORDS.size())))
                        .toList();
                evidence.add(new Evidence(sentence, chance.nextInt(-1000, 1001) / 1000.0, seen));
            }
            var read = Evidence.read(Evidence.kept(evidence));
            assertThat(read).isEqualTo(evidence);
            assertThat(read.stream().map(Evidence::signal))
                    .isEqualTo(evidence.stream().map(Evidence::signal).toList());
        }
    }

    @Test
    void whatIsKeptIsShort() {
        var evidence = List.of(
                Evidence.of(Sentence.CALLED, 0.95, "手机号", "联系电话", "同义词"), Evidence.of(Sentence.SAME_TYPE, 0.02));
        assertThat(Evidence.kept(evidence)).isEqualTo("e\u001F.95\u001F手机号\u001F联系电话\u001F同义词\u001Eq\u001F.02");
        assertThat(evidence.getFirst().signal()).isEqualTo(new Signal(SignalKind.NAME, 0.95, "名称“手机号”是数据元“联系电话”的同义词"));
    }

    @Test
    void whatWouldBeASeparatorIsABlank() {
        var evidence = List.of(Evidence.of(Sentence.NOT_BORNE_OUT, -0.06, "一\u001F二\u001E三\n四"));
        assertThat(Evidence.read(Evidence.kept(evidence)))
                .isEqualTo(List.of(Evidence.of(Sentence.NOT_BORNE_OUT, -0.06, "一 二 三 四")));
    }

    @Test
    void whatIsNothingOfOursIsRefused() {
        for (var other : List.of("?", "A\u001F1", "ee\u001F1", "e\u001Fx")) {
            assertThatThrownBy(() -> Evidence.read(other)).as(other).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int places(Sentence sentence) {
        return sentence.words.split("%s", -1).length - 1;
    }
}
