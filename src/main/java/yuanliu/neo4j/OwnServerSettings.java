package yuanliu.neo4j;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be said of the server that we start ourselves.
///
/// @param boltPort      where drivers connect, on 127.0.0.1
/// @param httpPort      where Neo4j Browser is served, on 127.0.0.1
/// @param heap          most heap of the server, as the JVM reads it; an eighth of the machine's memory when not given,
/// from 1 to 8 GiB
/// @param pageCache     its page cache, as Neo4j reads it; a sixth of the machine's memory when not given, 512 MiB at
/// least
/// @param classpathFile the list of the server's jars, written by the build
/// @param javaHome      the JDK that runs it; the one that runs us when not given
@ConfigurationProperties("yuanliu.neo4j")
public record OwnServerSettings(
        @DefaultValue("7687") int boltPort,
        @DefaultValue("7474") int httpPort,
        @Nullable String heap,
        @Nullable String pageCache,
        @DefaultValue("target/neo4j.classpath") Path classpathFile,
        @Nullable Path javaHome) {

    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable: *(\\d+) kB");
    private static final long LEAST_HEAP = 1_024;
    private static final long MOST_HEAP = 8_192;
    private static final long LEAST_PAGE_CACHE = 512;

    String heapOrShare() {
        return heap != null ? heap : Math.clamp(machine() / 8, LEAST_HEAP, MOST_HEAP) + "m";
    }

    String pageCacheOrShare() {
        return pageCache != null ? pageCache : Math.max(machine() / 6, LEAST_PAGE_CACHE) + "m";
    }

    /// The machine's memory, or the container's, in MiB.
    static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }

    /// How much of it is not wanted by anybody, in MiB; empty where the system does not say.
    static OptionalLong available() throws IOException {
        var memory = Path.of("/proc/meminfo");
        if (!Files.isReadable(memory)) {
            return OptionalLong.empty();
        }
        try (var lines = Files.lines(memory)) {
            return lines.map(AVAILABLE::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(available -> Long.parseLong(available.group(1)) >> 10)
                    .findFirst();
        }
    }
}
