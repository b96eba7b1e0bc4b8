package yuanliu.impact;

import java.util.ArrayList;
import java.util.List;

/// What a department is told to do about a change, and on what ground.
enum NoticeRule {
    STOP("第二十七条、第十七条", "与提供部门协商停止的时间和替代办法;提供部门不得无故停止,须先协商并报同级政务数据共享主管部门备案,未协商或未备案的可以提出异议"),
    RENAME("第二十七条、第十七条", "按新的名称或编码修改接口、脚本和映射;提供部门变更服务须先协商并备案"),
    CHANGE_TYPE("第二十七条、第十七条", "按新的数据类型修改结构、接口和加工规则,并与提供部门约定切换时间;提供部门变更服务须先协商并备案"),
    CHANGE_CODE_LIST("第二十七条、第十七条", "按新的值域修改代码对照和存量数据,并与提供部门约定切换时间;提供部门变更服务须先协商并备案"),
    CHANGE_CYCLE("第二十七条、第十七条", "核对业务能否接受新的更新周期,不能的与提供部门协商;提供部门变更服务须先协商并备案"),
    RESTRICT_SHARING("第十五条、第二十条、第二十七条", "按新的共享类型重新提出共享申请,写明使用依据、使用场景、使用范围、共享方式和使用时限;提供部门变更服务须先协商并备案"),
    TRANSFER_SOURCE("第十九条、第十七条", "与新的数源部门确认共享渠道和异议渠道,核对本部门的数源认定"),
    CORRECT("第二十六条、第十八条", "重新取用更正后的数据,更正存量,核对据以作出的结果");

    private static final String REGULATION = "《政务数据共享条例》(国务院令第809号)";

    private final String articles;
    private final String first;

    NoticeRule(String articles, String first) {
        this.articles = articles;
        this.first = first;
    }

    static NoticeRule of(ChangeKind change) {
        return switch (change) {
            case STOP -> STOP;
            case RENAME -> RENAME;
            case CHANGE_TYPE -> CHANGE_TYPE;
            case CHANGE_CODE_LIST -> CHANGE_CODE_LIST;
            case CHANGE_CYCLE -> CHANGE_CYCLE;
            case RESTRICT_SHARING -> RESTRICT_SHARING;
            case TRANSFER_SOURCE -> TRANSFER_SOURCE;
            case CORRECT -> CORRECT;
        };
    }

    String ground() {
        return REGULATION + articles;
    }

    /// @param broken       fields that go without
    /// @param alternatives fields for which an alternative is known
    /// @param owned        resources of the department's own that are hit
    List<String> todo(int broken, int alternatives, int owned) {
        var todo = new ArrayList<String>();
        todo.add(first);
        if (alternatives > 0) {
            todo.add("%d项信息项可改从他处获取,见影响清单的“可替代的来源”".formatted(alternatives));
        }
        if (broken > 0) {
            todo.add("为断供的%d项信息项另寻来源,必要时提出共享需求(第二十条)".formatted(broken));
        }
        if (owned > 0 && this == CORRECT) {
            todo.add("重新取数或加工受影响的%d个数据资源".formatted(owned));
        } else if (owned > 0) {
            todo.add("更新受影响的%d个数据目录(第十七条)".formatted(owned));
        }
        return List.copyOf(todo);
    }
}
