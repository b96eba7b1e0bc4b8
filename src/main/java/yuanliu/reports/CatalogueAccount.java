package yuanliu.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.springframework.stereotype.Component;
import yuanliu.cypher.CypherLibrary;
import yuanliu.cypher.Statement;
import yuanliu.web.Cursor;

/// The one account of the catalogue (一本账) by the level of who provides, the nation first and the sum last. An entry
/// counts once, whoever else has filed it again ([Repeats]); drafts and what is out of use do not count.
@Component
class CatalogueAccount implements WholeList<CatalogueAccount.AccountRow> {

    private static final List<String> LEVELS = List.of("国家", "省", "市", "县", "乡", "");

    private final Asking asking;
    private final Repeats repeats;
    private final Statement account;

    CatalogueAccount(Asking asking, Repeats repeats, CypherLibrary cypher) {
        this.asking = asking;
        this.repeats = repeats;
        this.account = cypher.get("reports/account");
    }

    /// @param level         国家, 省, 市, 县, 乡; null where none is filed, and in the sum
    /// @param sum           whether it is the sum
    /// @param departments   that there still are
    /// @param providers     that have filed an entry
    /// @param filed         outOfUse + repeats + entries
    /// @param outOfUse      drafts, and what is out of use
    /// @param repeats       that are another's over again
    /// @param entries       that count, with their
    /// @param items         items, and how they are shared:
    /// @param unconditional without condition
    /// @param conditional   on conditions
    /// @param withheld      not at all
    /// @param unstated      it is not said
    /// @param open          to the public
    /// @param mounted       kept in a system that is named
    record AccountRow(
            @Nullable String level,
            boolean sum,
            int departments,
            int providers,
            int filed,
            int outOfUse,
            int repeats,
            int entries,
            long items,
            int unconditional,
            int conditional,
            int withheld,
            int unstated,
            int open,
            int mounted,
            List<RowEvidence> evidence)
            implements Row {

        static AccountRow from(Record row) {
            var level = row.get("level").asString();
            var entries = row.get("entries").asInt();
            var unconditional = row.get("unconditional").asInt();
            var conditional = row.get("conditional").asInt();
            var withheld = row.get("withheld").asInt();
            return new AccountRow(
                    level.isEmpty() ? null : level,
                    false,
                    row.get("departments").asInt(),
                    row.get("providers").asInt(),
                    row.get("filed").asInt(),
                    row.get("outOfUse").asInt(),
                    row.get("repeats").asInt(),
                    entries,
                    row.get("items").asLong(),
                    unconditional,
                    conditional,
                    withheld,
                    entries - unconditional - conditional - withheld,
                    row.get("open").asInt(),
                    row.get("mounted").asInt(),
                    List.of());
        }

        static AccountRow sum(List<AccountRow> rows) {
            return new AccountRow(
                    null,
                    true,
                    rows.stream().mapToInt(AccountRow::departments).sum(),
                    rows.stream().mapToInt(AccountRow::providers).sum(),
                    rows.stream().mapToInt(AccountRow::filed).sum(),
                    rows.stream().mapToInt(AccountRow::outOfUse).sum(),
                    rows.stream().mapToInt(AccountRow::repeats).sum(),
                    rows.stream().mapToInt(AccountRow::entries).sum(),
                    rows.stream().mapToLong(AccountRow::items).sum(),
                    rows.stream().mapToInt(AccountRow::unconditional).sum(),
                    rows.stream().mapToInt(AccountRow::conditional).sum(),
                    rows.stream().mapToInt(AccountRow::withheld).sum(),
                    rows.stream().mapToInt(AccountRow::unstated).sum(),
                    rows.stream().mapToInt(AccountRow::open).sum(),
                    rows.stream().mapToInt(AccountRow::mounted).sum(),
                    List.of());
        }

        AccountRow with(String sentence) {
            return new AccountRow(
                    level,
                    sum,
                    departments,
                    providers,
                    filed,
                    outOfUse,
                    repeats,
                    entries,
                    items,
                    unconditional,
                    conditional,
                    withheld,
                    unstated,
                    open,
                    mounted,
                    List.of(RowEvidence.of(sentence)));
        }
    }

    @Override
    public String code() {
        return "account";
    }

    @Override
    public String question() {
        return "catalogueAccount(";
    }

    @Override
    public String title() {
        return "政务数据目录一本账";
    }

    @Override
    public Set<Narrowing> takes() {
        return EnumSet.of(Narrowing.DEPARTMENT, Narrowing.REGION, Narrowing.LEVEL);
    }

    @Override
    public List<Column<AccountRow>> columns() {
        return List.of(
                Column.of("层级", row -> row.sum() ? "合计" : row.level() == null ? "（未填）" : row.level()),
                Column.of("在设部门", AccountRow::departments),
                Column.of("编目部门", AccountRow::providers),
                Column.of("申报目录", AccountRow::filed),
                Column.of("草稿、停用", AccountRow::outOfUse),
                Column.of("重复登记", AccountRow::repeats),
                Column.of("计入目录", AccountRow::entries),
                Column.of("信息项", AccountRow::items),
                Column.of("无条件共享", AccountRow::unconditional),
                Column.of("有条件共享", AccountRow::conditional),
                Column.of("不予共享", AccountRow::withheld),
                Column.of("共享类型未填", AccountRow::unstated),
                Column.of("向社会开放", AccountRow::open),
                Column.of("挂接系统", AccountRow::mounted));
    }

    @Override
    public List<AccountRow> all(ListFilter filter) {
        var parameters = new HashMap<String, @Nullable Object>(filter.parameters());
        parameters.put("repeats", List.copyOf(repeats.find().keySet()));
        var rows = new ArrayList<AccountRow>(asking.rows(account, parameters, AccountRow::from));
        rows.sort(Comparator.comparing(row -> LEVELS.indexOf(row.level() == null ? "" : row.level())));
        rows.add(AccountRow.sum(rows));
        return rows.stream()
                .map(row -> row.with("申报 %d，其中草稿、停用 %d，重复登记 %d（见 重复登记清单），计入 %d"
                        .formatted(row.filed(), row.outOfUse(), row.repeats(), row.entries())))
                .toList();
    }

    @Override
    public Cursor place(AccountRow row) {
        return Cursor.at(row.sum(), row.level() == null ? "" : row.level());
    }
}
