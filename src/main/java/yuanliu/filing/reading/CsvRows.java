package yuanliu.filing.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// The records of a CSV file.
final class CsvRows implements Rows {

    static final int LONGEST_FIELD = 1 << 24;
    private static final int MOST_FIELDS = 16_384;

    /// Where the bytes come from, anew each time.
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Source source;
    private final CsvScan scan;

    /// Goes through the whole file once: what its charset is and whether its quotes are closed shows only at the end.
    CsvRows(String name, Source source) throws IOException {
        this.name = name;
        this.source = source;
        try (var bytes = source.open()) {
            this.scan = CsvScan.of(bytes);
        }
        if (scan.openQuoteRecord() > 0) {
            throw IllegalPackage.notOne(
                    "BROKEN_QUOTES", "“%s”第%d条记录的引号没有成对,其后的内容无法分列".formatted(name, scan.openQuoteRecord()));
        }
        if (scan.isBinary()) {
            throw IllegalPackage.notOne("NOT_TEXT", "“%s”不是文本文件,不能作为CSV读取".formatted(name));
        }
    }

    @Override
    public Optional<CataloguePackage.Size> size() {
        return Optional.of(new CataloguePackage.Size(scan.records(), scan.bytes()));
    }

    @Override
    public void read(Predicate<RawRow> reader) throws IOException {
        var decoder = scan.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var number = 0;
        try (var bytes = source.open()) {
            bytes.skipNBytes(scan.mark());
            var text = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
            var records = CsvReader.builder()
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .maxBufferSize(LONGEST_FIELD * 2)
                    .build(
                            StringArrayHandler.builder()
                                    .maxFields(MOST_FIELDS)
                                    .maxFieldSize(LONGEST_FIELD)
                                    .maxRecordSize(LONGEST_FIELD * 4)
                                    .build(),
                            text);
            for (var fields : records) {
                number++;
                if (!reader.test(new RawRow(number, Arrays.asList(fields)))) {
                    return;
                }
            }
        } catch (CsvParseException broken) {
            throw IllegalPackage.notOne("BROKEN_CSV", "“%s”第%d条记录无法读取:列数过多、单元格过长或引号没有成对".formatted(name, number + 1));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
