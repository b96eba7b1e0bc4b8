package yuanliu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import yuanliu.AgainstNeo4j;
import yuanliu.memory.LookedAt;
import yuanliu.memory.Memory;

/// The questions of the figures of the nation, asked of a generated city over HTTP: what is answered is what follows
/// from the files of the package, whoever answers.
class NationInSmallTests extends AgainstNeo4j {

    private static final int SOME = 25;
    private static final int ALL_DEPARTMENTS = 500;

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Memory memory;

    private Endpoint http;
    private Questions questions;
    private Reference reference;

    @BeforeAll
    void write() throws IOException {
        new GeneratedPackage(Tier.named("city"), 1).write(folder);
        reference = new Reference(folder);
        http = new Endpoint(port);
        questions = new Questions(http::ask);
    }

    @Override
    protected void fill() {
        try {
            Endpoint.rows(http.file(folder, FiledTier.files(folder)));
            await("detectionRuns");
            await("checkRuns");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// A filing may end before the detection and the checks that follow it.
    private void await(String runs) throws IOException, InterruptedException {
        String state;
        do {
            Thread.sleep(100);
            state = http.ask("{ runs: %s(first: 1) { nodes { state } } }".formatted(runs), Map.of())
                    .path("runs")
                    .path("nodes")
                    .path(0)
                    .path("state")
                    .asString();
        } while (state.equals("RUNNING"));
        assertThat(state).as(runs).isEqualTo("FINISHED");
    }

    @AfterAll
    void close() {
        LookedAt.noMore(memory);
        http.close();
    }

    @ParameterizedTest
    @EnumSource
    void theLineageOfOrdinaryFieldsIsWhatTheFilesSay(Answering answering) throws Exception {
        let(answering);
        for (var field : someFields()) {
            for (var upstream : List.of(true, false)) {
                assertThat(questions.reached(field, upstream)).as(field).isEqualTo(reference.reached(field, upstream));
                assertThat(questions.nodes(field, upstream)).as(field).isEqualTo(reference.nodes(field, upstream));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHubsReachWhatTheFilesSayAndWhatWasToldOfThem(Answering answering) throws Exception {
        let(answering);
        var hubs = truth("FIELD_REACHED");

        assertThat(hubs).hasSize(2);
        for (var hub : hubs.entrySet()) {
            var reached = questions.reached(hub.getKey(), false);
            assertThat(reached).isEqualTo(reference.reached(hub.getKey(), false));
            assertThat(reached.count()).isEqualTo(hub.getValue());
            assertThat(questions.nodes(hub.getKey(), false)).isEqualTo(reference.nodes(hub.getKey(), false));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theImpactOfHubsIsWhatTheFilesSayByDepartment(Answering answering) throws Exception {
        let(answering);
        for (var hub : truth("FIELD_REACHED").keySet()) {
            assertThat(questions.impactOfField(hub, ALL_DEPARTMENTS)).as(hub).isEqualTo(reference.impactOfField(hub));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theImpactOfResourcesIsWhatTheFilesSayByDepartment(Answering answering) throws Exception {
        let(answering);
        var resources = reference.mostUsed();
        var some = new ArrayList<>(resources.subList(0, 5));
        some.addAll(resources.subList(resources.size() - 5, resources.size()));

        for (var resource : some) {
            assertThat(questions.impactOfResource(resource, ALL_DEPARTMENTS))
                    .as(resource)
                    .isEqualTo(reference.impactOfResource(resource));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theHoldersOfAUnitAreCountedByHowTheyCameByIt(Answering answering) throws Exception {
        let(answering);
        var told = truth("UNIT_HELD");

        assertThat(told).isNotEmpty();
        for (var unit : told.entrySet()) {
            var held = questions.held(unit.getKey().substring(0, unit.getKey().indexOf('/')), "");
            assertThat(held.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(unit.getValue());
        }
        for (var element : reference.mostHeld().subList(0, 10)) {
            assertThat(questions.held(element, "")).as(element).isEqualTo(reference.held(element));
        }
    }

    @Test
    void whatIsThereIsFound() throws Exception {
        for (var field : someFields().subList(0, 10)) {
            assertThat(questions.knowsField(field)).isTrue();
            assertThat(questions.knowsResource(field.substring(0, field.indexOf('#'))))
                    .isTrue();
        }
        assertThat(questions.found("公民身份号码")).isPositive();
    }

    @Test
    void whatWasPlantedIsFoundOrLetGoForAReasonAndNoTrapIsFallenInto() throws Exception {
        var outcome = new Planted(folder).heldAgainst(http::ask, Duration.ofHours(1));

        assertThat(outcome.planted()).isPositive();
        assertThat(outcome.found()).isGreaterThanOrEqualTo(outcome.planted() * 4 / 5);
        assertThat(outcome.named()).isGreaterThanOrEqualTo(outcome.parties() * 4 / 5);
        assertThat(outcome.unexplained()).isEmpty();
        assertThat(outcome.doubledFound()).isEqualTo(outcome.doubled()).isPositive();
        assertThat(outcome.traps()).isPositive();
        assertThat(outcome.fallen()).isZero();
    }

    private enum Answering {
        THE_GRAPH,
        THE_MEMORY
    }

    private void let(Answering answering) throws InterruptedException {
        if (answering == Answering.THE_MEMORY) {
            LookedAt.now(memory);
        } else {
            LookedAt.noMore(memory);
        }
    }

    private List<String> someFields() {
        var fields = new ArrayList<>(reference.fields());
        Collections.shuffle(fields, new Random(1));
        return fields.subList(0, SOME);
    }

    private static Map<String, Integer> truth(String kind) throws IOException {
        var truth = new LinkedHashMap<String, Integer>();
        try (var rows =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth").resolve("hubs.csv"))) {
            rows.stream()
                    .filter(row -> row.getField("kind").equals(kind))
                    .forEach(row -> truth.put(row.getField("code"), Integer.valueOf(row.getField("count"))));
        }
        return truth;
    }
}
