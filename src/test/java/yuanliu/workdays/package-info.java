/// How working days are counted.
@NullMarked
package yuanliu.workdays;

import org.jspecify.annotations.NullMarked;
