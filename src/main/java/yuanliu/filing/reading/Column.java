package yuanliu.filing.reading;

import java.util.List;

/// A column of a [Sheet].
///
/// @param header     its Chinese header
/// @param alias      its English header, also the property of the graph
/// @param compulsory whether a row without it is refused
/// @param type       how its cells are read
/// @param words      the words that a [Type#WORD] cell may hold
public record Column(String header, String alias, boolean compulsory, Type type, List<String> words) {

    /// How a cell is read. What cannot be read is kept as text beside an absent value, and warned.
    public enum Type {
        TEXT,
        /// one of the column's words
        WORD,
        /// 是 or 否
        FLAG,
        DATE,
        /// a whole number that is not negative
        WHOLE,
        /// a number from 0 to 1
        SHARE,
        /// several texts in one cell, separated by 、 ； ; , or ，
        LIST
    }

    static Column of(String header, String alias, boolean compulsory, Type type, String... words) {
        return new Column(header, alias, compulsory, type, List.of(words));
    }
}
