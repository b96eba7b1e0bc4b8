package yuanliu.filing.reading;

/// What was handed in is no package, or too big a one. The message is a sentence in Chinese, fit to be shown.
public final class IllegalPackage extends RuntimeException {

    /// How the refusal is told over HTTP.
    public enum Kind {
        /// answered with 400
        NOT_A_PACKAGE,
        /// answered with 413
        TOO_BIG
    }

    private final Kind kind;
    private final String code;

    IllegalPackage(Kind kind, String code, String sentence) {
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    static IllegalPackage notOne(String code, String sentence) {
        return new IllegalPackage(Kind.NOT_A_PACKAGE, code, sentence);
    }

    static IllegalPackage tooBig(String code, String sentence) {
        return new IllegalPackage(Kind.TOO_BIG, code, sentence);
    }

    public Kind kind() {
        return kind;
    }

    public boolean tooBig() {
        return kind == Kind.TOO_BIG;
    }

    /// A stable code, such as `BROKEN_ZIP`.
    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
