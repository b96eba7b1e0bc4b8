// How far each index has been filled, and why not where it cannot be.
SHOW INDEXES
YIELD name, state, populationPercent, labelsOrTypes, failureMessage
RETURN name, state, populationPercent, labelsOrTypes, failureMessage
ORDER BY name
