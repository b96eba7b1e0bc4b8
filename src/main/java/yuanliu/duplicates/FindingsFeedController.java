package yuanliu.duplicates;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import yuanliu.duplicates.FindingsFeed.News;
import yuanliu.web.BadRequest;
import yuanliu.web.Page;
import yuanliu.web.Today;
import yuanliu.web.Window;

/// Tells machines, and feed readers, what was found since they last asked.
@RestController
class FindingsFeedController {

    private static final String PATH = "/api/findings.atom";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String OURS = "urn:yuanliu";
    private static final MediaType TYPE = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final OffsetDateTime NEVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final FindingsFeed feed;

    FindingsFeedController(FindingsFeed feed) {
        this.feed = feed;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> feed(
            @RequestParam(required = false) @Nullable Integer first,
            @RequestParam(required = false) @Nullable String after)
            throws XMLStreamException {
        var from = after == null || after.isEmpty() ? null : after;
        var window = Window.of(FindingsFeed.LIST, first, from);
        return ResponseEntity.ok().contentType(TYPE).body(written(feed.page(window), window, from));
    }

    private static byte[] written(Page<News> page, Window window, @Nullable String after) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(ATOM);
        xml.writeStartElement(ATOM, "feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeNamespace("yl", OURS);
        element(xml, "id", "urn:yuanliu:findings");
        element(xml, "title", "源流：新检出的重复采集疑点");
        element(
                xml,
                "updated",
                time(
                        page.getNodes().isEmpty()
                                ? NEVER
                                : page.getNodes().getLast().step().at()));
        xml.writeStartElement(ATOM, "author");
        element(xml, "name", "源流");
        xml.writeEndElement();
        link(xml, "self", window.first(), after);
        var last = page.getPageInfo().getEndCursor();
        var resume = last == null ? after : last.getValue();
        if (page.getPageInfo().isHasNextPage()) {
            link(xml, "next", window.first(), resume);
        }
        if (resume != null) {
            xml.writeStartElement("yl", "after", OURS);
            xml.writeCharacters(resume);
            xml.writeEndElement();
        }
        for (var news : page.getNodes()) {
            entry(xml, news);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    /// Relative, so that it holds behind any gateway.
    private static void link(XMLStreamWriter xml, String relation, int first, @Nullable String after)
            throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", "application/atom+xml");
        xml.writeAttribute(
                "href",
                "findings.atom?first=" + first
                        + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8)));
    }

    private static void entry(XMLStreamWriter xml, News news) throws XMLStreamException {
        var finding = news.finding();
        var step = news.step();
        xml.writeStartElement(ATOM, "entry");
        element(xml, "id", "urn:yuanliu:finding:%s:%d".formatted(finding.code(), step.number()));
        element(xml, "title", "%s（%s）".formatted(finding.name(), step.reason()));
        element(xml, "updated", time(step.at()));
        category(xml, "kind", finding.kind().name(), finding.kind().word());
        category(xml, "band", finding.band().name(), null);
        category(xml, "step", step.to().name(), step.to().word());
        xml.writeStartElement(ATOM, "content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(clean(finding.suggestion()));
        xml.writeEndElement();
        xml.writeStartElement("yl", "code", OURS);
        xml.writeCharacters(clean(finding.code()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void category(XMLStreamWriter xml, String scheme, String term, @Nullable String label)
            throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("scheme", "urn:yuanliu:" + scheme);
        xml.writeAttribute("term", term);
        if (label != null) {
            xml.writeAttribute("label", label);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String time(OffsetDateTime at) {
        return at.atZoneSameInstant(Today.ZONE).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /// What was filed may have characters that XML cannot have.
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point == 0x9
                                || point == 0xA
                                || point == 0xD
                                || point >= 0x20 && point <= 0xD7FF
                                || point >= 0xE000 && point <= 0xFFFD
                                || point >= 0x10000
                        ? point
                        : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    @ExceptionHandler
    ProblemDetail bad(BadRequest bad) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.sentence());
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException unreadable) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "参数 %s 无法识别".formatted(unreadable.getName()));
    }
}
