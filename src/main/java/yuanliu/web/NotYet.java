package yuanliu.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// A question that can be answered in a while: what it needs is being read.
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class NotYet extends RuntimeException {

    /// @param sentence what is going on, and what to do
    public NotYet(String sentence) {
        super(sentence);
    }
}
