package yuanliu.reports;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a list as it is taken home.
///
/// @param header in Chinese
/// @param cell   a text, a number, a truth or a list of texts; null for an empty cell
record Column<R>(String header, Function<R, @Nullable Object> cell) {

    static <R> Column<R> of(String header, Function<R, @Nullable Object> cell) {
        return new Column<>(header, cell);
    }
}
