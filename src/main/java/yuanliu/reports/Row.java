package yuanliu.reports;

import java.util.List;

/// A row of a list that people file: it says what it rests on.
interface Row {
    List<RowEvidence> evidence();
}
