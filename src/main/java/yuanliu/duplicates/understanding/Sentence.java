package yuanliu.duplicates.understanding;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a piece of evidence says, with `%s` where what was seen comes in. By its letter the graph keeps it: a letter
/// that was once given stays.
public enum Sentence {
    ELEMENTS_NAME('a', SignalKind.NAME, "名称“%s”与数据元一致"),
    OTHERS_NAME('b', SignalKind.NAME, "名称“%s”是另一数据元“%s”的名称"),
    PART_IN_NAME('c', SignalKind.QUALIFIER, "名称中的限定词是“%s”"),
    TAUGHT('d', SignalKind.NAME, "同名信息项已由人工确认为“%s”"),
    CALLED('e', SignalKind.NAME, "名称“%s”是数据元“%s”的%s"),
    SAME_WORDS('f', SignalKind.NAME, "名称“%s”与“%s”用词相同"),
    IN_CONTEXT('g', SignalKind.NAME, "名称“%s”在“%s”中指“%s”"),
    DESCRIBED('h', SignalKind.DESCRIPTION, "说明指明是“%s”"),
    ALIKE('i', SignalKind.NAME, "名称“%s”与“%s”相近"),
    USUAL_COLUMN('j', SignalKind.PHYSICAL_NAME, "字段名“%s”是“%s”的惯用字段名"),
    MENTIONED('k', SignalKind.DESCRIPTION, "说明提到“%s”"),
    NEAR('l', SignalKind.EMBEDDING, "向量模型认为“%s”与“%s”相近（%s）"),
    SUBJECT_IN_NAME('m', SignalKind.SUBJECT, "名称说的是%s"),

    /// As said of proposals of before: it named the field's resource, and so there were as many as resources.
    OTHER_SUBJECT_BY_NAME('n', SignalKind.SUBJECT, "数据元说的是%s,“%s”说的是%s"),
    NOT_BORNE_OUT('o', SignalKind.DESCRIPTION, "说明“%s”没有印证"),
    OTHER_TYPE('p', SignalKind.TYPE, "数据类型或长度与数据元不符"),
    SAME_TYPE('q', SignalKind.TYPE, "数据类型与长度与数据元相符"),
    SAME_CODES('r', SignalKind.CODE_LIST, "值域代码同为“%s”"),
    OTHER_CODES('s', SignalKind.CODE_LIST, "值域代码“%s”与数据元的“%s”不同"),
    ELEMENTS_COLUMN('t', SignalKind.PHYSICAL_NAME, "字段名“%s”与数据元标识符一致"),
    OTHER_SUBJECT('u', SignalKind.SUBJECT, "数据元说的是%s,所属资源说的是%s");

    static final Map<Character, Sentence> BY_LETTER =
            Arrays.stream(values()).collect(Collectors.toMap(one -> one.letter, Function.identity()));

    final char letter;
    final SignalKind kind;
    final String words;

    Sentence(char letter, SignalKind kind, String words) {
        this.letter = letter;
        this.kind = kind;
        this.words = words;
    }
}
