package yuanliu.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import yuanliu.catalog.Department;
import yuanliu.catalog.Entity;

/// Something that rests on what is repealed.
///
/// @param thing      the unit of a designation, or the resource whose cell names the document
/// @param place      what stands in the list: the code of a designation, a resource or an agreement
/// @param quoted     what is on file
/// @param clauseTold whether that names the clause asked of, too
public record BasisHit(
        What what,
        Entity thing,
        String place,
        @Nullable Department department,
        String quoted,
        boolean clauseTold,
        String todo,
        LocalDate due,
        boolean dueCertain) {

    /// What of a thing rests on it.
    public enum What {
        DESIGNATION("重新认定数源,无法定依据的改为指定、协商或无法定数源"),
        NOT_SHARED_GROUND("核对不予共享是否另有法律、行政法规或国务院决定为依据,没有的改变共享类型"),
        SHARING_CONDITION("修改共享条件"),
        EXEMPTION("核对豁免依据,没有其他依据的不再豁免"),
        AGREEMENT("核对使用依据,没有其他依据的停止使用或重新申请");

        private final String todo;

        What(String todo) {
            this.todo = todo;
        }

        String todo() {
            return todo;
        }
    }
}
