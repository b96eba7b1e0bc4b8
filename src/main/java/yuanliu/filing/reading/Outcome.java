package yuanliu.filing.reading;

import java.util.Optional;
import java.util.function.Function;

/// What came of reading a cell.
public sealed interface Outcome<T> {

    /// The cell says this.
    record Read<T>(T value) implements Outcome<T> {}

    /// The cell is blank.
    record Empty<T>() implements Outcome<T> {}

    /// The cell says something that its column cannot read.
    ///
    /// @param text the cell as it is compared
    record Unreadable<T>(String text) implements Outcome<T> {}

    /// What was read; empty when nothing was.
    default Optional<T> said() {
        return this instanceof Read<T> read ? Optional.of(read.value()) : Optional.empty();
    }

    default boolean isUnreadable() {
        return this instanceof Unreadable;
    }

    /// Reads a cell that is not blank; what the reader does not find is unreadable.
    static <T> Outcome<T> of(String cell, Function<String, Optional<T>> reader) {
        var text = Cells.compared(cell);
        if (text.isEmpty()) {
            return new Empty<>();
        }
        return reader.apply(text).<Outcome<T>>map(Read::new).orElseGet(() -> new Unreadable<>(text));
    }
}
