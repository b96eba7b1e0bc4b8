package yuanliu.reports;

import java.util.List;
import java.util.function.Consumer;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// A list that is worked out whole before it is shown, because its rows are sums or few.
interface WholeList<R extends Row> extends FiledList<R> {

    /// In its order.
    List<R> all(ListFilter filter);

    @Override
    default Page<R> page(ListFilter filter, Window window) {
        return Page.cut(window, all(filter), this::place);
    }

    @Override
    default List<R> rows(ListFilter filter, Window window) {
        return Page.cut(window.larger(), all(filter), this::place).getNodes();
    }

    @Override
    default void each(ListFilter filter, Consumer<R> taken) {
        all(filter).forEach(taken);
    }

    @Override
    default long total(ListFilter filter) {
        return all(filter).size();
    }
}
