package yuanliu.lineage;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Grades and sensitivities in the order of GB/T 43697: 一般数据 (graded 1 to 4 locally), 重要数据, 核心数据.
final class Grades {

    private static final Pattern NUMBER = Pattern.compile("[1-9]");
    private static final String NUMERALS = "一二三四五";
    private static final int IMPORTANT = 10;
    private static final int CORE = 20;

    private Grades() {}

    /// How high a word is; empty when it says nothing of it.
    static OptionalInt rank(String word) {
        var plain = Normalizer.normalize(word, Normalizer.Form.NFKC);
        if (plain.contains("核心")) {
            return OptionalInt.of(CORE);
        }
        if (plain.contains("重要")) {
            return OptionalInt.of(IMPORTANT);
        }
        var number = NUMBER.matcher(plain);
        if (number.find()) {
            return OptionalInt.of(Integer.parseInt(number.group()));
        }
        var rest = plain.replace("一般", "");
        for (int i = 0; i < rest.length(); i++) {
            var numeral = NUMERALS.indexOf(rest.charAt(i));
            if (numeral >= 0 && rest.contains("级")) {
                return OptionalInt.of(numeral + 1);
            }
        }
        return plain.contains("一般") ? OptionalInt.of(1) : OptionalInt.empty();
    }
}
