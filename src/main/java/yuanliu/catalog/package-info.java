/// What data there is: regions, departments, systems, resources, fields, elements, forms.
@NullMarked
@ApplicationModule(allowedDependencies = {"cypher", "web"})
package yuanliu.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
