package yuanliu.lineage;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import yuanliu.catalog.Kind;

/// What fields belong to: a resource, or a form.
public record Owner(Kind kind, String key) {

    public static Owner of(boolean form, String key) {
        return new Owner(form ? Kind.FORM : Kind.DATA_RESOURCE, key);
    }

    /// Reads what a statement says of the owner of a field, which may have none.
    static @Nullable Owner orNull(Value form, Value key) {
        return key.isNull() ? null : of(form.asBoolean(), key.asString());
    }

    public boolean isForm() {
        return kind == Kind.FORM;
    }
}
