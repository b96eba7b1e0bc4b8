/// The Neo4j that the tests use, and the tests of the one we start ourselves.
@NullMarked
package yuanliu.neo4j;

import org.jspecify.annotations.NullMarked;
