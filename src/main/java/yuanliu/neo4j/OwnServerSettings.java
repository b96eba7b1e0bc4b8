package yuanliu.neo4j;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be said of the server that we start ourselves.
///
/// @param boltPort      where drivers connect, on 127.0.0.1
/// @param httpPort      where Neo4j Browser is served, on 127.0.0.1
/// @param heap          most heap of the server, as the JVM reads it
/// @param pageCache     its page cache, as Neo4j reads it
/// @param classpathFile the list of the server's jars, written by the build
/// @param javaHome      the JDK that runs it; the one that runs us when not given
@ConfigurationProperties("yuanliu.neo4j")
public record OwnServerSettings(
        @DefaultValue("7687") int boltPort,
        @DefaultValue("7474") int httpPort,
        @DefaultValue("1g") String heap,
        @DefaultValue("512m") String pageCache,
        @DefaultValue("target/neo4j.classpath") Path classpathFile,
        @Nullable Path javaHome) {}
