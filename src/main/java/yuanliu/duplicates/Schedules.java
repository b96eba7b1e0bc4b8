package yuanliu.duplicates;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The detection runs at night, too.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Schedules {}
