package yuanliu.webhook;

/// What came of one attempt.
public sealed interface Sent {

    /// The other side took it.
    record Taken() implements Sent {}

    /// It did not; the sentence says why.
    record NotTaken(String problem) implements Sent {}
}
