package yuanliu.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The main class of the child process: Neo4j's own, ended in order as soon as the parent is gone, however it went.
/// The parent holds the other end of standard input; that it closes is the one thing a `kill -9` cannot prevent.
///
/// It runs on the server's class path, so it uses nothing but the JDK.
public final class UnderWatch {

    static final String PASSWORD = "password";
    static final String NEW_PASSWORD = "password.new";

    private UnderWatch() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        var watch = new Thread(UnderWatch::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        takeNewPassword(Path.of(System.getenv("NEO4J_HOME")), Path.of(System.getenv("NEO4J_CONF")));
        Class.forName("org.neo4j.server.Neo4jCommunity")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    /// Asked of the admin tool in this process: a JVM for it alone would cost a newcomer some seconds. A process that
    /// is killed on the way leaves the new password where the next start replaces it, or the kept one.
    private static void takeNewPassword(Path home, Path conf) throws ReflectiveOperationException, IOException {
        var made = home.resolve(NEW_PASSWORD);
        if (!Files.exists(made)) {
            return;
        }
        var context = Class.forName("org.neo4j.cli.ExecutionContext");
        var status = Class.forName("org.neo4j.cli.AdminTool")
                .getMethod("execute", context, String[].class)
                .invoke(null, context.getConstructor(Path.class, Path.class).newInstance(home, conf), new String[] {
                    "dbms", "set-initial-password", Files.readString(made)
                });
        if (!Integer.valueOf(0).equals(status)) {
            System.err.println("The initial password was not taken: exit status " + status);
            System.exit(1);
        }
        Files.move(made, home.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // the parent never writes
            }
        } catch (IOException closed) {
            System.err.println("The parent process is gone: " + closed.getMessage());
        }
        System.exit(0);
    }
}
