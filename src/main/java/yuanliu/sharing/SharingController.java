package yuanliu.sharing;

import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.web.Page;

/// Answers who shares what with whom.
@Controller
class SharingController {

    SharingController(Sharing sharing, BatchLoaderRegistry loaders) {
        loaders.<AgreementsAsked, Page<SharingAgreement>>forName("agreements")
                .registerMappedBatchLoader((asked, environment) -> Mono.fromCallable(() -> sharing.agreements(asked)));
    }

    @SchemaMapping(typeName = "DataResource", field = "agreements")
    CompletableFuture<Page<SharingAgreement>> ofResource(
            DataResource resource,
            @Argument @Nullable Boolean inForce,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataLoader<AgreementsAsked, Page<SharingAgreement>> agreements) {
        return agreements.load(AgreementsAsked.of(Sharing.Side.OF_RESOURCE, resource, inForce, first, after));
    }

    @SchemaMapping(typeName = "Department", field = "uses")
    CompletableFuture<Page<SharingAgreement>> ofConsumer(
            Department consumer,
            @Argument @Nullable Boolean inForce,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataLoader<AgreementsAsked, Page<SharingAgreement>> agreements) {
        return agreements.load(AgreementsAsked.of(Sharing.Side.OF_CONSUMER, consumer, inForce, first, after));
    }
}
