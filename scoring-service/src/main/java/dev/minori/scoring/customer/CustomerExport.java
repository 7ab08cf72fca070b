package dev.minori.scoring.customer;

import dev.minori.kit.problem.Language;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.csv.CsvCharset;
import dev.minori.scoring.customer.CustomerList.Listed;
import dev.minori.scoring.customer.CustomerList.Position;
import dev.minori.scoring.expression.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list of customers as a CSV file, page by page in transactions of their own: neither memory nor a transaction
 * grows with the number of customers, and a slow reader holds nothing up.
 */
@ApplicationScoped
public class CustomerExport {
    private static final int PAGE = 1_000;

    private final CustomerPages pages;
    private final VisibilityRule visibility;
    private final WorkspaceTerms terms;
    private final Moments moments;

    CustomerExport(CustomerPages pages, VisibilityRule visibility, WorkspaceTerms terms, Moments moments) {
        this.pages = pages;
        this.visibility = visibility;
        this.terms = terms;
        this.moments = moments;
    }

    /** A file that is about to be written. */
    public final class File {
        private final UUID workspaceId;
        private final CustomerFilter filter;
        private final CustomerSort sort;
        private final CsvCharset charset;
        private final Visibility seen;
        private final CustomerCsv rows;

        private File(UUID workspaceId, CustomerFilter filter, CustomerSort sort, CsvCharset charset, CustomerCsv rows) {
            this.workspaceId = workspaceId;
            this.filter = filter;
            this.sort = sort;
            this.charset = charset;
            this.seen = visibility.ofCaller();
            this.rows = rows;
        }

        /** The day in the workspace on which it was made. */
        public String day() {
            return rows.today();
        }

        public CsvCharset charset() {
            return charset;
        }

        /** How many characters the charset lacks. Reads all customers once, unless the charset has every character. */
        public long replaced() {
            if (charset == CsvCharset.UTF_8) {
                return 0;
            }
            long[] count = {charset.encode(rows.header()).replaced()};
            walk(customer ->
                    count[0] += charset.encode(rows.row(customer.item())).replaced());
            return count[0];
        }

        /** Writes the file. */
        public void write(OutputStream out) throws IOException {
            out.write(charset.start());
            out.write(charset.encode(rows.header()).bytes());
            try {
                walk(customer -> {
                    try {
                        out.write(charset.encode(rows.row(customer.item())).bytes());
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                });
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
        }

        private void walk(Consumer<Listed> each) {
            WorkspaceContext.run(workspaceId, () -> {
                Position after = null;
                List<Listed> page;
                do {
                    page = pages.page(filter, sort, seen, after, PAGE);
                    page.forEach(each);
                    after = page.isEmpty() ? null : page.getLast().position();
                } while (page.size() == PAGE);
            });
        }
    }

    /** The file for these customers, as the caller may see them. */
    public File file(
            UUID workspaceId,
            CustomerFilter filter,
            CustomerSort sort,
            CsvCharset charset,
            @Nullable Language language) {
        CustomerCsv rows = new CustomerCsv(
                language == null ? Language.EN : language, terms.of(workspaceId).currency(), moments.now(workspaceId));
        return new File(workspaceId, filter, sort, charset, rows);
    }
}
