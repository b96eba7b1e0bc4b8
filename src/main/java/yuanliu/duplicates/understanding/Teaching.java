package yuanliu.duplicates.understanding;

import java.util.Map;
import java.util.Set;

/// What people have decided about earlier proposals: by a name, the keys of the elements it was said to mean, and not
/// to mean.
public record Teaching(Map<String, Set<String>> confirmed, Map<String, Set<String>> rejected) {

    public static final Teaching NONE = new Teaching(Map.of(), Map.of());

    boolean confirms(String name, String element) {
        return confirmed.getOrDefault(name, Set.of()).contains(element);
    }

    boolean rejects(String name, String element) {
        return rejected.getOrDefault(name, Set.of()).contains(element);
    }
}
