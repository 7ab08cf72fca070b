package dev.minori.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.simulators.NodeClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Rows a second of the server, read by nobody, beside those of clients that make something of them. Uncompressed. */
class ReadBench {

    private static final int ACCOUNTS = Integer.parseInt(System.getenv().getOrDefault("ACCOUNTS", "200000"));
    private static final int RECORDS = 20_000;
    private static final int ROUNDS = 3;

    private final List<String> lines = new ArrayList<>();

    /** A way to read all rows, and how long that took. */
    @FunctionalInterface
    private interface Timed {
        double seconds(int rows) throws Exception;
    }

    @Test
    void theServerIsMeasuredBesideItsClients() throws Exception {
        try (PinnedServer server = PinnedServer.start(ACCOUNTS)) {
            SalesforceReads salesforce = new SalesforceReads(server.salesforce(), ACCOUNTS);
            line("%-40s %12s %12s %8s", "rows a second, best of " + ROUNDS, "server", "client", "ratio");
            line("%,d accounts of 12 fields", ACCOUNTS);
            double rest = best(ACCOUNTS, timed(() -> salesforce.rest(false)));
            compare("REST query, Jackson", ACCOUNTS, rest, timed(() -> salesforce.rest(true)));
            compare(
                    "REST query, jsforce",
                    ACCOUNTS,
                    rest,
                    node("rest", server.salesforce(), salesforce.token(), SalesforceReads.SOQL));
            double soap = best(ACCOUNTS, timed(salesforce::soap));
            compare("SOAP query, force-wsc", ACCOUNTS, soap, timed(salesforce::partner));
            List<String> result = salesforce.bulkOne();
            double one = best(ACCOUNTS, timed(() -> salesforce.drained(result)));
            compare("Bulk 1.0 CSV, force-wsc", ACCOUNTS, one, timed(() -> salesforce.parsed(result)));
            String job = salesforce.bulkTwo();
            double two = best(ACCOUNTS, timed(() -> salesforce.pages(job, false)));
            compare("Bulk 2.0 CSV, force-wsc's reader", ACCOUNTS, two, timed(() -> salesforce.pages(job, true)));
            kintone(server.kintone());
            line("the server's most memory: %d MiB", server.peakMemory());
        }
        Files.write(Path.of("target", "bench.txt"), lines);
    }

    private void kintone(String url) throws Exception {
        KintoneReads kintone = new KintoneReads(url, RECORDS);
        kintone.fill();
        line("%,d records of 14 fields", RECORDS);
        String app = String.valueOf(KintoneReads.APP);
        double byId = best(RECORDS, timed(kintone::byId));
        compare("kintone by $id, rest-api-client", RECORDS, byId, node("id", url, KintoneReads.TOKEN, app));
        double byCursor = best(RECORDS, timed(kintone::byCursor));
        compare("kintone cursor, rest-api-client", RECORDS, byCursor, node("cursor", url, KintoneReads.TOKEN, app));
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private void compare(String name, int rows, double given, Timed client) throws Exception {
        double taken = best(rows, client);
        line("%-40s %,12.0f %,12.0f %7.1f×", name, given, taken, given / taken);
    }

    private static double best(int rows, Timed reading) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, rows / reading.seconds(rows));
        }
        return best;
    }

    private static Timed timed(Callable<Integer> reading) {
        return rows -> {
            long start = System.nanoTime();
            assertThat(reading.call()).isEqualTo(rows);
            return (System.nanoTime() - start) / 1e9;
        };
    }

    /** A client in JavaScript, which is pinned as this process is. */
    private static Timed node(String way, String address, String secret, String what) {
        return rows -> {
            String[] told = told(way, address, secret, what).strip().split(" ");
            assertThat(Integer.parseInt(told[0])).isEqualTo(rows);
            return Double.parseDouble(told[1]);
        };
    }

    private static String told(String way, String address, String secret, String what)
            throws IOException, InterruptedException {
        return NodeClients.run(Map.of(), "node", "bench.mjs", way, address, secret, what);
    }
}
