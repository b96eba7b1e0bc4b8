package yuanliu.checks.rules;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTests {

    @TempDir
    private Path own;

    @Test
    void everyRuleIsOnUntilSomebodyTurnsItOffOrSetsItsWeight() throws IOException {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(Terms.read(null).on(rule)).isTrue());
        Files.writeString(own.resolve("rules.csv"), "规则,启用,严重程度\nC11,否,\nR14,是,提示\n");

        var terms = Terms.read(own);

        assertThat(terms.on(Rule.C11)).isFalse();
        assertThat(terms.severity(Rule.R14)).isEqualTo(CheckSeverity.HINT);
        assertThat(terms.severity(Rule.R15C)).isEqualTo(CheckSeverity.BREACH);
        assertThat(terms.version()).isNotEqualTo(Terms.read(null).version());
    }

    @Test
    void aStricterTermOfThePlaceOverridesTheNations() throws IOException {
        assertThat(Terms.read(null).number(Terms.Term.REPLY_CONDITIONAL)).isEqualTo(10);
        Files.writeString(own.resolve("terms.csv"), "名称,数值,单位,说明\n答复有条件共享,5,工作日,本市规定\n");

        assertThat(Terms.read(own).number(Terms.Term.REPLY_CONDITIONAL)).isEqualTo(5);
    }

    @Test
    void whatCannotBeReadIsToldWithItsPlace() throws IOException {
        Files.writeString(own.resolve("words.csv"), "类别,模式,说明\n增设条件,(,没有收尾\n");

        assertThatThrownBy(() -> Terms.read(own))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("words.csv 第 2 行不能读");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02",
        "2026/3/2, 2026-03-02",
        "2026年3月2日, 2026-03-02",
        "20260302, 2026-03-02",
        "2026-02-30, ",
        "三月二日, "
    })
    void daysAreReadAsPeopleWriteThem(String written, String day) {
        assertThat(String.valueOf(Days.of(written))).isEqualTo(day == null ? "null" : day);
    }

    @Test
    void theTableThatPeopleReadIsTheOneThatRunsGoBy() throws IOException {
        var told = new LinkedHashMap<String, List<String>>();
        for (var line : Files.readAllLines(Path.of("src/docs/check-rules.md"))) {
            var cells = List.of(line.split("\\s*\\|\\s*"));
            if (line.startsWith("| `") && cells.size() == 9 && cells.get(1).matches("`[SRC]\\d\\d[A-C]?`")) {
                told.put(
                        cells.get(1).replace("`", ""),
                        List.of(cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(8)));
            }
        }
        var rules = new LinkedHashMap<String, List<String>>();
        for (var rule : Rule.values()) {
            rules.put(
                    rule.name(),
                    new ArrayList<>(List.of(
                            rule.title(),
                            rule.article(),
                            rule.severity().word(),
                            rule.subjects().stream().map(Subject::word).collect(joining("、")),
                            rule.remedy())));
        }

        assertThat(told).isEqualTo(rules);
    }

    @Test
    void aRuleIsFoundByItsCodeHoweverItIsWritten() {
        assertThat(Rule.coded(" r15a ")).contains(Rule.R15A);
        assertThat(Rule.coded("R15A".toLowerCase(Locale.ROOT))).contains(Rule.R15A);
        assertThat(Rule.coded("R99")).isEmpty();
    }
}
