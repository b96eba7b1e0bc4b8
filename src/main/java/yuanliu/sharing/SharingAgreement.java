package yuanliu.sharing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.DataResource;
import yuanliu.catalog.Department;
import yuanliu.catalog.InformationSystem;
import yuanliu.catalog.Projection;

/// One sharing relationship (共享关系): who may use which resource, and on what footing.
///
/// @param inForce whether it is in force on the day it was read for
public record SharingAgreement(
        String code,
        DataResource resource,
        Department consumer,
        @Nullable InformationSystem system,
        @Nullable String method,
        @Nullable String channel,
        @Nullable String purpose,
        @Nullable String basis,
        @Nullable LocalDate grantedOn,
        @Nullable LocalDate expiresOn,
        @Nullable Boolean onward,
        @Nullable Long calls,
        @Nullable LocalDate lastCalledOn,
        @Nullable String status,
        boolean inForce) {

    private static final String IN_USE = "使用中";

    /// Reads what a statement projects as `agreement {.*, resource, consumer, system}`.
    public static SharingAgreement from(Value projection, LocalDate day) {
        var of = new Projection(projection);
        var system = projection.get("system");
        var expiresOn = of.dateOrNull("expiresOn");
        var status = of.textOrNull("status");
        return new SharingAgreement(
                of.text("code"),
                DataResource.from(projection.get("resource")),
                Department.from(projection.get("consumer")),
                system.isNull() ? null : InformationSystem.from(system),
                of.textOrNull("method"),
                of.textOrNull("channel"),
                of.textOrNull("purpose"),
                of.textOrNull("basis"),
                of.dateOrNull("grantedOn"),
                expiresOn,
                of.flagOrNull("onward"),
                of.numberOrNull("calls"),
                of.dateOrNull("lastCalledOn"),
                status,
                (expiresOn == null || day.isBefore(expiresOn)) && (status == null || status.equals(IN_USE)));
    }
}
