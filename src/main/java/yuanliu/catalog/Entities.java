package yuanliu.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import yuanliu.web.Codes;

/// Everything that has a global id, of whatever capability.
@Component
public class Entities {

    private final Map<String, EntityFinder> finders = new HashMap<>();

    public Entities(List<EntityFinder> all) {
        for (var finder : all) {
            for (var label : finder.labels()) {
                var other = finders.putIfAbsent(label, finder);
                if (other != null) {
                    throw new IllegalStateException("Two finders for %s: %s and %s".formatted(label, other, finder));
                }
            }
        }
    }

    /// What a global id names. Empty when it is none of ours or nothing has it.
    public Optional<Entity> find(String globalId) {
        return Codes.named(globalId)
                .flatMap(named -> Optional.ofNullable(finders.get(named.label()))
                        .flatMap(finder -> finder.find(named.label(), Codes.key(named.code()))));
    }
}
