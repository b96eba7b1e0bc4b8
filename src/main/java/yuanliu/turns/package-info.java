/// What only one may do at a time, however many applications there are.
@NullMarked
@ApplicationModule(allowedDependencies = {"cypher", "web"})
package yuanliu.turns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
