package yuanliu.impact;

import java.util.Comparator;
import yuanliu.catalog.Kind;
import yuanliu.web.Codes;

/// What fields belong to: a resource, or a form.
record Owner(Kind kind, String key) {

    static final Comparator<Owner> ORDER = Comparator.comparing(Owner::kind).thenComparing(Owner::key, Codes.ORDER);

    static Owner of(boolean form, String key) {
        return new Owner(form ? Kind.FORM : Kind.DATA_RESOURCE, key);
    }

    boolean isForm() {
        return kind == Kind.FORM;
    }
}
