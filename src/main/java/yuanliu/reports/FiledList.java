package yuanliu.reports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import yuanliu.web.Cursor;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// A list that people file: in a stable order, with its total, each row with its evidence.
///
/// To add one: a class of this kind with its row, a type and a field in `reports.graphqls`, a method of
/// [ReportsController]; `FiledListsTests` asks every list in every way.
interface FiledList<R extends Row> {

    /// As it stands in addresses.
    String code();

    /// How it is asked for in GraphQL, as far as its filter: `sourceLedger(`.
    String question();

    /// As people call it.
    String title();

    /// The columns without the evidence, which comes last.
    List<Column<R>> columns();

    Set<Narrowing> takes();

    /// @throws yuanliu.web.BadRequest when it cannot be narrowed by what is asked, or lacks what it needs
    default void check(ListFilter filter) {
        filter.check(title(), takes());
    }

    /// What is meant when something is not said.
    default ListFilter meant(ListFilter filter) {
        return filter;
    }

    /// Up to [Window#oneMore] rows behind the window's start.
    List<R> rows(ListFilter filter, Window window);

    long total(ListFilter filter);

    /// Where a row stands in the list's order.
    Cursor place(R row);

    default Page<R> page(ListFilter filter, Window window) {
        return Page.of(window, rows(filter, window), total(filter), this::place);
    }

    /// Every row, read some hundred at a time.
    default void each(ListFilter filter, Consumer<R> taken) {
        var window = new Window(code(), Window.MOST, Optional.empty());
        while (true) {
            var some = rows(filter, window);
            var shown = some.subList(0, Math.min(some.size(), window.first()));
            shown.forEach(taken);
            if (some.size() <= window.first()) {
                return;
            }
            window = new Window(code(), Window.MOST, Optional.of(place(shown.getLast())));
        }
    }
}
