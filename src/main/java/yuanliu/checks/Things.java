package yuanliu.checks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.Entities;
import yuanliu.catalog.Kind;
import yuanliu.ownership.Ledger;
import yuanliu.sharing.Sharing;
import yuanliu.web.Codes;

/// What checks are about and point to, whatever it is.
@Component
@Transactional(readOnly = true)
class Things {

    private final Catalog catalog;
    private final Ledger ledger;
    private final Sharing sharing;
    private final Entities entities;

    Things(Catalog catalog, Ledger ledger, Sharing sharing, Entities entities) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.sharing = sharing;
        this.entities = entities;
    }

    /// Names a node of the graph.
    record Place(String label, String key) {

        static @Nullable Place of(@Nullable String label, @Nullable String key) {
            return label == null || key == null ? null : new Place(label, key);
        }
    }

    /// What is not there any more is left out.
    Map<Place, Object> find(Collection<Place> places) {
        var found = new HashMap<Place, Object>();
        places.stream()
                .collect(groupingBy(Place::label, mapping(Place::key, toSet())))
                .forEach((label, keys) ->
                        find(label, keys).forEach((key, thing) -> found.put(new Place(label, key), thing)));
        return found;
    }

    private Map<String, ?> find(String label, Set<String> keys) {
        return switch (label) {
            case "SourceUnit" -> ledger.byKey(keys);
            case "SharingAgreement" -> sharing.byKey(keys);
            default -> {
                var kind = Kind.labelled(label);
                yield kind.isPresent() ? catalog.find(kind.get(), keys) : others(label, keys);
            }
        };
    }

    /// Things of capabilities that are not known here: few, and asked for one by one.
    private Map<String, Object> others(String label, Set<String> keys) {
        var found = new HashMap<String, Object>();
        keys.forEach(key -> Optional.of(Codes.globalId(label, key))
                .flatMap(entities::find)
                .ifPresent(thing -> found.put(key, thing)));
        return found;
    }
}
