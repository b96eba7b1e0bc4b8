// The first day of which any derivation tells: the first from which one holds, or the first on which one was filed.
CALL () {
  MATCH ()-[dated:DERIVED_FROM]->()
  WHERE dated.validFrom IS NOT NULL
  RETURN dated.validFrom AS day
  ORDER BY day
  LIMIT 1
UNION ALL
  MATCH ()-[filed:DERIVED_FROM]->()
  WHERE filed.filedOn IS NOT NULL
  RETURN filed.filedOn AS day
  ORDER BY day
  LIMIT 1
}
RETURN min(day) AS day
