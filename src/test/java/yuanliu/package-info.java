/// Tests of the whole.
@NullMarked
package yuanliu;

import org.jspecify.annotations.NullMarked;
