package yuanliu.reports;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import yuanliu.web.Download;
import yuanliu.web.NotThere;
import yuanliu.web.Today;

/// The lists, to be taken home. The parameters are those of the question: `?department=SS-RSJ&level=市`.
@Download
class ListExportController {

    private final FiledLists lists;
    private final ListExport export;
    private final Today today;

    ListExportController(FiledLists lists, ListExport export, Today today) {
        this.lists = lists;
        this.export = export;
        this.today = today;
    }

    @GetMapping("/api/lists/{code}.csv")
    ResponseEntity<StreamingResponseBody> csv(@PathVariable String code, @ModelAttribute ListFilter filter) {
        var list = list(code);
        var meant = meant(list, filter);
        return Download.Format.CSV.file(name(list), out -> export.csv(list, meant, out));
    }

    @GetMapping("/api/lists/{code}.xlsx")
    ResponseEntity<StreamingResponseBody> workbook(@PathVariable String code, @ModelAttribute ListFilter filter) {
        var list = list(code);
        var meant = meant(list, filter);
        return Download.Format.XLSX.file(name(list), out -> export.workbook(list, meant, out));
    }

    private FiledList<?> list(String code) {
        return lists.find(code).orElseThrow(() -> new NotThere("code", code));
    }

    /// What is wrong with the request is said before anything is written.
    private static ListFilter meant(FiledList<?> list, ListFilter filter) {
        list.check(filter);
        return list.meant(filter);
    }

    private String name(FiledList<?> list) {
        return "%s-%s".formatted(list.title(), today.date());
    }
}
