/// What is made from what.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "memory", "cypher", "web"})
package yuanliu.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
