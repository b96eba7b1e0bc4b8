/// Cypher statements kept in files and handed out by name, and asked once for what many ask at the same moment.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.cypher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
