package yuanliu.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Files the demonstration city into a graph in which nothing is yet, so that a newcomer has something to ask.
@Component
@ConditionalOnProperty(name = "yuanliu.demo", havingValue = "true", matchIfMissing = true)
class DemonstrationCity {

    private static final Logger log = LoggerFactory.getLogger(DemonstrationCity.class);

    private final Filings filings;
    private final FilingGraph graph;

    DemonstrationCity(Filings filings, FilingGraph graph) {
        this.filings = filings;
        this.graph = graph;
    }

    @Order(0)
    @EventListener(ApplicationReadyEvent.class)
    void fileIntoAnEmptyGraph() throws IOException {
        if (graph.read("anything-filed", Map.of()).getFirst().get("filed").asBoolean()) {
            return;
        }
        var sheets = new PathMatchingResourcePatternResolver().getResources("classpath*:demo-city/*.csv");
        if (sheets.length == 0) {
            throw new IllegalStateException("No demo-city/*.csv on the class path");
        }
        var folder = filings.newFolder();
        var city = Files.createDirectory(folder.resolve("demo-city"));
        for (var sheet : sheets) {
            var name = sheet.getFilename();
            if (name != null) {
                try (var content = sheet.getInputStream()) {
                    Files.copy(content, city.resolve(name));
                }
            }
        }
        var entered = filings.enter(folder, city, false);
        log.info("图谱为空,演示城市“示例市”正在入库({});不需要时设 yuanliu.demo=false", entered.code());
    }
}
