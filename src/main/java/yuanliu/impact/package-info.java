/// What and whom a change touches.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "lineage",
            "sharing",
            "ownership",
            "workdays",
            "webhook",
            "memory",
            "cypher",
            "web"
        })
package yuanliu.impact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
