package yuanliu.catalog;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class CatalogFinder implements EntityFinder {

    private final Catalog catalog;

    CatalogFinder(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Set<String> labels() {
        return Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Entity> find(String label, String key) {
        return Kind.labelled(label).flatMap(kind -> catalog.find(kind, key));
    }
}
