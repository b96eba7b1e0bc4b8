package yuanliu.web;

/// The asker must correct the request. The sentence is ours and is shown as it is.
public class BadRequest extends RuntimeException {

    public BadRequest(String sentence) {
        super(sentence, null, false, false);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
