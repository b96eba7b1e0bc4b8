/// Taking in catalogue packages, and saying what became of each row.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "lineage",
            "sharing",
            "ownership",
            "memory",
            "cypher",
            "web",
            "command",
            "neo4j"
        })
package yuanliu.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
