/// Cypher statements kept in files and handed out by name.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.cypher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
