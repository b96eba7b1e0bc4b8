package yuanliu.web;

import graphql.relay.Connection;
import graphql.relay.ConnectionCursor;
import graphql.relay.DefaultConnectionCursor;
import graphql.relay.DefaultEdge;
import graphql.relay.DefaultPageInfo;
import graphql.relay.Edge;
import graphql.relay.PageInfo;
import java.util.List;
import java.util.function.Function;

/// A window's content as a Relay connection, with the exact count of the whole list beside it.
public final class Page<T> implements Connection<T> {

    /// What is said to whoever goes on from a place that is not in the list any more.
    public static final String GONE = "参数 after 所指的位置已不在列表中,请从头再取";

    private final List<Edge<T>> edges;
    private final PageInfo pageInfo;
    private final int totalCount;

    private Page(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {
        this.edges = edges;
        this.pageInfo = pageInfo;
        this.totalCount = totalCount;
    }

    /// @param read  up to [Window#oneMore] things behind the window's start, in the list's order
    /// @param total how many the whole list has
    /// @param place the ordering values of a thing
    public static <T> Page<T> of(Window window, List<T> read, long total, Function<T, Cursor> place) {
        var shown = read.subList(0, Math.min(read.size(), window.first()));
        List<Edge<T>> edges = shown.stream()
                .map(thing -> (Edge<T>)
                        new DefaultEdge<>(thing, cursor(place.apply(thing).encodedFor(window.list()))))
                .toList();
        return new Page<>(
                edges,
                new DefaultPageInfo(
                        edges.isEmpty() ? null : edges.getFirst().getCursor(),
                        edges.isEmpty() ? null : edges.getLast().getCursor(),
                        window.after().isPresent(),
                        read.size() > window.first()),
                Math.toIntExact(total));
    }

    /// The window's part of a list that is held whole, in its order.
    ///
    /// @param before whether a thing stands at or before the cursor, in the list's order
    public static <T> Page<T> cut(Window window, List<T> whole, Function<T, Cursor> place) {
        var start = window.after()
                .map(after -> {
                    for (int i = 0; i < whole.size(); i++) {
                        if (place.apply(whole.get(i)).equals(after)) {
                            return i + 1;
                        }
                    }
                    throw new BadRequest(GONE);
                })
                .orElse(0);
        var end = Math.min(whole.size(), start + window.oneMore());
        return of(window, whole.subList(start, end), whole.size(), place);
    }

    /// The same page with each thing shown as another, its place unchanged.
    public <R> Page<R> map(Function<T, R> shown) {
        List<Edge<R>> mapped = edges.stream()
                .map(edge -> (Edge<R>) new DefaultEdge<>(shown.apply(edge.getNode()), edge.getCursor()))
                .toList();
        return new Page<>(mapped, pageInfo, totalCount);
    }

    private static ConnectionCursor cursor(String value) {
        return new DefaultConnectionCursor(value);
    }

    @Override
    public List<Edge<T>> getEdges() {
        return edges;
    }

    @Override
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    public List<T> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    public int getTotalCount() {
        return totalCount;
    }
}
