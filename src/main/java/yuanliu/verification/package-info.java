/// Against whom a unit's source is held, what came of it, and what users doubt (多源校核、异议).
@NullMarked
@ApplicationModule(
        allowedDependencies = {"catalog", "lineage", "ownership", "impact", "checks", "workdays", "cypher", "web"})
package yuanliu.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
