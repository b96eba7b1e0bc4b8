// For fields that are hit, a field of the same unit from which the same datum can be had instead.
// $fields  the keys of all fields that are hit or stopped: none of them is an alternative
// $day     the day of the designations
//
// It is collected or made by its own department, may be shared, and is live: neither its resource nor its system is out
// of use. The designated source comes first, then what is shared without condition.
UNWIND $fields AS key
MATCH (:DataField {key: key})-[:HELD_AS]->(unit:SourceUnit)
WITH unit, collect(key) AS hit
CALL (unit) {
  MATCH (unit)<-[:HELD_AS]-(other:DataField)<-[:HAS_FIELD]-(resource:DataResource)
  WHERE other.acquisition IN ['采集', '产生']
    AND NOT other.key IN $fields
    AND NOT '不予共享' IN [coalesce(other.sharing, ''), coalesce(resource.sharing, '')]
    AND coalesce(resource.status, '已发布') = '已发布'
    AND NOT EXISTS { MATCH (resource)-[:HOSTED_IN]->(system:InformationSystem) WHERE system.status IN ['停用', '测试'] }
  WITH unit, other, resource, EXISTS {
    MATCH (other)<-[:AT]-(designation:Designation {state: '已认定'})-[:OF]->(:SourceUnit {elementKey: unit.elementKey})
    WHERE coalesce(designation.validFrom <= $day, true) AND coalesce($day < designation.validTo, true)
  } AS designated
  RETURN other
  ORDER BY designated DESC, resource.sharing = '无条件共享' DESC, other.code
  LIMIT 1
}
UNWIND hit AS key
RETURN key, other.key AS alternative
