package yuanliu.filing.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import yuanliu.web.Codes;

/// A 信息资源代码 of 发改高技〔2017〕1272号: 类 (1 digit), 项 (2), 目 (3), 细目 (any), `/`, 顺序码.
///
/// @param kind     1 基础, 2 主题, 3 部门
/// @param detail   the 细目, may be empty
/// @param sequence the 顺序码
public record CatalogueCode(Kind kind, String item, String heading, String detail, String sequence) {

    /// The classes of resources.
    public enum Kind {
        BASE("基础"),
        THEME("主题"),
        DEPARTMENT("部门");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word of the column 资源类别.
        public String word() {
            return word;
        }
    }

    private static final Pattern GRAMMAR = Pattern.compile("([1-3])(\\d{2})(\\d{3})([0-9A-Za-z]*)/([0-9A-Za-z]+)");

    public static Optional<CatalogueCode> parse(String cell) {
        var parts = GRAMMAR.matcher(Codes.key(cell));
        return parts.matches()
                ? Optional.of(new CatalogueCode(
                        Kind.values()[parts.group(1).charAt(0) - '1'],
                        parts.group(2),
                        parts.group(3),
                        parts.group(4),
                        parts.group(5)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "%d%s%s%s/%s".formatted(kind.ordinal() + 1, item, heading, detail, sequence);
    }
}
