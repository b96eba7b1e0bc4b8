package yuanliu.filing;

import java.util.List;
import java.util.Random;
import yuanliu.filing.reading.Sheet;

/// A package as careless people fill it in, another for each seed: codes that are nobody's, that come twice or are
/// written in another width, cells that cannot be read, lines broken within a cell, columns nobody asked for.
final class DirtyPackage {

    private static final List<String> ODD =
            List.of("", "", "", " ", "甲,乙", "他说“好”", "\"引\"号", "第一行\n第二行", "１２", "a;b", "\\", "'", "：", "{}", "昨天");

    private final Random random;

    private DirtyPackage(long seed) {
        this.random = new Random(seed);
    }

    static GivenPackage of(long seed) {
        return new DirtyPackage(seed).made();
    }

    private GivenPackage made() {
        var given = new GivenPackage();
        sheet(
                given,
                Sheet.REGIONS,
                6,
                "code,name,parent,level,备注",
                () -> row(code("G"), name("区"), code("G"), odd("市"), odd("注")));
        sheet(
                given,
                Sheet.DEPARTMENTS,
                10,
                "code,name,shortName,uscc,region,parent,guidedBy,status,dataAuthority",
                () -> row(
                        code("D"),
                        name("局"),
                        odd("简"),
                        odd("11110000000014000X"),
                        code("G"),
                        code("D"),
                        code("D"),
                        odd("在设"),
                        odd("是")));
        sheet(
                given,
                Sheet.SYSTEMS,
                8,
                "code,name,department,vertical",
                () -> row(code("S"), name("系统"), code("D"), odd("否")));
        sheet(
                given,
                Sheet.ELEMENTS,
                8,
                "code,name,synonyms,subject,dataType,format,identifying",
                () -> row(code("E"), name("名"), odd("别名、又名"), odd("自然人"), odd("字符型C"), odd("an..50"), odd("是")));
        sheet(
                given,
                Sheet.RESOURCES,
                14,
                "code,name,provider,system,library,subject,catalogueCodes,published,secret,status,颜色,\"a,b:c\"",
                () -> row(
                        code("R"),
                        name("信息"),
                        code("D"),
                        code("S"),
                        odd("人口库"),
                        odd("自然人"),
                        odd("307001/1、307001/2"),
                        odd("2020-01-02"),
                        random.nextInt(12) == 0 ? "是" : "",
                        odd("已发布"),
                        odd("红"),
                        odd("x")));
        sheet(
                given,
                Sheet.FIELDS,
                60,
                "resource,name,code,dataType,length,element,subject,qualifier,acquisition,open",
                () -> row(
                        code("R"),
                        name("项"),
                        random.nextInt(8) == 0 ? code("X") : "",
                        odd("varchar(20)"),
                        odd("20"),
                        code("E"),
                        odd("法人"),
                        odd("法定代表人"),
                        odd("采集"),
                        odd("是")));
        sheet(
                given,
                Sheet.FORMS,
                5,
                "code,name,department,system,respondent,region,submissionsPerYear",
                () -> row(
                        code(random.nextInt(4) == 0 ? "R" : "F"),
                        name("表"),
                        code("D"),
                        code("S"),
                        odd("企业"),
                        code("G"),
                        odd("1,234")));
        sheet(
                given,
                Sheet.FORM_FIELDS,
                15,
                "form,name,element,subject,qualifier,required",
                () -> row(code("F"), name("项"), code("E"), odd("自然人"), odd("申请人"), odd("是")));
        sheet(
                given,
                Sheet.SHARING,
                15,
                "code,resource,consumer,system,grantedOn,expiresOn,calls",
                () -> row(code("C"), code("R"), code("D"), code("S"), odd("2021-01-01"), odd("2020.1.1"), odd("12")));
        sheet(
                given,
                Sheet.LINEAGE,
                60,
                "resource,field,fromResource,fromField,activity,assertedBy,confidence,validFrom,validTo",
                () -> row(
                        code(random.nextInt(5) == 0 ? "F" : "R"),
                        maybe(name("项")),
                        code("R"),
                        maybe(name("项")),
                        odd("交换"),
                        odd("解析"),
                        odd("50%"),
                        odd("2019/5/6"),
                        odd("2018-1-1")));
        sheet(
                given,
                Sheet.DESIGNATIONS,
                20,
                "element,subject,qualifier,region,department,resource,field,ground,validFrom,validTo,state",
                () -> row(
                        code("E"),
                        odd("自然人"),
                        odd("法定代表人"),
                        maybe(code("G")),
                        code("D"),
                        code("R"),
                        name("项"),
                        odd("法定"),
                        odd("2020-01-01"),
                        odd("2030-01-01"),
                        odd("待认定")));
        return given;
    }

    private static void sheet(
            GivenPackage given, Sheet sheet, int rows, String header, java.util.function.Supplier<String> row) {
        var csv = new StringBuilder(header).append('\n');
        for (var at = 0; at < rows; at++) {
            csv.append(row.get()).append('\n');
        }
        given.with(sheet, csv.toString());
    }

    private static String row(String... cells) {
        var row = new StringBuilder();
        for (var cell : cells) {
            row.append(row.isEmpty() ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return row.toString();
    }

    private String code(String letter) {
        var number = letter + (1 + random.nextInt(7));
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> letter + " " + number.substring(1);
            case 2 -> letter + (char) ('０' + number.charAt(1) - '0');
            default -> number;
        };
    }

    private String name(String what) {
        return random.nextInt(15) == 0 ? odd(what) : "第%d%s".formatted(1 + random.nextInt(4), what);
    }

    private String maybe(String cell) {
        return random.nextInt(3) == 0 ? "" : cell;
    }

    private String odd(String usual) {
        return random.nextInt(3) > 0 ? usual : ODD.get(random.nextInt(ODD.size()));
    }
}
