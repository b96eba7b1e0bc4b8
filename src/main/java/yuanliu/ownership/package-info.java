/// Who is the one source of a datum (一数一源).
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "lineage", "sharing", "memory", "cypher", "web"})
package yuanliu.ownership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
