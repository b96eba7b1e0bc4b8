package yuanliu.duplicates;

import org.jspecify.annotations.Nullable;
import yuanliu.catalog.DataElement;
import yuanliu.catalog.DataField;

/// What comes of deciding what a field is: it is decided, or it stays as it is and the refusal says why.
sealed interface BindingChange {

    record BindingDecided(Binding binding) implements BindingChange {}

    /// That a field was left as it is.
    sealed interface BindingRefused extends BindingChange {

        DataField field();

        /// As it is now; null where nothing was proposed and nothing decided.
        @Nullable
        Binding binding();

        /// Stable, for machines.
        String code();

        /// In Chinese, for people.
        String message();
    }

    /// @param now  the version as it is
    /// @param seen the version that the asker had before their eyes
    record StaleBinding(DataField field, @Nullable Binding binding, long now, long seen) implements BindingRefused {

        @Override
        public String code() {
            return "STALE_VERSION";
        }

        @Override
        public String message() {
            return "“%s”的绑定已是第%d版，您看到的是第%d版；请重读后再决定".formatted(field.name(), now, seen);
        }
    }

    /// Nothing of the kind can be decided of this field.
    record IllegalBinding(DataField field, @Nullable Binding binding, String code, String message)
            implements BindingRefused {

        static IllegalBinding filed(DataField field, @Nullable Binding binding, DataElement filed) {
            return new IllegalBinding(
                    field,
                    binding,
                    "ELEMENT_FILED",
                    "“%s”已登记为数据元“%s”（%s），以登记为准；要改，请修改目录后重新申报".formatted(field.name(), filed.name(), filed.code()));
        }

        static IllegalBinding nothing(DataField field, @Nullable Binding binding) {
            return new IllegalBinding(
                    field, binding, "NOTHING_PROPOSED", "“%s”目前没有待确认的数据元；请在 element 中写明数据元编码".formatted(field.name()));
        }

        static IllegalBinding unknown(DataField field, @Nullable Binding binding, String element) {
            return new IllegalBinding(field, binding, "UNKNOWN_ELEMENT", "数据元“%s”不存在".formatted(element));
        }

        static IllegalBinding confirmed(DataField field, @Nullable Binding binding, DataElement element) {
            return new IllegalBinding(
                    field, binding, "ALREADY_CONFIRMED", "“%s”已确认为数据元“%s”".formatted(field.name(), element.name()));
        }

        static IllegalBinding rejected(DataField field, @Nullable Binding binding, DataElement element) {
            return new IllegalBinding(
                    field, binding, "ALREADY_REJECTED", "已否决“%s”是数据元“%s”".formatted(field.name(), element.name()));
        }

        static IllegalBinding notProposed(DataField field, @Nullable Binding binding, DataElement element) {
            return new IllegalBinding(
                    field,
                    binding,
                    "NOT_PROPOSED",
                    "没有提议也没有确认“%s”是数据元“%s”，无须否决".formatted(field.name(), element.name()));
        }
    }
}
