package yuanliu.catalog;

import yuanliu.web.Codes;

/// Anything that has a code and a name. Its simple class name is its label in the graph and its type in the schema.
public interface Entity {

    String code();

    String name();

    default String id() {
        return Codes.globalId(getClass().getSimpleName(), code());
    }
}
