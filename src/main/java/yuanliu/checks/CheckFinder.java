package yuanliu.checks;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Entity;
import yuanliu.catalog.EntityFinder;

/// Lets `entity(id:)` find checks.
@Component
class CheckFinder implements EntityFinder {

    private final Checks checks;

    CheckFinder(Checks checks) {
        this.checks = checks;
    }

    @Override
    public Set<String> labels() {
        return Set.of(SourceCheck.class.getSimpleName(), ComplianceCheck.class.getSimpleName());
    }

    @Override
    public Optional<Entity> find(String label, String key) {
        return checks.find(key)
                .filter(check -> check.getClass().getSimpleName().equals(label))
                .map(Entity.class::cast);
    }
}
