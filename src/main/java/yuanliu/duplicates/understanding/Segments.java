package yuanliu.duplicates.understanding;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The words of a name, by HanLP with the domain's words in its dictionary.
final class Segments {

    /// Words that narrow nothing: a name means the same without them.
    private static final Set<String> FILLERS =
            Set.of("详细", "具体", "所在", "信息", "数据", "基本", "的", "内容", "值", "项", "登记的", "名称及", "全");

    private static final int NOUN_FREQUENCY = 1000;

    private final Segment segment;

    private final ConcurrentHashMap<String, Set<String>> known = new ConcurrentHashMap<>();

    /// The dictionary is this object's own: what another register taught must not change how names are cut here.
    ///
    /// @param words the domain's: parts that somebody plays, kinds of subject
    Segments(Iterable<String> words) {
        var dictionary = new DynamicCustomDictionary();
        words.forEach(word -> dictionary.insert(word, "n " + NOUN_FREQUENCY));
        this.segment = new ViterbiSegment()
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableJapaneseNameRecognize(false)
                .enableCustomDictionary(dictionary);
    }

    /// In their order by code; fillers left out.
    Set<String> of(String name) {
        return known.computeIfAbsent(
                name,
                text -> segment.seg(text).stream()
                        .map(term -> term.word)
                        .filter(word -> !FILLERS.contains(word))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
