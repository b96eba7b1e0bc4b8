/// Which unit a field is of, told from its name and all that stands beside it.
@NullMarked
package yuanliu.duplicates.understanding;

import org.jspecify.annotations.NullMarked;
