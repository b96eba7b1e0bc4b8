package yuanliu.impact;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import yuanliu.catalog.Catalog;
import yuanliu.web.Page;
import yuanliu.web.Window;

/// Answers who is told of what, and on what much rests.
@Controller
class NoticeController {

    private final Catalog catalog;
    private final Impacts impacts;
    private final Notices notices;
    private final Weaknesses weaknesses;

    NoticeController(Catalog catalog, Impacts impacts, Notices notices, Weaknesses weaknesses) {
        this.catalog = catalog;
        this.impacts = impacts;
        this.notices = notices;
        this.weaknesses = weaknesses;
    }

    @SchemaMapping(typeName = "Impact", field = "notices")
    Page<Notice> ofImpact(Impact impact, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return notices.drafts(
                impact,
                Window.of(
                        "impact notices %s %s %s"
                                .formatted(impact.asked(), impact.of().id(), impact.asOf()),
                        first,
                        after));
    }

    @QueryMapping
    Page<Notice> notices(
            @Argument @Nullable NoticeFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        var which = filter == null ? NoticeFilter.ALL : filter;
        return notices.page(which, Window.of("notices " + which, first, after));
    }

    @QueryMapping
    Optional<Notice> notice(@Argument String code) {
        return notices.find(code);
    }

    @MutationMapping
    NoticesIssued issueNotices(@Argument IssueNoticesInput input) {
        var change = Change.of(input.change(), input.cycle(), input.sharing());
        return notices.issue(impacts.of(catalog.get(input.of(), "of"), change, input.asOf()), input.by());
    }

    @SchemaMapping
    Page<Notice> notices(NoticesIssued issued, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return notices.ofQuestion(issued.question(), Window.of("notices of " + issued.question(), first, after));
    }

    @MutationMapping
    AcknowledgeNoticeResult acknowledgeNotice(@Argument AcknowledgeNoticeInput input) {
        return notices.acknowledge(input);
    }

    @QueryMapping
    BasisRepealed basisRepealed(
            @Argument String document, @Argument @Nullable String clause, @Argument @Nullable LocalDate on) {
        return weaknesses.repealed(document, clause, on);
    }

    @SchemaMapping
    Page<BasisHit> hits(
            BasisRepealed repealed,
            @Argument BasisHit.@Nullable What what,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return weaknesses.hits(
                repealed,
                what,
                Window.of(
                        "repealed %s %s %s %s".formatted(repealed.document(), repealed.clause(), repealed.on(), what),
                        first,
                        after));
    }

    @QueryMapping
    Page<SinglePoint> singlePoints(@Argument @Nullable Integer first, @Argument @Nullable String after) {
        return weaknesses.singlePoints(Window.of("singlePoints", first, after));
    }

    /// What a stop of it would cost in all, down to the last user.
    @SchemaMapping
    Impact impact(SinglePoint point) {
        return impacts.of(point.resource(), ChangeKind.STOP);
    }
}
