package yuanliu.ownership;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Entity;
import yuanliu.catalog.EntityFinder;

/// Lets `entity(id:)` find source units.
@Component
class SourceUnitFinder implements EntityFinder {

    private final Ledger ledger;

    SourceUnitFinder(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<String> labels() {
        return Set.of(SourceUnit.class.getSimpleName());
    }

    @Override
    public Optional<Entity> find(String label, String key) {
        return ledger.find(key).map(Entity.class::cast);
    }
}
