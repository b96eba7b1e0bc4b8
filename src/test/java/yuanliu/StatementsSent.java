package yuanliu;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Listens to what is sent to Neo4j: how many statements does one question cost?
public final class StatementsSent implements AutoCloseable {

    private final Logger cypher = (Logger) LoggerFactory.getLogger("org.springframework.data.neo4j.cypher");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Level before = cypher.getLevel();

    private StatementsSent() {
        cypher.setLevel(Level.DEBUG);
        heard.start();
        cypher.addAppender(heard);
    }

    /// The statements that are sent while something is done, in their order.
    public static List<String> during(Runnable something) {
        try (var listening = new StatementsSent()) {
            something.run();
            return listening.heard.list.stream()
                    .map(ILoggingEvent::getFormattedMessage)
                    .filter(message -> message.startsWith("Executing:"))
                    .toList();
        }
    }

    @Override
    public void close() {
        cypher.detachAppender(heard);
        cypher.setLevel(before);
    }
}
