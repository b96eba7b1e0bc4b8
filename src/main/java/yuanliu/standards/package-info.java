/// What the standards say a datum looks like, and which fields do not.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "cypher", "web"})
package yuanliu.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
