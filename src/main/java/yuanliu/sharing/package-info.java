/// Who lets whom use what, and on what footing.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "cypher", "web"})
package yuanliu.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
