package yuanliu.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The part of a list that is asked for.
///
/// @param list  what list it is, arguments included: a cursor belongs to one list
/// @param first how many at most, 1 to 500
/// @param after the place behind which it begins
public record Window(String list, int first, Optional<Cursor> after) {

    private static final int USUAL = 50;
    /// How many a window has at most.
    public static final int MOST = 500;

    /// @param list  a text that is the same for the same question with the same filters, and another for another
    /// @param first as asked; 50 when not said
    /// @param after as asked
    /// @throws BadRequest when `first` is outside 1..500 or `after` is no cursor of this list
    public static Window of(String list, @Nullable Integer first, @Nullable String after) {
        var size = first == null ? USUAL : first;
        if (size < 1 || size > MOST) {
            throw new BadRequest("参数 first 应在 1 至 %d 之间,收到 %d".formatted(MOST, size));
        }
        return new Window(list, size, Optional.ofNullable(after).map(cursor -> Cursor.decoded(cursor, list)));
    }

    /// One more than asked for: whoever reads that many knows whether there is a next page.
    public int oneMore() {
        return first + 1;
    }

    /// The same with one more: for who reads from another's window what is to be cut here.
    public Window larger() {
        return new Window(list, first + 1, after);
    }

    /// The i-th ordering value of the place behind which the window begins; null at the start.
    public @Nullable String afterValue(int i) {
        return after.map(cursor -> cursor.values().get(i)).orElse(null);
    }

    /// As [#afterValue(int)], for whole numbers.
    public @Nullable Long afterNumber(int i) {
        return after(i, Long::valueOf);
    }

    /// As [#afterValue(int)], for numbers with decimals.
    public @Nullable Double afterDecimal(int i) {
        return after(i, Double::valueOf);
    }

    private <T> @Nullable T after(int i, Function<String, T> read) {
        var written = afterValue(i);
        try {
            return written == null ? null : read.apply(written);
        } catch (NumberFormatException notOurs) {
            throw new BadRequest("参数 after 不是本列表给出的游标");
        }
    }
}
