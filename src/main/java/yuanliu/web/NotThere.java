package yuanliu.web;

/// A question was put to something that does not exist: `of`, `from` or `to` name nothing in the graph.
public class NotThere extends RuntimeException {

    private final String argument;
    private final String asked;

    /// @param argument the argument that named it
    /// @param asked    what it named
    public NotThere(String argument, String asked) {
        super("参数 %s 所指的“%s”在图谱中不存在".formatted(argument, asked), null, false, false);
        this.argument = argument;
        this.asked = asked;
    }

    public String argument() {
        return argument;
    }

    public String asked() {
        return asked;
    }
}
