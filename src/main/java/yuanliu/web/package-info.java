/// Seams to the outside: errors, scalars, cursors, windows of lists, tables to take home, what day it is.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
