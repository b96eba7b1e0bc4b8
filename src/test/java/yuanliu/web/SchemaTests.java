package yuanliu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import graphql.schema.GraphQLDirectiveContainer;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import yuanliu.AgainstNeo4j;

class SchemaTests extends AgainstNeo4j {

    /// A sentence in English, a dot, a sentence in Chinese.
    private static final Pattern BILINGUAL = Pattern.compile(".+ · .*\\p{IsHan}.*。", Pattern.DOTALL);

    private static final Path SNAPSHOT = Path.of("src/test/resources/schema.graphqls");

    @Autowired
    private GraphQlSource source;

    @Override
    protected void fill() {}

    @Test
    void everythingInTheSchemaIsDescribedInBothLanguages() {
        var undescribed = new ArrayList<String>();

        for (var type : ours(source.schema())) {
            note(undescribed, type.getName(), type);
            switch (type) {
                case GraphQLFieldsContainer fields -> {
                    for (var field : fields.getFieldDefinitions()) {
                        note(undescribed, type.getName() + "." + field.getName(), field);
                        noteArguments(undescribed, type, field);
                    }
                }
                case GraphQLInputObjectType input ->
                    input.getFieldDefinitions()
                            .forEach(field -> note(undescribed, type.getName() + "." + field.getName(), field));
                case GraphQLEnumType words ->
                    words.getValues().forEach(word -> note(undescribed, type.getName() + "." + word.getName(), word));
                default -> {}
            }
        }

        assertThat(undescribed).isEmpty();
    }

    @Test
    void theSchemaIsTheOneThatWasAgreedOn() throws IOException {
        var options = SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinitions(false)
                .includeSchemaDefinition(false);
        var printed = new SchemaPrinter(options).print(source.schema()).strip() + "\n";

        if (Files.notExists(SNAPSHOT)) {
            Files.writeString(SNAPSHOT, printed);
            fail("%s was missing and has been written: read it, then run again", SNAPSHOT);
        }

        assertThat(printed).isEqualTo(Files.readString(SNAPSHOT));
    }

    private static List<GraphQLNamedType> ours(GraphQLSchema schema) {
        return schema.getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__"))
                .filter(type ->
                        !List.of("String", "Int", "Float", "Boolean", "ID").contains(type.getName()))
                .toList();
    }

    private static void noteArguments(List<String> undescribed, GraphQLNamedType type, GraphQLFieldDefinition field) {
        field.getArguments()
                .forEach(argument -> note(
                        undescribed,
                        "%s.%s(%s)".formatted(type.getName(), field.getName(), argument.getName()),
                        argument));
    }

    private static void note(List<String> undescribed, String name, GraphQLNamedSchemaElement element) {
        var deprecated =
                element instanceof GraphQLDirectiveContainer container && container.hasAppliedDirective("deprecated");
        var description = element.getDescription();
        if (!deprecated
                && (description == null || !BILINGUAL.matcher(description).matches())) {
            undescribed.add(name);
        }
    }
}
