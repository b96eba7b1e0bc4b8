/// Seams to the outside: errors, scalars, cursors, limits, what a window of a list is.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
