package yuanliu.impact;

import java.util.Comparator;
import yuanliu.catalog.Department;
import yuanliu.web.Codes;

/// What one department suffers, as it is added up.
final class DepartmentHit {

    static final Comparator<DepartmentHit> WORST_FIRST = DepartmentHit::beforeOf;

    private int beforeOf(DepartmentHit other) {
        if (severity != other.severity) {
            return severity.compareTo(other.severity);
        }
        if (nearestHop != other.nearestHop) {
            return Integer.compare(nearestHop, other.nearestHop);
        }
        if (fields != other.fields) {
            return Integer.compare(other.fields, fields);
        }
        if (resources != other.resources) {
            return Integer.compare(other.resources, resources);
        }
        if (sharings != other.sharings) {
            return Integer.compare(other.sharings, sharings);
        }
        return calls != other.calls ? Long.compare(other.calls, calls) : Codes.ORDER.compare(key, other.key);
    }

    private final String key;
    private Severity severity = Severity.NOTICE;
    private int nearestHop = Integer.MAX_VALUE;
    private int fields;
    private int resources;
    private int sharings;
    private int systems;
    private long calls;

    DepartmentHit(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    Severity severity() {
        return severity;
    }

    DepartmentHit field() {
        fields++;
        return this;
    }

    DepartmentHit resource() {
        resources++;
        return this;
    }

    DepartmentHit sharing(long times) {
        sharings++;
        calls += times;
        return this;
    }

    /// One system more is its own.
    void system() {
        systems++;
    }

    DepartmentHit suffers(Severity one, int hop) {
        severity = one.compareTo(severity) < 0 ? one : severity;
        nearestHop = Math.min(nearestHop, hop);
        return this;
    }

    DepartmentImpact shown(Department department) {
        return new DepartmentImpact(department, severity, nearestHop, fields, resources, systems, sharings, calls);
    }
}
