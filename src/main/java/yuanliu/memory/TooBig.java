package yuanliu.memory;

/// The graph does not fit into what it is to be held in; the message says why.
final class TooBig extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooBig(String message) {
        super(message);
    }
}
