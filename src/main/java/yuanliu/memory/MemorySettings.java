package yuanliu.memory;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param enabled     whether the lineage is held in memory at all
/// @param leastFields below how many fields that does not pay
/// @param most        how much of the heap it may take; two fifths of it when not said
/// @param pause       how long between two looks at what has changed in the graph
/// @param trust       how long it may still be asked after another application, or somebody, wrote into the graph,
/// while such writing goes on; one application alone does not wait
@ConfigurationProperties("yuanliu.memory")
record MemorySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100000") long leastFields,
        @Nullable DataSize most,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("10m") Duration trust) {

    long mostBytes() {
        return most == null ? Runtime.getRuntime().maxMemory() / 5 * 2 : most.toBytes();
    }
}
