package yuanliu.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// Which day it is where the law is counted: in Asia/Shanghai.
@Component
public class Today {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock = Clock.system(ZONE);

    public LocalDate date() {
        return LocalDate.now(clock);
    }
}
