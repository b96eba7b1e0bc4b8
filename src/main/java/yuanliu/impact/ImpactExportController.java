package yuanliu.impact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import yuanliu.catalog.Catalog;
import yuanliu.catalog.EntityRef;
import yuanliu.web.Download;

/// The whole of an impact, to be taken home. The parameters are those of the question: `dataResource=R-1&change=STOP`.
@Download
class ImpactExportController {

    private final Catalog catalog;
    private final Impacts impacts;
    private final ImpactExport export;

    ImpactExportController(Catalog catalog, Impacts impacts, ImpactExport export) {
        this.catalog = catalog;
        this.impacts = impacts;
        this.export = export;
    }

    @GetMapping("/api/impact.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @ModelAttribute EntityRef of,
            @RequestParam ChangeKind change,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String sharing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        var impact = impact(of, change, cycle, sharing, asOf);
        return file(impact, Download.Format.CSV, out -> export.csv(impact, out));
    }

    @GetMapping("/api/impact.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(
            @ModelAttribute EntityRef of,
            @RequestParam ChangeKind change,
            @RequestParam(required = false) @Nullable String cycle,
            @RequestParam(required = false) @Nullable String sharing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf) {
        var impact = impact(of, change, cycle, sharing, asOf);
        return file(impact, Download.Format.XLSX, out -> export.workbook(impact, out));
    }

    private Impact impact(
            EntityRef of,
            ChangeKind change,
            @Nullable String cycle,
            @Nullable String sharing,
            @Nullable LocalDate asOf) {
        var asked = Change.of(change, cycle, sharing);
        return impacts.of(catalog.get(of, "of"), asked, asOf);
    }

    private static ResponseEntity<StreamingResponseBody> file(
            Impact impact, Download.Format format, StreamingResponseBody body) {
        return format.file("影响分析-%s-%s-%s".formatted(impact.of().code(), impact.change(), impact.asOf()), body);
    }
}
