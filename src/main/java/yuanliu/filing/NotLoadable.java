package yuanliu.filing;

/// Why a package cannot be loaded as a whole: a sentence in Chinese, with a code that stays.
final class NotLoadable extends RuntimeException {

    private final String code;

    NotLoadable(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    String sentence() {
        return "%s [%s]".formatted(getMessage(), code);
    }
}
