package yuanliu.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.idl.RuntimeWiring;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource;

class SchemaMappingsTests {

    @Test
    void aFieldThatNobodyAnswersStopsTheStart() {
        var source = GraphQlSource.schemaResourceBuilder()
                .schemaResources(
                        new ByteArrayResource("type Query { forgotten: String }".getBytes(StandardCharsets.UTF_8)))
                .configureRuntimeWiring((RuntimeWiring.Builder wiring) -> {})
                .inspectSchemaMappings(SchemaMappings::refuse);

        assertThatThrownBy(source::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Query.forgotten");
    }
}
