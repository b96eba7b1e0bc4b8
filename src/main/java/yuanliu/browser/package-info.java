/// What architects are given who ask in Cypher: a guide and a style for Neo4j Browser, saved queries, and a way in that
/// changes nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package yuanliu.browser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
