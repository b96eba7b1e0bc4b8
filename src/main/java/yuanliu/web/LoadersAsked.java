package yuanliu.web;

import graphql.GraphQLContext;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.server.WebGraphQlInterceptor;

/// There are more than a hundred loaders, and a question needs one or two: only those that it asks for are looked after
/// while it is answered.
@Configuration(proxyBeanMethods = false)
class LoadersAsked {

    @Bean
    BatchLoaderRegistry batchLoaderRegistry() {
        return new DefaultBatchLoaderRegistry() {

            @Override
            public void registerDataLoaders(DataLoaderRegistry registry, GraphQLContext context) {
                if (registry instanceof WhenAsked whenAsked) {
                    var all = new DataLoaderRegistry();
                    super.registerDataLoaders(all, context);
                    whenAsked.all = all;
                } else {
                    super.registerDataLoaders(registry, context);
                }
            }
        };
    }

    @Bean
    WebGraphQlInterceptor loadersWhenAsked() {
        return (request, chain) -> {
            request.configureExecutionInput((input, builder) ->
                    builder.dataLoaderRegistry(new WhenAsked()).build());
            return chain.next(request);
        };
    }

    /// Has those loaders that somebody has asked for.
    private static final class WhenAsked extends DataLoaderRegistry {

        private @Nullable DataLoaderRegistry all;

        @Override
        public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
            var there = super.<K, V>getDataLoader(name);
            if (there != null || all == null) {
                return there;
            }
            var loader = all.<K, V>getDataLoader(name);
            if (loader != null) {
                register(name, loader);
            }
            return loader;
        }
    }
}
