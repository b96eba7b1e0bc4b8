package yuanliu.impact;

import yuanliu.catalog.DataResource;

/// A resource on which others depend for what is to be had nowhere else.
///
/// @param departments   others that use it or make something of it at first hand
/// @param dependants    fields that they make of it
/// @param irreplaceable fields of it that are used and have no alternative
public record SinglePoint(
        DataResource resource, int departments, int dependants, int sharings, long calls, int irreplaceable) {}
