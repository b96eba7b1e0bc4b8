package yuanliu.duplicates;

import java.util.List;
import yuanliu.catalog.DataField;
import yuanliu.catalog.Form;

/// What a kind of respondent (填报对象) has to fill in, and what of it again and again.
///
/// @param forms     how many ask them
/// @param uncounted how many of these do not say how often they are filled in
/// @param filled    fields a year: of each form its fields times its submissions
/// @param repeated  of these, fields that another form asks as well
/// @param avoidable of these, what would not be if each were asked with one form only, the most frequent
/// @param repeats   the heaviest first
record Burden(
        String respondent,
        int forms,
        int uncounted,
        int fields,
        long submissions,
        long filled,
        long repeated,
        long avoidable,
        List<RepeatedAsking> repeats) {

    Burden {
        repeats = List.copyOf(repeats);
    }

    /// One unit that several forms ask.
    ///
    /// @param avoidablePerYear what would not be if only the form that is filled in most often asked it
    record RepeatedAsking(String unitKey, List<Asking> askings, long submissionsPerYear, long avoidablePerYear) {

        RepeatedAsking {
            askings = List.copyOf(askings);
        }

        static RepeatedAsking of(String unitKey, List<Asking> askings) {
            var submissions = askings.stream().mapToLong(Asking::submissions).sum();
            var most = askings.stream().mapToLong(Asking::submissions).max().orElse(0);
            return new RepeatedAsking(unitKey, askings, submissions, submissions - most);
        }
    }

    /// A form that asks it.
    record Asking(Form form, DataField field) {

        long submissions() {
            return form.submissionsPerYear() == null ? 0 : form.submissionsPerYear();
        }
    }
}
