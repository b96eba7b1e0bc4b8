package yuanliu.reports;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;

/// Which departments a filter means.
@Component
class MeantDepartments {

    private final Asking asking;
    private final Statement departments;

    MeantDepartments(Asking asking, CypherLibrary cypher) {
        this.asking = asking;
        this.departments = cypher.get("reports/departments");
    }

    /// Their keys; null when every department is meant.
    @Nullable
    Set<String> departments(ListFilter filter) {
        return filter.department() == null && filter.region() == null && filter.level() == null
                ? null
                : new HashSet<>(asking.rows(
                        departments, filter.parameters(), row -> row.get("key").asString()));
    }
}
