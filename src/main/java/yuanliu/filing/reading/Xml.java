package yuanliu.filing.reading;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One part of a workbook, element after element. Declarations of types and entities are refused, and so is what no
/// writer of workbooks writes: elements nested without end, tags of a megabyte.
final class Xml implements AutoCloseable {

    /// More than a cell may have, so that who counts still sees that it is too long.
    static final int LONGEST_TEXT = 2 << 20;

    private static final int DEEPEST = 64;
    private static final int LONGEST_TAG = 1 << 20;

    private final InputStream bytes;
    private final XMLStreamReader reader;
    private int depth;

    private Xml(InputStream bytes, XMLStreamReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    /// A factory keeps the names it has seen: so each part has its own.
    static Xml of(InputStream bytes) throws IOException {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return new Xml(bytes, factory.createXMLStreamReader(new ShortTags(bytes)));
        } catch (XMLStreamException broken) {
            bytes.close();
            throw broken();
        }
    }

    /// Goes to the next beginning or end of an element.
    ///
    /// @return whether there is one
    boolean next() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw broken();
                        }
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw entities();
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException failure) {
            throw broken();
        }
    }

    boolean starts(String name) {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(name);
    }

    /// An attribute of the element that has just begun, whatever its namespace.
    @Nullable
    String attribute(String name) {
        for (var at = 0; at < reader.getAttributeCount(); at++) {
            if (reader.getAttributeLocalName(at).equals(name)) {
                return reader.getAttributeValue(at);
            }
        }
        return null;
    }

    /// Adds the text of the element that has just begun, cut where it is too long for anybody, and goes to its end.
    void text(StringBuilder into) {
        try {
            for (var inside = 1; inside > 0; ) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (depth + ++inside > DEEPEST) {
                            throw broken();
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> inside--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        var room = LONGEST_TEXT - into.length();
                        if (room > 0) {
                            into.append(
                                    reader.getTextCharacters(),
                                    reader.getTextStart(),
                                    Math.min(room, reader.getTextLength()));
                        }
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw entities();
                    default -> {}
                }
            }
            depth--;
        } catch (XMLStreamException failure) {
            throw broken();
        }
    }

    static IllegalPackage broken() {
        return IllegalPackage.notOne("BROKEN_WORKBOOK", "工作簿的内容已损坏,无法读取");
    }

    private static IllegalPackage entities() {
        return IllegalPackage.notOne("XML_ENTITIES", "工作簿中含有不允许的实体声明,未读取");
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /// A tag is held in memory whole by every parser.
    private static final class ShortTags extends FilterInputStream {

        private int tag = -1;

        ShortTags(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            var value = super.read();
            count((byte) value);
            return value;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            var count = super.read(buffer, from, length);
            for (var at = from; at < from + count; at++) {
                count(buffer[at]);
            }
            return count;
        }

        private void count(byte value) {
            if (tag >= 0) {
                tag = value == '>' ? -1 : tag + 1;
                if (tag > LONGEST_TAG) {
                    throw broken();
                }
            } else if (value == '<') {
                tag = 0;
            }
        }
    }
}
