/// How long the questions take: medians that can be printed again, not a gate.
@NullMarked
package yuanliu.bench;

import org.jspecify.annotations.NullMarked;
