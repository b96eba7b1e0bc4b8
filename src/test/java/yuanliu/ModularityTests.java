package yuanliu;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void everyModuleUsesOnlyThoseItNames() {
        ApplicationModules.of(Yuanliu.class).verify();
    }
}
