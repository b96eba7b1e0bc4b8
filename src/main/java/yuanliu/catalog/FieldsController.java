package yuanliu.catalog;

import graphql.schema.DataFetchingEnvironment;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// A batch mapping takes no arguments: so the windows of many parents are gathered by a loader whose key is parent and
/// window.
@Controller
class FieldsController {

    FieldsController(Fields fields, BatchLoaderRegistry loaders) {
        register(loaders, "resourceFields", fields::ofResources);
        register(loaders, "formFields", fields::ofForms);
    }

    @SchemaMapping(typeName = "DataResource", field = "fields")
    CompletableFuture<Page<DataField>> ofResource(
            DataResource resource,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment,
            DataLoader<Fields.Asked, Page<DataField>> resourceFields) {
        return resourceFields.load(Fields.Asked.of(
                resource,
                Window.of("fields of resource " + resource.code(), first, after),
                NamesAlone.areAskedFor(environment)));
    }

    @SchemaMapping(typeName = "Form", field = "fields")
    CompletableFuture<Page<DataField>> ofForm(
            Form form,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment,
            DataLoader<Fields.Asked, Page<DataField>> formFields) {
        return formFields.load(Fields.Asked.of(
                form, Window.of("fields of form " + form.code(), first, after), NamesAlone.areAskedFor(environment)));
    }

    private static void register(
            BatchLoaderRegistry loaders,
            String name,
            Function<Collection<Fields.Asked>, Map<Fields.Asked, Page<DataField>>> pages) {
        loaders.<Fields.Asked, Page<DataField>>forName(name)
                .registerMappedBatchLoader((asked, environment) -> Mono.fromSupplier(() -> pages.apply(asked)));
    }
}
