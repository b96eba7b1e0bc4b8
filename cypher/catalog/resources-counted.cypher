// How many entries the whole catalogue has.
// $library        the name of the library that they belong to, or null
// $resourceClass  their class, or null
// $sharing        how they are shared, or null
// $open           whether they are open to the public, or null
// $status         their status, or null
// $nameContains   what their name has in it, or null
MATCH (resource:DataResource)
WHERE resource.code > ''
  AND ($library IS NULL OR resource.library = $library)
  AND ($resourceClass IS NULL OR resource.class = $resourceClass)
  AND ($sharing IS NULL OR resource.sharing = $sharing)
  AND ($open IS NULL OR resource.open = $open)
  AND ($status IS NULL OR resource.status = $status)
  AND ($nameContains IS NULL OR toLower(resource.name) CONTAINS toLower($nameContains))
RETURN count(resource) AS total
