package yuanliu.duplicates;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.duplicates.understanding.Element;
import yuanliu.duplicates.understanding.Embeddings;
import yuanliu.duplicates.understanding.Nearness;
import yuanliu.duplicates.understanding.Teaching;
import yuanliu.duplicates.understanding.Understanding;
import yuanliu.duplicates.understanding.Vocabulary;
import yuanliu.ownership.Units;
import yuanliu.web.Codes;

/// How fields are understood today: by the elements and the decisions that are in the graph, and by the vocabulary,
/// which is read anew when its files are newer, so that operators extend it while the application runs.
@Component
class Understandings {

    private static final Logger log = LoggerFactory.getLogger(Understandings.class);

    /// An element that somebody changed in Neo4j Browser counts after this time at the latest.
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private static final double MOSTLY = 0.9;

    private final Neo4jClient graph;
    private final Represented.Statements represented;
    private final Units units;
    private final Path own;
    private final Statement elements;
    private final Statement mark;
    private final Statement decisions;
    private final Statement decisionsMark;
    private final Statement filedRoles;
    private final Statement unfiledNames;
    private final Optional<Embeddings> embeddings;
    private final double least;
    private final int mostNames;
    private final FiledNames filedNames;

    private final Recent<Grounds> recent = new Recent<>(
            "understanding",
            this::mark,
            this::groundsAnew,
            new Recent.Patience(OLDEST, Duration.ofSeconds(5), Duration.ofSeconds(20)),
            "正在读取已登记的名称与数据元,约需一两分钟,请稍后再试");

    Understandings(
            Neo4jClient graph,
            CypherLibrary cypher,
            Units units,
            @Value("${yuanliu.vocabulary.folder:#{null}}") @Nullable Path folder,
            @Value("${yuanliu.data:data}") Path data,
            Optional<Embeddings> embeddings,
            @Value("${yuanliu.embeddings.least:0.85}") double least,
            @Value("${yuanliu.detection.most-names:100000}") int mostNames) {
        this.mostNames = mostNames;
        this.embeddings = embeddings;
        this.least = least;
        this.unfiledNames = cypher.get("duplicates/unfiled-names");
        this.graph = graph;
        this.represented = Represented.Statements.of(cypher);
        this.units = units;
        this.own = folder == null ? data.resolve("vocabulary") : folder;
        this.elements = cypher.get("duplicates/elements");
        this.mark = cypher.get("duplicates/elements-mark");
        this.filedNames = new FiledNames(graph, cypher);
        this.filedRoles = cypher.get("duplicates/filed-roles");
        this.decisionsMark = cypher.get("duplicates/decisions-mark");
        this.decisions = cypher.get("duplicates/name-decisions");
    }

    /// An understanding, and what of the graph and the vocabulary it rests on.
    ///
    /// @param counted   by a name, under which elements fields of it are filed, and how many
    /// @param decisions what people have decided, one by one
    record Grounds(
            Map<String, Map<String, Long>> counted,
            Map<String, String> roles,
            List<String> decisions,
            String vocabulary,
            Understanding understanding) {}

    /// As the graph and the vocabulary are now. Where there are tens of millions of names this takes more than a
    /// minute.
    Grounds grounds() {
        return recent.anew();
    }

    /// What of them is read first, for who needs it for more than this.
    record Begun(Recent.Begun begun, Represented represented) {}

    Begun begin() {
        var begun = recent.begin();
        return new Begun(begun, represented.read(graph));
    }

    Grounds grounds(Begun begun) {
        return recent.end(begun.begun(), () -> groundsAnew(begun.represented()));
    }

    private Grounds groundsAnew() {
        return groundsAnew(represented.read(graph));
    }

    private Grounds groundsAnew(Represented represented) {
        var known = elements();
        var counted = filedNames.all(represented, mostNames);
        if (counted.size() >= mostNames) {
            log.info("登记了数据元的名称不少于 {} 个，只学习登记次数最多的这些（yuanliu.detection.most-names）", mostNames);
        }
        var vocabulary = Vocabulary.read(own);
        var roles = roles();
        return new Grounds(
                counted,
                roles,
                decisions(),
                vocabulary.version(),
                new Understanding(known, vocabulary, roles, eachMostly(counted), teaching(), nearness(known)));
    }

    /// The same grounds, when they still hold though fields of some names were filed since and no element was; else
    /// none. None either where a model of the operator's is asked, for what it says of new names is not known yet.
    ///
    /// @param nameKeys the names of those fields, as they are compared
    Optional<Grounds> still(Grounds before, Collection<String> nameKeys) {
        if (embeddings.isPresent()) {
            return Optional.empty();
        }
        var counted = before.counted();
        var keys = Set.copyOf(nameKeys);
        var now = filedNames.of(keys);
        var names = new HashSet<>(now.keySet());
        counted.keySet().stream().filter(keys::contains).forEach(names::add);
        if (counted.size() >= mostNames) {
            names.retainAll(counted.keySet());
        }
        for (var name : names) {
            var under = now.get(name);
            if (!Objects.equals(mostly(under), mostly(counted.get(name)))) {
                return Optional.empty();
            }
        }
        var vocabulary = Vocabulary.read(own);
        if (!before.vocabulary().equals(vocabulary.version())
                || !before.roles().equals(roles())
                || !before.decisions().equals(decisions())) {
            return Optional.empty();
        }
        for (var name : names) {
            var under = now.get(name);
            if (under == null) {
                counted.remove(name);
            } else {
                counted.put(name, under);
            }
        }
        return Optional.of(before);
    }

    private List<Element> elements() {
        return graph
                .query(elements.text())
                .fetchAs(Element.class)
                .mappedBy((types, row) -> Element.from(row.get("element")))
                .all()
                .stream()
                .sorted(Comparator.comparing(Element::key, Codes.ORDER))
                .toList();
    }

    private static Map<String, String> eachMostly(Map<String, Map<String, Long>> counted) {
        var mostly = new HashMap<String, String>();
        counted.forEach((name, under) -> {
            var element = mostly(under);
            if (element != null) {
                mostly.put(name, element);
            }
        });
        return mostly;
    }

    /// The element under which fields of one name were filed, and hardly ever under another.
    private static @Nullable String mostly(@Nullable Map<String, Long> under) {
        if (under == null) {
            return null;
        }
        var all = under.values().stream().mapToLong(Long::longValue).sum();
        return under.entrySet().stream()
                .filter(one -> one.getValue() >= MOSTLY * all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Nearness nearness(List<Element> known) {
        return embeddings
                .map(model -> new Nearness(
                        model,
                        least,
                        known,
                        graph.query(unfiledNames.text()).fetchAs(String.class).all()))
                .orElse(null);
    }

    /// As they were within the last moments, for questions that are to be answered at once. Where reading them takes
    /// long, as they were read last: they are read anew behind the answer.
    ///
    /// @throws yuanliu.web.NotYet when they are being read for the first time and that takes long
    Understanding recent() {
        return recent.get().understanding();
    }

    @PreDestroy
    void stop() {
        recent.close();
    }

    private String mark() {
        return graph.query(mark.text()).fetchAs(String.class).one().orElse("") + "|" + Vocabulary.changed(own);
    }

    /// The listed parts, and those that somebody filed.
    private Map<String, String> roles() {
        var roles = new HashMap<>(units.roles());
        graph.query(filedRoles.text()).fetchAs(String.class).all().forEach(role -> roles.putIfAbsent(role, role));
        return roles;
    }

    private List<String> decisions() {
        return Stream.concat(
                        graph.query(decisions.text()).fetch().all().stream()
                                .map(row -> "%s|%s|%s"
                                        .formatted(row.get("name"), row.get("element"), row.get("confirmed"))),
                        graph.query(decisionsMark.text()).fetchAs(String.class).all().stream())
                .sorted(Codes.ORDER)
                .toList();
    }

    /// Where people said yes of one field and no of another of the same name, the name alone says nothing.
    private Teaching teaching() {
        var confirmed = new HashMap<String, Set<String>>();
        var rejected = new HashMap<String, Set<String>>();
        for (var row : graph.query(decisions.text()).fetch().all()) {
            var by = Boolean.TRUE.equals(row.get("confirmed")) ? confirmed : rejected;
            by.computeIfAbsent((String) row.get("name"), name -> new HashSet<>())
                    .add((String) row.get("element"));
        }
        confirmed.forEach((name, elements) -> {
            var both = new HashSet<>(rejected.getOrDefault(name, Set.of()));
            both.retainAll(elements);
            elements.removeAll(both);
            rejected.getOrDefault(name, new HashSet<>()).removeAll(both);
        });
        return new Teaching(Map.copyOf(confirmed), Map.copyOf(rejected));
    }
}
