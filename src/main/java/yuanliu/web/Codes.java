package yuanliu.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How things are named towards the outside, and found again.
public final class Codes {

    /// Codes are ordered by code point, as Neo4j orders them; `String` compares halves of the rarer characters.
    public static final Comparator<String> ORDER = Codes::compare;

    private static final int LONGEST = 200;

    private Codes() {}

    /// The form in which codes are compared: NFKC, without any blank (`R1#民 族` and `R1#民族` are the same).
    public static String key(String code) {
        if (isKey(code)) {
            return code;
        }
        var normalised = Normalizer.normalize(code, Normalizer.Form.NFKC);
        var key = new StringBuilder(normalised.length());
        normalised.codePoints().filter(point -> !isBlank(point)).forEach(key::appendCodePoint);
        return key.toString();
    }

    /// Whether it is a key as it stands: printed ASCII and the common Chinese characters, as nearly all are.
    private static boolean isKey(String code) {
        for (var at = 0; at < code.length(); at++) {
            var one = code.charAt(at);
            if ((one <= ' ' || one > '~') && (one < 0x4E00 || one > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /// As [#key(String)], for what may not be given.
    public static @Nullable String keyOrNull(@Nullable String code) {
        return code == null ? null : key(code);
    }

    /// A text that an index can hold: what is long is cut, and ends in a digest of the whole, so that two different
    /// ones stay different.
    public static String fitted(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST))
                + "…"
                + HexFormat.of().formatHex(digest(text), 0, 16);
    }

    /// The SHA-256 of a text in UTF-8.
    public static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
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
