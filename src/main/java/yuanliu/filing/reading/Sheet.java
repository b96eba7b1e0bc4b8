package yuanliu.filing.reading;

import java.util.List;
import java.util.Optional;

/// The sheets of a catalogue package, in the order in which they are filed: what a sheet may name comes before it.
public enum Sheet {
    REGIONS(
            "行政区划",
            "regions.csv",
            Column.of("区划代码", "code", true, Column.Type.TEXT),
            Column.of("区划名称", "name", true, Column.Type.TEXT),
            Column.of("上级区划代码", "parent", false, Column.Type.TEXT),
            Column.of("层级", "level", false, Column.Type.WORD, "国家", "省", "市", "县", "乡")),
    DEPARTMENTS(
            "部门",
            "departments.csv",
            Column.of("部门编码", "code", true, Column.Type.TEXT),
            Column.of("部门名称", "name", true, Column.Type.TEXT),
            Column.of("简称", "shortName", false, Column.Type.TEXT),
            Column.of("统一社会信用代码", "uscc", false, Column.Type.TEXT),
            Column.of("行政区划代码", "region", false, Column.Type.TEXT),
            Column.of("层级", "level", false, Column.Type.WORD, "国家", "省", "市", "县", "乡"),
            Column.of("上级部门编码", "parent", false, Column.Type.TEXT),
            Column.of("业务指导部门编码", "guidedBy", false, Column.Type.TEXT),
            Column.of("数据主管部门", "dataAuthority", false, Column.Type.FLAG),
            Column.of("状态", "status", false, Column.Type.WORD, "在设", "撤销", "合并"),
            Column.of("继任部门编码", "successor", false, Column.Type.TEXT),
            Column.of("联系处室", "office", false, Column.Type.TEXT)),
    SYSTEMS(
            "信息系统",
            "systems.csv",
            Column.of("系统编码", "code", true, Column.Type.TEXT),
            Column.of("系统名称", "name", true, Column.Type.TEXT),
            Column.of("主管部门编码", "department", true, Column.Type.TEXT),
            Column.of("层级", "level", false, Column.Type.WORD, "国家", "省", "市", "县", "乡"),
            Column.of("垂直管理", "vertical", false, Column.Type.FLAG),
            Column.of("部署网络", "network", false, Column.Type.TEXT),
            Column.of("状态", "status", false, Column.Type.WORD, "运行", "试运行", "测试", "停用")),
    ELEMENTS(
            "数据元",
            "elements.csv",
            Column.of("数据元编码", "code", true, Column.Type.TEXT),
            Column.of("数据元名称", "name", true, Column.Type.TEXT),
            Column.of("同义名称", "synonyms", false, Column.Type.LIST),
            Column.of("标识符", "identifier", false, Column.Type.TEXT),
            Column.of("对象类", "subject", false, Column.Type.TEXT),
            Column.of("数据类型", "dataType", false, Column.Type.TEXT),
            Column.of("格式", "format", false, Column.Type.TEXT),
            Column.of("值域代码", "codeList", false, Column.Type.TEXT),
            Column.of("依据标准", "standard", false, Column.Type.TEXT),
            Column.of("标识项", "identifying", false, Column.Type.FLAG),
            Column.of("定义", "definition", false, Column.Type.TEXT)),
    RESOURCES(
            "数据资源",
            "resources.csv",
            Column.of("资源编码", "code", true, Column.Type.TEXT),
            Column.of("资源名称", "name", true, Column.Type.TEXT),
            Column.of("目录代码", "catalogueCodes", false, Column.Type.LIST),
            Column.of("提供部门编码", "provider", true, Column.Type.TEXT),
            Column.of("系统编码", "system", false, Column.Type.TEXT),
            Column.of("资源类别", "class", false, Column.Type.WORD, "基础", "主题", "部门"),
            Column.of("所属库", "library", false, Column.Type.TEXT),
            Column.of("主体类", "subject", false, Column.Type.TEXT),
            Column.of("摘要", "summary", false, Column.Type.TEXT),
            Column.of("资源格式", "format", false, Column.Type.TEXT),
            Column.of("共享类型", "sharing", false, Column.Type.WORD, "无条件共享", "有条件共享", "不予共享"),
            Column.of("共享条件", "condition", false, Column.Type.TEXT),
            Column.of("不予共享依据", "notSharedBasis", false, Column.Type.TEXT),
            Column.of("依据层级", "basisRank", false, Column.Type.WORD, "法律", "行政法规", "国务院决定", "部门规章", "其他"),
            Column.of("共享方式", "sharingMethod", false, Column.Type.TEXT),
            Column.of("是否向社会开放", "open", false, Column.Type.FLAG),
            Column.of("开放条件", "openCondition", false, Column.Type.TEXT),
            Column.of("更新周期", "cycle", false, Column.Type.TEXT),
            Column.of("发布日期", "published", false, Column.Type.DATE),
            Column.of("最近更新日期", "updated", false, Column.Type.DATE),
            Column.of("数据分级", "grade", false, Column.Type.TEXT),
            Column.of("对象范围", "population", false, Column.Type.TEXT),
            Column.of("豁免依据", "exemption", false, Column.Type.TEXT),
            Column.of("涉密", "secret", false, Column.Type.FLAG),
            Column.of("状态", "status", false, Column.Type.WORD, "草稿", "已发布", "已停用")),
    FIELDS(
            "信息项",
            "fields.csv",
            Column.of("资源编码", "resource", true, Column.Type.TEXT),
            Column.of("信息项名称", "name", true, Column.Type.TEXT),
            Column.of("信息项编码", "code", false, Column.Type.TEXT),
            Column.of("字段名", "physicalName", false, Column.Type.TEXT),
            Column.of("数据类型", "dataType", false, Column.Type.TEXT),
            Column.of("数据长度", "length", false, Column.Type.TEXT),
            Column.of("数据元编码", "element", false, Column.Type.TEXT),
            Column.of("主体类", "subject", false, Column.Type.TEXT),
            Column.of("限定词", "qualifier", false, Column.Type.TEXT),
            Column.of("获取方式", "acquisition", false, Column.Type.WORD, "采集", "产生", "共享获取", "回流", "加工派生", "核验"),
            Column.of("共享类型", "sharing", false, Column.Type.WORD, "无条件共享", "有条件共享", "不予共享"),
            Column.of("是否向社会开放", "open", false, Column.Type.FLAG),
            Column.of("值域代码", "codeList", false, Column.Type.TEXT),
            Column.of("敏感级别", "sensitivity", false, Column.Type.TEXT),
            Column.of("说明", "description", false, Column.Type.TEXT)),
    FORMS(
            "表单",
            "forms.csv",
            Column.of("表单编码", "code", true, Column.Type.TEXT),
            Column.of("表单名称", "name", true, Column.Type.TEXT),
            Column.of("部门编码", "department", true, Column.Type.TEXT),
            Column.of("系统编码", "system", false, Column.Type.TEXT),
            Column.of("填报对象", "respondent", false, Column.Type.TEXT),
            Column.of("适用区划", "region", false, Column.Type.TEXT),
            Column.of("频次", "frequency", false, Column.Type.TEXT),
            Column.of("年填报次数", "submissionsPerYear", false, Column.Type.WHOLE),
            Column.of("豁免依据", "exemption", false, Column.Type.TEXT)),
    FORM_FIELDS(
            "表单项",
            "form-fields.csv",
            Column.of("表单编码", "form", true, Column.Type.TEXT),
            Column.of("填报项名称", "name", true, Column.Type.TEXT),
            Column.of("数据元编码", "element", false, Column.Type.TEXT),
            Column.of("主体类", "subject", false, Column.Type.TEXT),
            Column.of("限定词", "qualifier", false, Column.Type.TEXT),
            Column.of("数据类型", "dataType", false, Column.Type.TEXT),
            Column.of("必填", "required", false, Column.Type.FLAG),
            Column.of("说明", "description", false, Column.Type.TEXT)),
    SHARING(
            "共享关系",
            "sharing.csv",
            Column.of("共享编号", "code", true, Column.Type.TEXT),
            Column.of("资源编码", "resource", true, Column.Type.TEXT),
            Column.of("使用部门编码", "consumer", true, Column.Type.TEXT),
            Column.of("使用系统编码", "system", false, Column.Type.TEXT),
            Column.of("共享方式", "method", false, Column.Type.TEXT),
            Column.of("通道", "channel", false, Column.Type.WORD, "共享平台", "专线", "拷盘", "邮件", "其他"),
            Column.of("用途", "purpose", false, Column.Type.TEXT),
            Column.of("依据", "basis", false, Column.Type.TEXT),
            Column.of("授权日期", "grantedOn", false, Column.Type.DATE),
            Column.of("到期日期", "expiresOn", false, Column.Type.DATE),
            Column.of("允许转供", "onward", false, Column.Type.FLAG),
            Column.of("累计调用次数", "calls", false, Column.Type.WHOLE),
            Column.of("最近调用日期", "lastCalledOn", false, Column.Type.DATE),
            Column.of("状态", "status", false, Column.Type.WORD, "使用中", "暂停", "已撤销")),
    LINEAGE(
            "血缘",
            "lineage.csv",
            Column.of("下游资源编码", "resource", true, Column.Type.TEXT),
            Column.of("下游信息项", "field", false, Column.Type.TEXT),
            Column.of("上游资源编码", "fromResource", true, Column.Type.TEXT),
            Column.of("上游信息项", "fromField", false, Column.Type.TEXT),
            Column.of("活动类型", "activity", false, Column.Type.WORD, "归集", "交换", "加工", "回流"),
            Column.of("加工规则", "rule", false, Column.Type.TEXT),
            Column.of("登记方式", "assertedBy", false, Column.Type.WORD, "人工", "事件", "解析", "推断"),
            Column.of("置信度", "confidence", false, Column.Type.SHARE),
            Column.of("生效日期", "validFrom", false, Column.Type.DATE),
            Column.of("失效日期", "validTo", false, Column.Type.DATE)),
    DESIGNATIONS(
            "数源认定",
            "designations.csv",
            Column.of("数据元编码", "element", true, Column.Type.TEXT),
            Column.of("主体类", "subject", false, Column.Type.TEXT),
            Column.of("限定词", "qualifier", false, Column.Type.TEXT),
            Column.of("适用范围", "region", false, Column.Type.TEXT),
            Column.of("数源部门编码", "department", true, Column.Type.TEXT),
            Column.of("数源资源编码", "resource", false, Column.Type.TEXT),
            Column.of("数源信息项", "field", false, Column.Type.TEXT),
            Column.of("认定方式", "ground", false, Column.Type.WORD, "法定", "指定", "协商", "暂定"),
            Column.of("依据文件", "document", false, Column.Type.TEXT),
            Column.of("依据条款", "clause", false, Column.Type.TEXT),
            Column.of("生效日期", "validFrom", false, Column.Type.DATE),
            Column.of("失效日期", "validTo", false, Column.Type.DATE),
            Column.of("状态", "state", false, Column.Type.WORD, "已认定", "牵头收集", "争议中", "无法定数源", "待认定"));

    private final String title;
    private final String fileName;
    private final List<Column> columns;

    Sheet(String title, String fileName, Column... columns) {
        this.title = title;
        this.fileName = fileName;
        this.columns = List.of(columns);
    }

    /// The sheet's Chinese name, which reports use for CSV too.
    public String title() {
        return title;
    }

    /// The name of the CSV file that carries this sheet.
    public String fileName() {
        return fileName;
    }

    public List<Column> columns() {
        return columns;
    }

    /// The column of this alias; asking for one that the sheet does not have is a mistake of ours.
    public Column column(String alias) {
        return columns.stream()
                .filter(column -> column.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No column %s in %s".formatted(alias, title)));
    }

    public static Optional<Sheet> titled(String title) {
        return List.of(values()).stream()
                .filter(sheet -> sheet.title.equals(title))
                .findFirst();
    }
}
