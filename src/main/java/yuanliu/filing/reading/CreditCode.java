package yuanliu.filing.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import yuanliu.web.Codes;

/// A 统一社会信用代码 of GB 32100-2015: 18 characters of 31 kinds (no I, O, S, V, Z), weights 3^(i-1) modulo 31.
///
/// The body code in it has a check character of its own (GB 11714); as a few codes in use fail that one, it is told but
/// not required.
///
/// @param value its 18 characters
public record CreditCode(String value) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern LAYOUT =
            Pattern.compile("[1-9A-HJ-NP-RTUWXY][0-9A-HJ-NP-RTUWXY]\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");

    public CreditCode {
        if (!holds(value)) {
            throw new IllegalArgumentException("No credit code of GB 32100: " + value);
        }
    }

    /// What a cell says, small and full-width letters allowed; empty when it is no such code.
    public static Optional<CreditCode> parse(String cell) {
        var value = Codes.key(cell).toUpperCase(Locale.ROOT);
        return holds(value) ? Optional.of(new CreditCode(value)) : Optional.empty();
    }

    public static boolean isValid(String cell) {
        return parse(cell).isPresent();
    }

    private static boolean holds(String value) {
        return LAYOUT.matcher(value).matches() && value.charAt(17) == checkCharacter(value.substring(0, 17));
    }

    static char checkCharacter(String body) {
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < 17; at++) {
            sum += CHARACTERS.indexOf(body.charAt(at)) * weight;
            weight = weight * 3 % 31;
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }

    /// The first two characters: who registers, and what kind of body (11 organ of state, 12 public institution, 51
    /// social organisation, 91 enterprise, 92 individual business).
    public String kind() {
        return value.substring(0, 2);
    }

    /// The region of the registering office, GB/T 2260.
    public String region() {
        return value.substring(2, 8);
    }

    /// The body's organisation code; empty when its own check character does not hold.
    public Optional<OrganisationCode> organisation() {
        return OrganisationCode.parse(value.substring(8, 17));
    }
}
