package yuanliu.duplicates;

import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// The opinion for a project's file: the totals, and a row for each planned field.
final class OpinionWorkbook {

    private static final int LONGEST_CELL = 32_767;
    private static final int FLUSHED = 200;

    private OpinionWorkbook() {}

    static void write(CollectionOpinion opinion, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Yuanliu", "1.0")) {
            fields(workbook.newWorksheet("采集核对意见"), opinion);
            totals(workbook.newWorksheet("汇总"), opinion);
        }
    }

    private static void fields(Worksheet sheet, CollectionOpinion opinion) throws IOException {
        var heads = new String[] {"序号", "名称", "结论", "建议", "数源单元", "来源信息项", "来源部门", "置信度", "证据"};
        var widths = new int[] {6, 24, 14, 60, 32, 32, 28, 8, 80};
        for (int column = 0; column < heads.length; column++) {
            sheet.width(column, widths[column]);
            sheet.value(0, column, heads[column]);
        }
        sheet.range(0, 0, 0, heads.length - 1).style().bold().set();
        sheet.freezePane(0, 1);
        for (int i = 0; i < opinion.fields().size(); i++) {
            var field = opinion.fields().get(i);
            var row = i + 1;
            sheet.value(row, 0, row);
            text(sheet, row, 1, field.name());
            text(sheet, row, 2, field.verdict().word());
            text(sheet, row, 3, field.advice());
            text(sheet, row, 4, field.unitName());
            text(sheet, row, 5, field.source());
            text(sheet, row, 6, field.sourceDepartment());
            sheet.value(row, 7, field.confidence());
            text(sheet, row, 8, String.join("；", field.evidence()));
            if (row % FLUSHED == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void totals(Worksheet sheet, CollectionOpinion opinion) throws IOException {
        sheet.width(0, 20);
        sheet.width(1, 40);
        var row = 0;
        text(sheet, row, 0, "采集计划");
        text(sheet, row++, 1, opinion.name());
        text(sheet, row, 0, "部门编码");
        text(sheet, row++, 1, opinion.department());
        text(sheet, row, 0, "区划代码");
        text(sheet, row++, 1, opinion.region());
        text(sheet, row, 0, "核对日期");
        text(sheet, row++, 1, opinion.checkedOn().toString());
        row = number(sheet, row, "信息项数", opinion.total());
        row = number(sheet, row, "已有", opinion.held());
        row = number(sheet, row, "可共享取得", opinion.obtainable());
        row = number(sheet, row, "可推算", opinion.derivable());
        row = number(sheet, row, "可新增采集", opinion.fresh());
        text(sheet, row, 0, "不必新增采集的比例");
        sheet.value(row, 1, opinion.coverage());
        sheet.style(row++, 1).format("0.00%").set();
        text(sheet, row, 0, "依据");
        text(sheet, row++, 1, "《政务数据共享条例》（国令第809号）第十九条：能够通过共享获取的，不得重复收集");
        text(sheet, row, 0, "说明");
        text(sheet, row, 1, "本意见由系统生成，供立项审核参考，由审核人认定");
        sheet.finish();
    }

    private static int number(Worksheet sheet, int row, String name, int value) {
        text(sheet, row, 0, name);
        sheet.value(row, 1, value);
        return row + 1;
    }

    private static void text(Worksheet sheet, int row, int column, @Nullable String text) {
        if (text != null) {
            sheet.value(row, column, text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - 1) + "…");
        }
    }
}
