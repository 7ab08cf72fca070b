package dev.minori.simulators.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.simulators.NodeClients;
import dev.minori.simulators.bench.Http.Coding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Rows a second that the simulators can give away, beside those that other people's clients take. What can be given is
 * measured with two readers who throw the bytes away, so that the server's core is busy all the time; they ask for the
 * content coding that the client asks for.
 */
class ReadBench {

    private static final int ACCOUNTS = Integer.parseInt(System.getenv().getOrDefault("ACCOUNTS", "200000"));
    private static final int RECORDS = Integer.parseInt(System.getenv().getOrDefault("RECORDS", "40000"));
    private static final int ROUNDS = 3;
    private static final int READERS = 2;
    private static final String ROW = "%-44s %-6s %12s %12s %7s %6s";

    private final List<String> lines = new ArrayList<>();
    private double leastRatio = Double.MAX_VALUE;

    /** A way to read all rows, and how long that took. */
    @FunctionalInterface
    private interface Timed {
        double seconds(int rows) throws Exception;
    }

    /** Who reads: somebody else's client, unchanged, or a parser alone, which no client in its language can beat. */
    private enum Who {
        CLIENT,
        PARSER
    }

    @Test
    void theServerIsMeasuredBesideItsClients() throws Exception {
        try (PinnedServer server = PinnedServer.start(ACCOUNTS)) {
            explain();
            salesforce(server);
            kintone(server);
            line("the least ratio of a client: %.1f", leastRatio);
            line("the server's most memory: %d MiB, its database not counted", server.peakMemory());
        } finally {
            Files.write(Path.of("target", "bench.txt"), lines);
        }
    }

    private void explain() {
        line("rows a second, best of %d; server and database on one core, who reads on the other", ROUNDS);
        line("  server: to %d readers who throw the bytes away, in the coding the client asks for", READERS);
        line("  client: what an unchanged client of others takes; (in brackets: a parser of ours, for information)");
        line("  busy:   how much of the server's core the client keeps busy");
        line(ROW, "", "coding", "server", "client", "ratio", "busy");
    }

    private void salesforce(PinnedServer server) throws Exception {
        SalesforceReads reads = new SalesforceReads(server.salesforce(), ACCOUNTS);
        line("%,d accounts of 12 fields", ACCOUNTS);
        double plain = given(ACCOUNTS, () -> reads.rest(Coding.PLAIN));
        double zipped = given(ACCOUNTS, () -> reads.rest(Coding.GZIP));
        compare(server, Who.PARSER, "REST (Jackson's trees)", Coding.PLAIN, ACCOUNTS, plain, timed(reads::parsedRest));
        compare(
                server,
                Who.CLIENT,
                "REST, jsforce",
                Coding.GZIP,
                ACCOUNTS,
                zipped,
                node("rest", server.salesforce(), reads.token(), SalesforceReads.SOQL));
        try (CamelReads camel = new CamelReads(server.salesforce())) {
            Timed reading = timed(() -> camel.rest(SalesforceReads.SOQL));
            compare(server, Who.CLIENT, "REST, camel-salesforce", Coding.GZIP, ACCOUNTS, zipped, reading);
        }
        double soap = given(ACCOUNTS, reads::soap);
        compare(server, Who.CLIENT, "SOAP, force-wsc", Coding.PLAIN, ACCOUNTS, soap, timed(reads::partner));
        List<String> result = reads.bulkOne();
        double one = given(ACCOUNTS, () -> reads.drained(result));
        Timed ofOne = timed(() -> reads.parsed(result));
        compare(server, Who.CLIENT, "Bulk 1.0, force-wsc and its CSV reader", Coding.PLAIN, ACCOUNTS, one, ofOne);
        String job = reads.bulkTwo();
        double two = given(ACCOUNTS, () -> reads.pages(job, false));
        Timed ofTwo = timed(() -> reads.pages(job, true));
        compare(server, Who.CLIENT, "Bulk 2.0, force-wsc's CSV reader", Coding.PLAIN, ACCOUNTS, two, ofTwo);
    }

    private void kintone(PinnedServer server) throws Exception {
        KintoneReads reads = new KintoneReads(server.kintone(), RECORDS);
        reads.fill();
        line("%,d kintone records of 14 fields", RECORDS);
        String app = String.valueOf(KintoneReads.APP);
        double byId = given(RECORDS, () -> reads.byId(Coding.GZIP));
        Timed client = node("id", server.kintone(), KintoneReads.TOKEN, app);
        compare(server, Who.CLIENT, "by $id, @kintone/rest-api-client", Coding.GZIP, RECORDS, byId, client);
        double byCursor = given(RECORDS, () -> reads.byCursor(Coding.GZIP));
        client = node("cursor", server.kintone(), KintoneReads.TOKEN, app);
        compare(server, Who.CLIENT, "by cursor, @kintone/rest-api-client", Coding.GZIP, RECORDS, byCursor, client);
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }

    private void compare(
            PinnedServer server, Who who, String name, Coding coding, int rows, double given, Timed reading)
            throws Exception {
        PinnedServer.Core before = server.core();
        double taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            taken = Math.max(taken, rows / reading.seconds(rows));
        }
        double busy = server.core().busySince(before);
        double ratio = given / taken;
        if (who == Who.CLIENT) {
            leastRatio = Math.min(leastRatio, ratio);
        }
        line(
                ROW,
                name,
                coding.name().toLowerCase(Locale.ROOT),
                number("%,.0f", given),
                who == Who.CLIENT ? number("%,.0f", taken) : "(" + number("%,.0f", taken) + ")",
                number("%.1f×", ratio),
                number("%.0f%%", 100 * busy));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** What the server gives to readers at once. */
    private static double given(int rows, Callable<Integer> reading) throws Exception {
        double best = 0;
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                for (Future<Integer> one : readers.invokeAll(List.of(reading, reading))) {
                    assertThat(one.get()).isEqualTo(rows);
                }
                best = Math.max(best, READERS * rows / ((System.nanoTime() - start) / 1e9));
            }
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
