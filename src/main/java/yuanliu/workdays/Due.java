package yuanliu.workdays;

import java.time.LocalDate;

/// When a term ends.
///
/// @param date    its last day
/// @param certain whether every year that was counted through has its calendar: the holidays of a year are published in
///                the autumn before, and until then weekends alone are left out
public record Due(LocalDate date, boolean certain) {}
