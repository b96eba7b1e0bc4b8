package yuanliu.verification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuanliu.web.BadRequest;
import yuanliu.web.Written;

/// What whoever compared files of one run.
record RunMove(
        String rule,
        String id,
        LocalDate day,
        long compared,
        long differed,
        @Nullable Long missingAtSource,
        @Nullable Long missingAtOther,
        @Nullable List<VerificationRun.Share> breakdown,
        String by,
        @Nullable String document) {

    private static final int LONGEST_ID = 100;
    private static final int MOST_CLASSES = 50;

    RunMove {
        id = id.strip();
        by = by.strip();
        document = Written.orNull(document);
        missingAtSource = missingAtSource == null ? Long.valueOf(0) : missingAtSource;
        missingAtOther = missingAtOther == null ? Long.valueOf(0) : missingAtOther;
        breakdown = breakdown == null ? List.of() : List.copyOf(breakdown);
    }

    long mismatched() {
        return differed + atSource() + atOther();
    }

    long atSource() {
        return missingAtSource == null ? 0 : missingAtSource;
    }

    long atOther() {
        return missingAtOther == null ? 0 : missingAtOther;
    }

    List<VerificationRun.Share> classes() {
        return breakdown == null ? List.of() : breakdown;
    }

    /// @throws BadRequest when the numbers cannot be so
    void check(LocalDate today) {
        Written.requireBy(by);
        VerificationRefused.refuseLong(null, document);
        if (id.isEmpty()) {
            throw new BadRequest("请在 id 中写明本次校核的编号");
        }
        Written.refuseLong("id", id, LONGEST_ID);
        if (day.isAfter(today)) {
            throw new BadRequest("校核日期 %s 晚于今天".formatted(day));
        }
        if (compared < 0 || differed < 0 || atSource() < 0 || atOther() < 0) {
            throw new BadRequest("比对数、不一致数、缺失数不能小于 0");
        }
        if (mismatched() > compared) {
            throw new BadRequest("不一致 %d、数源缺失 %d、校核方缺失 %d，合计多于比对数 %d；比对数包括只在一方找到的"
                    .formatted(differed, atSource(), atOther(), compared));
        }
        if (classes().size() > MOST_CLASSES) {
            throw new BadRequest(
                    "分类最多 %d 类，收到 %d 类".formatted(MOST_CLASSES, classes().size()));
        }
        for (var one : classes()) {
            Written.refuseLong("breakdown.name", one.name(), LONGEST_ID);
            if (one.name().isBlank() || one.count() < 0) {
                throw new BadRequest("分类须有名称，件数不能小于 0");
            }
        }
        if (classes().stream().map(VerificationRun.Share::name).distinct().count()
                < classes().size()) {
            throw new BadRequest("同一分类写了两次");
        }
        var classed = classes().stream().mapToLong(VerificationRun.Share::count).sum();
        if (classed > mismatched()) {
            throw new BadRequest("分类合计 %d 多于不一致的 %d".formatted(classed, mismatched()));
        }
    }

    @Nullable
    VerificationRefused personal() {
        var written = new java.util.ArrayList<@Nullable String>(List.of("by", by, "id", id));
        classes().forEach(one -> written.addAll(List.of("breakdown", one.name())));
        written.add("document");
        written.add(document);
        return VerificationRefused.personal(written.toArray(String[]::new));
    }
}
