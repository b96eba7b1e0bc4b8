/// Tells another program what happened here, when the operator has said which one.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
