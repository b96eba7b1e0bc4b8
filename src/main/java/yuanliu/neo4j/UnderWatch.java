package yuanliu.neo4j;

import java.io.IOException;

/// The main class of the child process: Neo4j's own, ended in order as soon as the parent is gone, however it went.
/// The parent holds the other end of standard input; that it closes is the one thing a `kill -9` cannot prevent.
///
/// It runs on the server's class path, so it uses nothing but the JDK.
public final class UnderWatch {

    private UnderWatch() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        var watch = new Thread(UnderWatch::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName("org.neo4j.server.Neo4jCommunity")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
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
