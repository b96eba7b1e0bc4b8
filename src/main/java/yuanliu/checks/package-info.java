/// What the ledger and the regulation want, and where the graph does not keep to it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "standards",
            "lineage",
            "sharing",
            "ownership",
            "workdays",
            "turns",
            "cypher",
            "web"
        })
package yuanliu.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
