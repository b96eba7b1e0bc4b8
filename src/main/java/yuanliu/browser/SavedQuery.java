package yuanliu.browser;

import java.util.stream.Collectors;

/// A question that is ready to be run as it stands.
///
/// @param name  where it is kept, without folder and ending
/// @param title its first line
/// @param text  the whole, heading included
record SavedQuery(String name, String title, String text) {

    static SavedQuery of(String name, String text) {
        var title = text.lines().findFirst().orElseThrow().replaceFirst("^// ", "");
        return new SavedQuery(name, title, text);
    }

    /// What is run.
    String body() {
        return text.lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
    }
}
