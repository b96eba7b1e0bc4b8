package yuanliu.bench;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Writes a generated catalogue package to `target/generated/<tier>-<seed>`: `-Dyuanliu.bench.tier=county|city|province|nation`,
/// `-Dyuanliu.bench.seed=1`.
class GeneratedPackageBench {

    @Test
    void aPackageOfItsTier() throws Exception {
        var tier = System.getProperty("yuanliu.bench.tier", "county");
        var seed = System.getProperty("yuanliu.bench.seed", "1");
        var began = System.nanoTime();
        GeneratedPackage.main(new String[] {tier, seed, folder(tier, seed).toString()});
        System.out.printf("in %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    static Path folder(String tier, String seed) {
        return Path.of("target", "generated", tier + "-" + seed);
    }
}
