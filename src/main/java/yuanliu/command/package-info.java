/// What the commands of the command line have in common: how they talk, and to which Yuanliu.
@NullMarked
@ApplicationModule(allowedDependencies = {"neo4j"})
package yuanliu.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
