/// What is collected twice, why it is held to be so, and what became of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "lineage",
            "sharing",
            "ownership",
            "memory",
            "turns",
            "cypher",
            "web",
            "webhook",
            "command"
        })
package yuanliu.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
