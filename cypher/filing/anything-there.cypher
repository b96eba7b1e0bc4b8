// Whether anything is in the graph that a package may say something about.
//
// plan: that there is one of a label reads one node, whatever the label holds.
RETURN EXISTS { MATCH (:Region) }
    OR EXISTS { MATCH (:Department) }
    OR EXISTS { MATCH (:InformationSystem) }
    OR EXISTS { MATCH (:DataElement) }
    OR EXISTS { MATCH (:DataResource) }
    OR EXISTS { MATCH (:DataField) }
    OR EXISTS { MATCH (:Form) }
    OR EXISTS { MATCH (:SharingAgreement) }
    OR EXISTS { MATCH (:SourceUnit) }
    OR EXISTS { MATCH (:Designation) } AS there
