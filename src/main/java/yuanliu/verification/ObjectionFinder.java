package yuanliu.verification;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import yuanliu.catalog.Entity;
import yuanliu.catalog.EntityFinder;

/// Lets `entity(id:)` find objections, and so the checks that are about them.
@Component
class ObjectionFinder implements EntityFinder {

    private final Objections objections;

    ObjectionFinder(Objections objections) {
        this.objections = objections;
    }

    @Override
    public Set<String> labels() {
        return Set.of(Objection.class.getSimpleName());
    }

    @Override
    public Optional<Entity> find(String label, String key) {
        return objections.find(key).map(Entity.class::cast);
    }
}
