// Whether the graph has anything.
RETURN EXISTS { MATCH () } AS filed
