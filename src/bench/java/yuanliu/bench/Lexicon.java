package yuanliu.bench;

import java.util.List;

/// The words of which the generated catalogue is made.
final class Lexicon {

    /// Those who collect; the first is who keeps the platform.
    static final List<String> KINDS = List.of(
            "数据局", "公安局", "民政局", "教育局", "人力资源和社会保障局", "市场监督管理局", "卫生健康委员会", "医疗保障局", "自然资源局", "住房和城乡建设局",
            "交通运输局", "税务局", "司法局", "财政局", "农业农村局", "水务局", "生态环境局", "文化和旅游局", "应急管理局", "退役军人事务局", "发展和改革委员会",
            "工业和信息化局", "商务局", "统计局", "审计局", "体育局", "林业局", "气象局", "地震局", "档案馆", "民族宗教事务局", "外事办公室", "城市管理局",
            "国有资产监督管理委员会", "金融监督管理局", "乡村振兴局", "信访局", "残疾人联合会", "总工会", "妇女联合会", "青年联合会", "住房公积金管理中心",
            "消防救援支队", "海关", "邮政管理局", "烟草专卖局", "通信管理局", "供销合作社", "红十字会", "科学技术局");

    /// What data speaks of.
    static final List<String> OBJECTS = List.of(
            "流动人口", "收养家庭", "民办学校", "技工院校", "特种设备", "产科门诊", "定点药店", "矿业权", "商品房", "营运车辆", "涉税票据", "公证事项", "专项债券", "种植大户",
            "取水口", "排污口", "文物点", "危化品仓库", "优抚金", "重点工程", "技改项目", "外贸合同", "入户样本", "整改台账", "健身场馆", "林地小班", "观测站", "断层带",
            "全宗卷", "宗教场所", "友城活动", "占道摊点", "国企股权", "小贷公司", "帮扶产业", "信访件", "辅助器具", "劳模", "家政员", "志愿服务", "缴存户", "消防栓",
            "报关单", "快递网点", "零售户", "基站", "农资门店", "救护员", "科研平台", "暂住处所", "婚介机构", "校车", "实训基地", "检测线", "疫苗批次", "医保药品", "不动产单元",
            "物业小区", "公交线路", "发票代开点", "律师事务所", "预算单元", "合作社社员", "河道断面", "监测井", "非遗项目", "避难场所", "烈士墓", "规划地块", "产业园区", "展会", "统计单位",
            "审计项目", "运动员", "古树", "雷电防护", "震害房屋", "缩微胶片", "民族村寨", "涉外活动", "户外广告", "产权交易", "融资担保", "易地搬迁", "热线工单", "托养机构", "困难职工",
            "维权站", "团组织", "提取业务", "微型消防站", "保税货物", "邮路", "烟叶种植", "光缆段", "再生资源", "造血干细胞", "技术合同");

    /// Further kinds of the same objects, for graphs that need more elements.
    static final List<String> MODIFIERS = List.of("", "涉农", "城镇", "跨境", "季节性", "定点");

    /// What is said of an object: name, another name for it, physical name, type, format.
    static final List<String[]> PROPERTIES = List.of(
            property("登记日期", "登记时间", "djrq", "日期型D", "d8"),
            property("核定等级", "核定级别", "hddj", "字符型C", "c..4"),
            property("建筑面积", "建面", "jzmj", "数值型N", "n..12,2"),
            property("经度", "东经度", "jd", "数值型N", "n..10,6"),
            property("纬度", "北纬度", "wd", "数值型N", "n..10,6"),
            property("运营状态", "运营状况", "yyzt", "字符型C", "c..4"),
            property("管护责任", "责任归属", "ghzr", "字符型C", "c..100"),
            property("年检结论", "年审结果", "njjl", "字符型C", "c..10"),
            property("投入金额", "投资额", "trje", "货币型M", "n..16,2"),
            property("补助标准", "补贴标准", "bzbz", "数值型N", "n..10,2"),
            property("处理能力", "处理规模", "clnl", "数值型N", "n..10"),
            property("床位数", "床位数量", "cws", "数值型N", "n..6"),
            property("从业人数", "从业人员数", "cyrs", "数值型N", "n..8"),
            property("坐落位置", "坐落地点", "zlwz", "字符型C", "c..200"),
            property("分类代码", "分类编码", "fldm", "字符型C", "c..10"),
            property("来源方式", "取得方式", "lyfs", "字符型C", "c..20"),
            property("用途说明", "用途", "ytsm", "字符型C", "c..50"),
            property("设计压力", "压力", "sjyl", "数值型N", "n..8,2"),
            property("有无隐患", "隐患标识", "ywyh", "字符型C", "c1"),
            property("整改期限", "整改时限", "zgqx", "日期型D", "d8"),
            property("处罚种类", "处罚类型", "cfzl", "字符型C", "c..20"),
            property("信用评价", "信用等级", "xypj", "字符型C", "c..4"),
            property("产权性质", "产权类别", "cqxz", "字符型C", "c..10"),
            property("规划容积", "容积率", "ghrj", "数值型N", "n..6,2"),
            property("蓄积量", "蓄积", "xjl", "数值型N", "n..12,2"),
            property("覆盖半径", "服务半径", "fgbj", "数值型N", "n..6"),
            property("收费标准", "收费价格", "sfbz", "数值型N", "n..10,2"),
            property("起始里程", "起点里程", "qslc", "数值型N", "n..8,3"),
            property("材质", "主要材料", "cz", "字符型C", "c..20"),
            property("保护级别", "保护等级", "bhjb", "字符型C", "c..4"),
            property("主管科室", "归口科室", "zgks", "字符型C", "c..50"),
            property("开放时段", "开放时间", "kfsd", "字符型C", "c..50"),
            property("额定功率", "功率", "edgl", "数值型N", "n..8,2"),
            property("抽检批次", "抽样批次", "cjpc", "字符型C", "c..20"),
            property("服务人次", "服务次数", "fwrc", "数值型N", "n..10"),
            property("贷款余额", "贷款结余", "dkye", "货币型M", "n..16,2"),
            property("拆迁意愿", "搬迁意愿", "cqyy", "字符型C", "c..4"),
            property("救助类别", "救助类型", "jzlb", "字符型C", "c..10"),
            property("作业工艺", "作业方法", "zygy", "字符型C", "c..50"),
            property("盐碱程度", "盐碱化程度", "yjcd", "字符型C", "c..4"),
            property("培训学时", "学时", "pxxs", "数值型N", "n..6"),
            property("比赛成绩", "成绩", "bscj", "字符型C", "c..20"),
            property("噪声分贝", "噪声值", "zsfb", "数值型N", "n..6,1"),
            property("水位高程", "水位", "swgc", "数值型N", "n..8,2"),
            property("违约记录", "失约记录", "wyjl", "字符型C", "c..200"),
            property("安置去向", "安置方向", "azqx", "字符型C", "c..20"),
            property("辐射范围", "影响范围", "fsfw", "字符型C", "c..100"),
            property("股权比例", "持股比例", "gqbl", "数值型N", "n..6,2"),
            property("养护周期", "养护频率", "yhzq", "字符型C", "c..10"),
            property("疏散通道数", "疏散出口数", "sstds", "数值型N", "n..4"),
            property("合同总价", "合同价款", "htzj", "货币型M", "n..16,2"),
            property("采样深度", "取样深度", "cysd", "数值型N", "n..8,2"),
            property("联运模式", "运输模式", "lyms", "字符型C", "c..20"),
            property("供应商数", "供货商数", "gyss", "数值型N", "n..6"),
            property("传承谱系", "传承脉络", "ccpx", "字符型C", "c..200"),
            property("防腐措施", "防腐方式", "ffcs", "字符型C", "c..50"),
            property("耕作制度", "耕作方式", "gzzd", "字符型C", "c..20"),
            property("灾损估值", "灾害损失", "zsgz", "货币型M", "n..16,2"),
            property("通风条件", "通风情况", "tftj", "字符型C", "c..10"),
            property("订单饱和度", "订单情况", "ddbhd", "字符型C", "c..10"));

    /// What is everywhere: name, another name, physical name, type, format, subject, whether records are found by it, of a
    /// hundred resources of its subject how many have it, and the kind of department that is its source.
    static final List<Hub> HUBS = List.of(
            new Hub("姓名", "人员姓名", "xm", "字符型C", "c..50", "自然人", true, 30, 1),
            new Hub("公民身份号码", "身份证号", "gmsfhm", "字符型C", "c18", "自然人", true, 30, 1),
            new Hub("联系电话", "电话", "lxdh", "字符型C", "c..18", "自然人", false, 18, 1),
            new Hub("性别代码", "性别", "xbdm", "字符型C", "n1", "自然人", false, 10, 1),
            new Hub("出生日期", "出生年月日", "csrq", "日期型D", "d8", "自然人", false, 8, 1),
            new Hub("户籍地址", "户口地址", "hjdz", "字符型C", "c..200", "自然人", false, 6, 1),
            new Hub("婚姻状况代码", "婚姻状况", "hyzk", "字符型C", "n2", "自然人", false, 4, 2),
            new Hub("文化程度代码", "文化程度", "whcd", "字符型C", "n2", "自然人", false, 4, 3),
            new Hub("民族代码", "民族", "mzdm", "字符型C", "n2", "自然人", false, 5, 1),
            new Hub("统一社会信用代码", "社会信用代码", "tyshxydm", "字符型C", "c18", "法人", true, 20, 5),
            new Hub("企业名称", "单位名称", "qymc", "字符型C", "c..200", "法人", true, 18, 5),
            new Hub("法定代表人姓名", "法人姓名", "fddbrxm", "字符型C", "c..50", "法人", true, 8, 5),
            new Hub("注册资本", "注册资金", "zczb", "数值型N", "n..16,2", "法人", false, 4, 5),
            new Hub("成立日期", "设立日期", "clrq", "日期型D", "d8", "法人", false, 5, 5),
            new Hub("行业代码", "行业门类代码", "hydm", "字符型C", "c5", "法人", false, 5, 5),
            new Hub("注册地址", "住所", "zcdz", "字符型C", "c..200", "法人", false, 8, 5));

    record Hub(
            String name,
            String other,
            String column,
            String type,
            String format,
            String subject,
            boolean identifying,
            int percent,
            int kind) {}

    /// What no register knows.
    static final List<String> LOCAL = List.of(
            "窗口意见", "回访口径", "台账页码", "转办去向", "会签意见", "档案盒位", "内网标签", "归口网格", "对账差异", "督办要点", "老系统键值", "批示摘录");

    static final List<String> THEMES = List.of(
            "年度核查", "日常巡查", "资格认定", "变更备案", "专项整治", "补助发放", "信用监管", "执法检查", "运行监测", "名册", "普查成果", "审批结果", "竣工验收", "质量抽检",
            "分布", "投诉处理", "资金使用", "培训考核", "风险排查", "处罚决定", "许可发放", "等级评定", "台班", "需求登记", "注销", "移交", "绩效评价", "签约", "回访", "维修养护");

    private static final String SYLLABLES_ONE = "青云临安平远永昌新泰宁德嘉和长清兴隆宝丰东南西北明江石金玉龙凤白沙";
    private static final String SYLLABLES_TWO = "川河阳山溪州水城原林泉岭湾浦坪桥塘丘谷峰";

    private Lexicon() {}

    private static String[] property(String... cells) {
        return cells;
    }

    /// A name for a place; each number up to some six hundred thousand has its own.
    static String place(int number) {
        var one = SYLLABLES_ONE.length();
        var two = SYLLABLES_TWO.length();
        var first = SYLLABLES_ONE.charAt(number % one);
        var second = SYLLABLES_TWO.charAt(number / one % two);
        var rest = number / one / two;
        return rest == 0 ? "" + first + second : "" + first + SYLLABLES_ONE.charAt(rest % one) + second;
    }
}
