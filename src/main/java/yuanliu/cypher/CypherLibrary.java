package yuanliu.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The statements under `cypher/`, by name. Those who ask do so in their constructor, so that a missing file stops the
/// start and not a user. A line `// include parts/<name>` of a statement stands for what is in that file: several
/// statements that tell the same of the same things have it in common.
@Component
public class CypherLibrary {

    private static final String ROOT = "/cypher/";
    private static final String ENDING = ".cypher";
    private static final Pattern INCLUDE = Pattern.compile("(?m)^// include (parts/[\\w-]+)$\\R?");
    private static final Pattern COMMENT = Pattern.compile("(?m)^//.*$\\R?");

    private final Map<String, Statement> statements = new TreeMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final boolean oneServer;

    /// @param uri where the graph is; empty for a server of our own
    public CypherLibrary(@Value("${spring.neo4j.uri:}") String uri) {
        this.oneServer = !uri.startsWith("neo4j");
        var texts = texts();
        texts.forEach((name, text) -> {
            if (!name.startsWith("migrations/") && !name.startsWith("browser/") && !name.startsWith("parts/")) {
                statements.put(name, new Statement(name, withParts(text, texts)));
            }
        });
    }

    private static Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:cypher/**/*.cypher")) {
                var path = file.getURL().toString();
                texts.put(
                        path.substring(path.lastIndexOf(ROOT) + ROOT.length(), path.length() - ENDING.length()),
                        file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder cypher/ cannot be read", failure);
        }
        return texts;
    }

    private static String withParts(String text, Map<String, String> texts) {
        return INCLUDE.matcher(text).replaceAll(include -> {
            var part = texts.get(include.group(1));
            if (part == null) {
                throw new IllegalArgumentException("No cypher/%s.cypher".formatted(include.group(1)));
            }
            return Matcher.quoteReplacement(COMMENT.matcher(part).replaceAll(""));
        });
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

    /// A question that is asked once for those who ask at the same moment. Of a cluster everybody asks by themselves:
    /// who has written must be answered by a server that knows it, which the statement of another need not be.
    ///
    /// @param question asks the graph; may be called by several at once
    public <K, V> Together<K, V> together(Function<Collection<K>, Map<K, V>> question) {
        return new Together<>(question, oneServer);
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
