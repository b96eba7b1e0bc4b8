CREATE (province:Region {code: '990000', key: '990000', name: '示例省', level: '省'}),
  (city:Region {code: '990100', key: '990100', name: '示例市', level: '市'}),
  (county:Region {code: '990102', key: '990102', name: '东县', level: '县'}),
  (city)-[:PART_OF]->(province),
  (county)-[:PART_OF]->(city),
  (above:Department {code: 'P-GA', key: 'P-GA', name: '示例省公安厅', shortName: '省公安厅', level: '省', status: '在设', dataAuthority: false}),
  (police:Department {code: 'GA', key: 'GA', name: '示例市公安局', shortName: '市公安局', uscc: '11990100000000001X', level: '市', status: '在设', dataAuthority: false, office: '科技处'}),
  (station:Department {code: 'GA-E', key: 'GA-E', name: '东县公安局', level: '县', status: '在设', dataAuthority: false}),
  (data:Department {code: 'SJ', key: 'SJ', name: '示例市数据局', level: '市', status: '在设', dataAuthority: true}),
  (old:Department {code: 'XX', key: 'XX', name: '示例市信息中心', level: '市', status: '撤销', dataAuthority: false}),
  (above)-[:LOCATED_IN]->(province), (police)-[:LOCATED_IN]->(city), (station)-[:LOCATED_IN]->(county),
  (data)-[:LOCATED_IN]->(city), (old)-[:LOCATED_IN]->(city),
  (police)-[:GUIDED_BY]->(above), (station)-[:GUIDED_BY]->(police), (station)-[:PART_OF]->(police), (old)-[:SUCCEEDED_BY]->(data),
  (register:InformationSystem {code: 'S-RK', key: 'S-RK', name: '人口信息管理系统', level: '市', vertical: true, network: '政务外网', status: '运行'}),
  (register)-[:OPERATED_BY]->(police),
  (number:DataElement {code: 'DE00001', key: 'DE00001', name: '公民身份号码', synonyms: ['身份证号', '身份证号码'], identifier: 'GMSFHM', subject: '自然人', identifying: true}),
  (folk:DataElement {code: 'DE00002', key: 'DE00002', name: '民族', synonyms: [], identifier: 'MZ', subject: '自然人', identifying: false}),
  (people:DataResource {code: 'R1', key: 'R1', name: '常住人口基本信息', catalogueCodes: ['307000/1'], class: '基础', library: '人口库', summary: '常住人口登记的基本情况', sharing: '有条件共享', open: false, published: date('2024-03-01'), updated: date('2026-01-05'), status: '已发布'}),
  (counted:DataResource {code: 'R2', key: 'R2', name: '东县人口台账', catalogueCodes: [], class: '部门', sharing: '不予共享', open: true, status: '草稿'}),
  (loose:DataResource {code: 'R10', key: 'R10', name: '数据目录', catalogueCodes: [], class: '部门', sharing: '无条件共享', open: true, status: '已发布'}),
  (people)-[:PROVIDED_BY]->(police), (people)-[:HOSTED_IN]->(register), (counted)-[:PROVIDED_BY]->(station), (loose)-[:PROVIDED_BY]->(data),
  (people)-[:HAS_FIELD]->(f1:DataField {code: 'R1#姓名', key: 'R1#姓名', name: '姓名', ordinal: 1, physicalName: 'XM', acquisition: '采集'}),
  (people)-[:HAS_FIELD]->(f2:DataField {code: 'R1#公民身份号码', key: 'R1#公民身份号码', name: '公民身份号码', ordinal: 2, physicalName: 'SFZH', acquisition: '采集'}),
  (people)-[:HAS_FIELD]->(f3:DataField {code: 'R1#民 族', key: 'R1#民族', name: '民 族', ordinal: 3, physicalName: 'MZDM', acquisition: '产生'}),
  (people)-[:HAS_FIELD]->(f4:DataField {code: 'R1#备注', key: 'R1#备注', name: '备注'}),
  (counted)-[:HAS_FIELD]->(f5:DataField {code: 'R2#证件号码', key: 'R2#证件号码', name: '证件号码', ordinal: 1, acquisition: '共享获取'}),
  (form:Form {code: 'B1', key: 'B1', name: '居住登记表', respondent: '自然人', frequency: '按需', submissionsPerYear: 12000}),
  (form)-[:ISSUED_BY]->(station), (form)-[:COLLECTED_IN]->(register), (form)-[:APPLIES_IN]->(county),
  (form)-[:HAS_FIELD]->(f6:DataField {code: 'B1#身份证号', key: 'B1#身份证号', name: '身份证号', ordinal: 1, required: true, acquisition: '采集'}),
  (f2)-[:REPRESENTS]->(number), (f5)-[:REPRESENTS]->(number), (f6)-[:REPRESENTS]->(number), (f3)-[:REPRESENTS]->(folk)
WITH *
CALL () {
  MATCH (thing:Department|InformationSystem|DataResource|DataField|DataElement|Form)
  OPTIONAL MATCH (thing)-[:REPRESENTS]->(element:DataElement)
  WITH thing, element, coalesce(thing.synonyms, element.synonyms, []) AS synonyms
  SET thing.searchText = reduce(all = '', part IN [thing.name, thing.code, thing.shortName, thing.summary, thing.physicalName, thing.identifier, element.name] + synonyms + coalesce(thing.catalogueCodes, [])
    | CASE WHEN part IS NULL THEN all ELSE all + part + '\n' END)
  SET thing.searchInitials = CASE
    WHEN thing.name = '公民身份号码' THEN 'gmsfhm sfzh sfzhm'
    WHEN thing.name = '身份证号' THEN 'sfzh'
    WHEN thing.name = '示例市公安局' THEN 'slsgaj sgaj'
  END
}
RETURN count(*) AS done
