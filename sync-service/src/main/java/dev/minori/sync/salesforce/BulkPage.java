package dev.minori.sync.salesforce;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.SourceField;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceValue;
import dev.minori.sync.source.Utf8;
import dev.minori.sync.source.ValueHygiene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of bulk results in a file. Every page has its own header line. */
final class BulkPage implements AutoCloseable {
    private static final int CELLS_PER_CHUNK = 60_000;

    private final Path file;
    private final CloseableIterator<CsvRecord> rows;
    private final List<@Nullable SourceField> columns;
    private final ReadPlan plan;
    private final @Nullable String nextLocator;

    private BulkPage(Path file, CloseableIterator<CsvRecord> rows, ReadPlan plan, @Nullable String nextLocator) {
        this.file = file;
        this.rows = rows;
        this.plan = plan;
        this.nextLocator = nextLocator;
        Map<String, SourceField> byCode =
                plan.fields().stream().collect(Collectors.toMap(SourceField::code, Function.identity()));
        this.columns = new ArrayList<>();
        if (rows.hasNext()) {
            rows.next().getFields().forEach(name -> columns.add(byCode.get(name)));
        }
    }

    /**
     * Opens a downloaded page behind the rows already taken; null if the file does not hold the announced number of
     * complete rows. A proxy may strip the announcing header: then only the form of the file is checked here, and the
     * job's total at the end.
     */
    static @Nullable BulkPage open(Path file, HttpHeaders headers, ReadPlan plan, int taken) {
        OptionalLong announced = headers.firstValueAsLong("Sforce-NumberOfRecords");
        long found = countRows(file);
        if (found < 0 || (announced.isPresent() && announced.getAsLong() != found)) {
            return null;
        }
        String locator = headers.firstValue("Sforce-Locator").orElse("null");
        BulkPage page = new BulkPage(file, read(file), plan, locator.equals("null") ? null : locator);
        for (int i = 0; i < taken && page.rows.hasNext(); i++) {
            page.rows.next();
        }
        return page;
    }

    /** Some rows of the page, few when they are wide. */
    List<SourceRecord> take() {
        int size = Math.clamp(CELLS_PER_CHUNK / Math.max(1, columns.size()), 100, 2_000);
        List<SourceRecord> records = new ArrayList<>(size);
        while (records.size() < size && rows.hasNext()) {
            records.add(record(rows.next()));
        }
        return records;
    }

    boolean isExhausted() {
        return !rows.hasNext();
    }

    /** The following page, null after the last: the header then is the word {@code null}. */
    @Nullable
    String nextLocator() {
        return nextLocator;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        BulkStream.delete(file);
    }

    private SourceRecord record(CsvRecord row) {
        SortedMap<String, SourceValue> values = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            SourceField field = columns.get(i);
            String text = row.getField(i);
            if (field != null && !text.isEmpty()) {
                values.put(field.code(), ValueHygiene.read(text, field.type()));
            }
        }
        String id = values.get("Id") instanceof SourceValue.Text(String text) ? text : "";
        return new SourceRecord(
                id, SalesforceRecords.stamp(plan.schema(), values), SalesforceRecords.isDeleted(values), values);
    }

    /** Number of data rows, −1 if the file is not complete CSV with as many fields in every row as its header. */
    private static long countRows(Path file) {
        try (CloseableIterator<CsvRecord> rows = read(file)) {
            if (!rows.hasNext()) {
                return -1;
            }
            int width = rows.next().getFieldCount();
            long count = 0;
            while (rows.hasNext()) {
                if (rows.next().getFieldCount() != width) {
                    return -1;
                }
                count++;
            }
            return count;
        } catch (CsvParseException _) {
            return -1;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static CloseableIterator<CsvRecord> read(Path file) {
        try {
            return CsvReader.builder()
                    .skipEmptyLines(true)
                    .ofCsvRecord(Utf8.reader(Files.newInputStream(file)))
                    .iterator();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
