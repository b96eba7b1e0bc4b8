package yuanliu.duplicates.understanding;

import com.hankcs.hanlp.dictionary.CustomDictionary;
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

    private final Segment segment = new ViterbiSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enableJapaneseNameRecognize(false)
            .enableCustomDictionary(true);

    private final ConcurrentHashMap<String, Set<String>> known = new ConcurrentHashMap<>();

    Segments(Iterable<String> words) {
        words.forEach(word -> CustomDictionary.insert(word, "n " + NOUN_FREQUENCY));
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
