package yuanliu.verification;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps what looks like a person's number out of the graph: a discrepancy names its object by an opaque reference, and
/// nobody writes numbers into reasons. Rather too much is refused than too little, and what was refused is never said
/// again.
final class PersonalData {

    /// A region, a date that can be a birthday, three digits and a check character.
    private static final Pattern CITIZEN = Pattern.compile(
            "(?<!\\d)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\d)");

    /// The same with a year of two digits and without a check character, as it was till 1999.
    private static final Pattern OLD_CITIZEN =
            Pattern.compile("(?<!\\d)[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?!\\d)");

    private static final Pattern MOBILE = Pattern.compile("(?<!\\d)(?:86)?1[3-9]\\d{9}(?!\\d)");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
    private static final Pattern CARD = Pattern.compile("(?<!\\d)\\d{16,19}(?!\\d)");
    private static final Pattern SEPARATORS = Pattern.compile("(?<=[\\dXx])[ \\u3000._:\\-–—()（）]+(?=[\\dXx])");

    /// Letters, digits and a few marks: a name, or anything else in Chinese, is no opaque reference.
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:\\-]{0,99}");

    /// As long as a digest is, digits may stand in it by chance as they stand in a mobile number.
    private static final int AS_LONG_AS_A_DIGEST = 32;

    private PersonalData() {}

    /// Of what kind the first thing is that looks like a person's; null when nothing does.
    static @Nullable String in(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var normal = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        var joined = SEPARATORS.matcher(normal).replaceAll("");
        var found = found(normal, true);
        return found != null ? found : found(joined, normal.length() < AS_LONG_AS_A_DIGEST);
    }

    private static @Nullable String found(String text, boolean all) {
        if (CITIZEN.matcher(text).find()) {
            return "公民身份号码";
        }
        if (!all) {
            return null;
        }
        if (OLD_CITIZEN.matcher(text).find()) {
            return "公民身份号码";
        }
        if (MOBILE.matcher(text).find()) {
            return "手机号码";
        }
        if (MAIL.matcher(text).find()) {
            return "电子邮箱";
        }
        var cards = CARD.matcher(text);
        while (cards.find()) {
            if (isCard(cards.group())) {
                return "银行卡号";
            }
        }
        return null;
    }

    /// As [#in(String)], of a reference: in a digest or a UUID digits stand by chance.
    static @Nullable String inReference(String reference) {
        var isLong = reference.length() >= AS_LONG_AS_A_DIGEST;
        return isLong && CITIZEN.matcher(reference).find() ? "公民身份号码" : isLong ? null : in(reference);
    }

    static boolean isOpaque(String reference) {
        return OPAQUE.matcher(reference).matches();
    }

    private static boolean isCard(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        return sum % 10 == 0;
    }
}
