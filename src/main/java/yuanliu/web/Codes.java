package yuanliu.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How things are named towards the outside, and found again.
public final class Codes {

    /// Codes are ordered by code point, as Neo4j orders them; `String` compares halves of the rarer characters.
    public static final Comparator<String> ORDER = Codes::compare;

    private Codes() {}

    /// The form in which codes are compared: NFKC, without any blank (`R1#民 族` and `R1#民族` are the same).
    public static String key(String code) {
        var normalised = Normalizer.normalize(code, Normalizer.Form.NFKC);
        var key = new StringBuilder(normalised.length());
        normalised.codePoints().filter(point -> !isBlank(point)).forEach(key::appendCodePoint);
        return key.toString();
    }

    /// As [#key(String)], for what may not be given.
    public static @Nullable String keyOrNull(@Nullable String code) {
        return code == null ? null : key(code);
    }

    private static int compare(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            var a = one.charAt(i);
            var b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0xFEFF || point == 0x200B;
    }

    /// The global id of a thing: opaque to users, the same for ever.
    public static String globalId(String label, String code) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((label + ":" + code).getBytes(StandardCharsets.UTF_8));
    }

    /// What a global id names; empty when it is none of ours.
    public static Optional<Named> named(String globalId) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(globalId), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Named(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// A label of the graph and the code of one node that bears it.
    public record Named(String label, String code) {}
}
