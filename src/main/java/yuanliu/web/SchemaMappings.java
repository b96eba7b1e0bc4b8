package yuanliu.web;

import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SchemaReport;

/// Schema and code are compared at the start: what the schema promises and nobody answers stops it.
@Configuration(proxyBeanMethods = false)
class SchemaMappings {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    GraphQlSourceBuilderCustomizer refuseWhatNobodyAnswers() {
        return source -> source.inspectSchemaMappings(SchemaMappings::refuse);
    }

    static void refuse(SchemaReport report) {
        if (!report.unmappedFields().isEmpty()
                || !report.unmappedRegistrations().isEmpty()
                || !report.unmappedArguments().isEmpty()) {
            throw new IllegalStateException(
                    "Schema and code disagree. Fields that nobody answers: %s. Answers that no field asks for: %s. Arguments that the schema does not have: %s."
                            .formatted(
                                    report.unmappedFields(),
                                    report.unmappedRegistrations(),
                                    report.unmappedArguments()));
        }
    }
}
