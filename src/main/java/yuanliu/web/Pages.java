package yuanliu.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The pages that are served as they are.
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
        pages.addRedirectViewController("/graphiql/", "/graphiql");
    }
}
