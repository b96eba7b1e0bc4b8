package yuanliu.filing.reading;

import java.util.HashSet;
import java.util.Set;
import yuanliu.web.Codes;

/// Which resources of the package are state secrets: of their rows, and of rows that name them, nothing is told.
final class Secrets {

    private final Set<String> resources = new HashSet<>();

    /// Whether nothing of the row may be told. Resources are read before what names them.
    boolean hide(Sheet sheet, FiledRow row) {
        if (sheet == Sheet.RESOURCES) {
            if (isSecret(row.compared("secret"))) {
                resources.add(Codes.key(row.compared("code")));
                return true;
            }
            return false;
        }
        return !resources.isEmpty() && row.names(resources);
    }

    static boolean isSecret(String cell) {
        return Cells.secret(cell).said().orElse(false);
    }
}
