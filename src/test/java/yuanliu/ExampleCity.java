package yuanliu;

/// What the examples are asked of. Filing provides it as a bean of the tests; without one the small city is taken.
public interface ExampleCity {

    /// What the graph is called that has it, among the tests that share it.
    String GRAPH = "the demonstration city";

    /// Files the city into an empty graph that has its constraints and indexes.
    void file();
}
