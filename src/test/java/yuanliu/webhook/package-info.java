/// How another program is told, and which is not.
@NullMarked
package yuanliu.webhook;

import org.jspecify.annotations.NullMarked;
