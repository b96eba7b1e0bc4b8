/// Which days are worked in China, and when a term of working days ends.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.workdays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
