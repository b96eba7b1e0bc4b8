/// A Neo4j server of our own when none is configured, and the graph's constraints and indexes.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package yuanliu.neo4j;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
