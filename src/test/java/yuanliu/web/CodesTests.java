package yuanliu.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTests {

    @Test
    void codesAreOrderedByCodePoint() {
        var rare = "R#" + Character.toString(0x20000);
        var fullWidth = "R#\uFF21";

        assertThat(List.of(rare, fullWidth, "R#中", "R", "R#a", "R#中文").stream()
                        .sorted(Codes.ORDER)
                        .toList())
                .containsExactly("R", "R#a", "R#中", "R#中文", fullWidth, rare);
    }
}
