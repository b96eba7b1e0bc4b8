// Every data element's key, by the number of its node.
// plan: there are few, and all are wanted
MATCH (element:DataElement)
RETURN id(element) AS node, element.key AS key
