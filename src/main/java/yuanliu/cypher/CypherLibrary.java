package yuanliu.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The statements under `cypher/`, by name. Those who ask do so in their constructor, so that a missing file stops the
/// start and not a user.
@Component
public class CypherLibrary {

    private static final String ROOT = "/cypher/";
    private static final String ENDING = ".cypher";

    private final Map<String, Statement> statements = new TreeMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    public CypherLibrary() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:cypher/**/*.cypher")) {
                var path = file.getURL().toString();
                var name = path.substring(path.lastIndexOf(ROOT) + ROOT.length(), path.length() - ENDING.length());
                if (!name.startsWith("migrations/") && !name.startsWith("browser/")) {
                    statements.put(name, new Statement(name, file.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder cypher/ cannot be read", failure);
        }
    }

    /// The statement kept in `cypher/<name>.cypher`.
    public Statement get(String name) {
        var statement = statements.get(name);
        if (statement == null) {
            throw new IllegalArgumentException("No cypher/%s.cypher among %s".formatted(name, statements.keySet()));
        }
        asked.add(name);
        return statement;
    }

    /// Every statement of the library, for the tests that hold the folder to its rules.
    public Map<String, Statement> all() {
        return Map.copyOf(statements);
    }

    /// The names that somebody has asked for since the start.
    public Set<String> asked() {
        return Set.copyOf(asked);
    }
}
