/// The rules by which fields and entries that are read from the graph become findings.
@NullMarked
package yuanliu.duplicates.detection;

import org.jspecify.annotations.NullMarked;
