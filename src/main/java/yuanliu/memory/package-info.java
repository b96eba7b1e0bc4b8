/// The lineage of today in memory, with what is added up along it: a view of the graph, which stays the truth.
@NullMarked
@ApplicationModule(allowedDependencies = {"cypher", "neo4j", "web"})
package yuanliu.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
