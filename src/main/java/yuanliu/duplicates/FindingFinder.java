package yuanliu.duplicates;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Entity;
import yuanliu.catalog.EntityFinder;

/// Lets `entity(id:)` find findings.
@Component
class FindingFinder implements EntityFinder {

    private final Findings findings;

    FindingFinder(Findings findings) {
        this.findings = findings;
    }

    @Override
    public Set<String> labels() {
        return Set.of(DuplicateFinding.class.getSimpleName());
    }

    @Override
    public Optional<Entity> find(String label, String key) {
        return findings.find(key).map(Entity.class::cast);
    }
}
