package yuanliu.duplicates;

/// How it stands with a finding (疑点状态): 疑似 → 已派发 → 认可 or 不认可 → 属实, 豁免 or 误报 → 整改中 → 已销号, and 复发.
enum FindingState {
    SUSPECTED,
    ASSIGNED,
    ACCEPTED,
    CONTESTED,
    UPHELD,
    EXEMPT,
    FALSE_ALARM,
    MENDING,
    CLOSED,
    RECURRED
}
