/// What architects are given who ask in Cypher.
@NullMarked
package yuanliu.browser;

import org.jspecify.annotations.NullMarked;
