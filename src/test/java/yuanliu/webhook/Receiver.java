package yuanliu.webhook;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.test.context.DynamicPropertyRegistry;

/// Whoever is told by the webhook in a test: keeps the bodies, and answers as it is bidden.
public final class Receiver implements AutoCloseable {

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status;

    public Receiver(int status) {
        this.status = status;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/hook", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(this.status, -1);
            exchange.close();
        });
        server.start();
    }

    /// Makes the application tell this one, and try again at once.
    public void isTold(DynamicPropertyRegistry properties, int attempts) {
        properties.add(
                "yuanliu.webhook.url",
                () -> "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        properties.add("yuanliu.webhook.secret", () -> "secret");
        properties.add("yuanliu.webhook.allow-private", () -> "true");
        properties.add("yuanliu.webhook.first-wait", () -> "0s");
        properties.add("yuanliu.webhook.attempts", () -> attempts);
    }

    /// What it was told, in order, taken or not.
    public List<String> bodies() {
        return bodies;
    }

    public void answer(int status) {
        this.status = status;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
