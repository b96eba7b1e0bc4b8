package yuanliu.filing.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import yuanliu.web.Codes;

/// A 组织机构代码 of GB 11714: eight digits or letters and a check character, weights 3 7 9 10 5 8 4 2, modulo 11.
///
/// @param value its nine characters without hyphen
public record OrganisationCode(String value) {

    private static final Pattern LAYOUT = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    public OrganisationCode {
        if (!LAYOUT.matcher(value).matches() || value.charAt(8) != checkCharacter(value.substring(0, 8))) {
            throw new IllegalArgumentException("No organisation code of GB 11714: " + value);
        }
    }

    /// What a cell says, full-width letters and a hyphen allowed; empty when it is no such code.
    public static Optional<OrganisationCode> parse(String cell) {
        var value = Codes.key(cell).toUpperCase(Locale.ROOT).replace("-", "");
        return LAYOUT.matcher(value).matches() && value.charAt(8) == checkCharacter(value.substring(0, 8))
                ? Optional.of(new OrganisationCode(value))
                : Optional.empty();
    }

    /// The character that belongs behind eight digits or letters.
    static char checkCharacter(String body) {
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += Character.digit(body.charAt(at), 36) * WEIGHTS[at];
        }
        var check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
