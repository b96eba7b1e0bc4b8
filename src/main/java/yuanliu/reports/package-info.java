/// What people file and lead by: lists with their evidence, how far the ledger has come, a department at a glance.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"catalog", "lineage", "sharing", "ownership", "standards", "checks", "cypher", "web"})
package yuanliu.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
