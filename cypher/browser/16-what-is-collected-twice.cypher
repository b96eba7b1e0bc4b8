// 哪些被重复采集?检出或在办的疑点,最有把握的在前。
MATCH (finding:DuplicateFinding)
WHERE finding.present OR finding.state <> 'SUSPECTED'
RETURN finding.code AS code, finding.name AS name, finding.band AS band, finding.state AS state
ORDER BY finding.score DESC, code
