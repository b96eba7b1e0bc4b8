// Whether anything has been filed into the graph: a thing of any kind that a package may begin with, or a filing.
//
// plan: that there is one of a label reads one node, whatever the label holds.
RETURN EXISTS { MATCH (:Region) }
    OR EXISTS { MATCH (:Department) }
    OR EXISTS { MATCH (:DataElement) }
    OR EXISTS { MATCH (:DataResource) }
    OR EXISTS { MATCH (:Form) }
    OR EXISTS { MATCH (filing:Filing WHERE filing.sequence > 0) } AS filed
