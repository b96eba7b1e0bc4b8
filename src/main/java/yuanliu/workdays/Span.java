package yuanliu.workdays;

/// How many working days lie between two days.
///
/// @param days    negative when the second lies before the first
/// @param certain whether every year that was counted through has its calendar
public record Span(int days, boolean certain) {}
