package yuanliu.impact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a department has.
///
/// @param workingDays until a notice is due: 第十七条 of the regulation gives a catalogue ten; 第二十七条 names no number
@ConfigurationProperties("yuanliu.notices")
record NoticesSettings(@DefaultValue("10") int workingDays) {

    NoticesSettings {
        if (workingDays < 1) {
            throw new IllegalArgumentException("yuanliu.notices.working-days 至少为 1,写的是 " + workingDays);
        }
    }
}
