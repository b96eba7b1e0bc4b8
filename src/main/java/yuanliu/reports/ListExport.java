package yuanliu.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import yuanliu.web.Tables;
import yuanliu.web.Today;

/// A list as people take it home: every row, numbered, with its evidence in the last column.
@Component
class ListExport {

    private static final int LONGEST_READ_SECONDS = 3600;

    private final Today today;
    private final TransactionTemplate reading;

    ListExport(Today today, PlatformTransactionManager transactions) {
        this.today = today;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setTimeout(LONGEST_READ_SECONDS);
    }

    <R extends Row> void csv(FiledList<R> list, ListFilter filter, OutputStream out) throws IOException {
        Tables.csv(out, heads(list), rows(list, filter, new AtomicInteger()));
    }

    <R extends Row> void workbook(FiledList<R> list, ListFilter filter, OutputStream out) throws IOException {
        var count = new AtomicInteger();
        Tables.workbook(
                out,
                List.of(
                        new Tables.Sheet(sheet(list), heads(list), rows(list, filter, count)),
                        new Tables.Sheet(
                                "说明",
                                List.of("项目", "内容"),
                                rows -> about(list, filter, count.get(), today.date())
                                        .forEach(rows::add))));
    }

    /// A sheet's name has at most 31 characters and none of `[]:*?/\`.
    private static String sheet(FiledList<?> list) {
        var name = list.title().replaceAll("[\\[\\]:*?/\\\\]", "");
        return name.length() <= 25 ? name : name.substring(0, 25);
    }

    private static List<String> heads(FiledList<?> list) {
        var heads = new ArrayList<String>();
        heads.add("序号");
        list.columns().forEach(column -> heads.add(column.header()));
        heads.add("证据");
        return heads;
    }

    /// One transaction for all of it: what is taken home is of one moment as far as the database gives it.
    private <R extends Row> Consumer<Tables.Rows> rows(FiledList<R> list, ListFilter filter, AtomicInteger count) {
        return rows -> reading.executeWithoutResult(begun -> list.each(filter, row -> {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(count.incrementAndGet());
            list.columns().forEach(column -> cells.add(column.cell().apply(row)));
            cells.add(row.evidence().stream().map(RowEvidence::told).collect(Collectors.joining("；")));
            rows.add(cells);
        }));
    }

    private static List<List<Object>> about(FiledList<?> list, ListFilter filter, int count, LocalDate day) {
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of("清单", list.title()));
        rows.add(List.of("截至日期", day.toString()));
        rows.add(List.of("总数", count));
        filter.echo().forEach(one -> rows.add(List.of("筛选：" + one.title(), one.value())));
        if (list.code().startsWith("coverage-")) {
            rows.add(List.of("口径", Coverage.DEFINITION));
        }
        rows.add(List.of("依据", "《政务数据共享条例》（国令第809号）"));
        return rows;
    }
}
