package yuanliu.memory;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import yuanliu.web.Today;

@Controller
class MemoryController {

    private final Memory memory;

    MemoryController(Memory memory) {
        this.memory = memory;
    }

    @QueryMapping
    LineageMemory lineageMemory() {
        var standing = memory.standing();
        return new LineageMemory(
                standing.state(),
                standing.why(),
                Math.toIntExact(standing.change()),
                standing.day(),
                standing.readAt() == null
                        ? null
                        : standing.readAt().atZone(Today.ZONE).toOffsetDateTime(),
                Math.toIntExact(standing.fields()),
                Math.toIntExact(standing.bytes() >> 20));
    }

    record LineageMemory(
            Memory.State state,
            @Nullable String why,
            int change,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime readAt,
            int fields,
            int megabytes) {}
}
