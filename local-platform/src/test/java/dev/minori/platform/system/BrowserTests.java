package dev.minori.platform.system;

import dev.minori.platform.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The browser tests of the console, against a running platform. Each has its line in a report of its own. */
final class BrowserTests {
    private static final long LONGEST_MINUTES = 20;

    private BrowserTests() {}

    static void run(LocalPlatform platform) throws IOException, InterruptedException {
        Path console = Installation.locate().repository().resolve("console");
        Path reports = Files.createDirectories(console.resolve("target/browser-reports"));
        Path log = reports.resolve("browser.log");
        ProcessBuilder playwright = new ProcessBuilder(List.of(
                        "node", "node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts"))
                .directory(console.resolve("webui").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        playwright.environment().put("MINORI_CONSOLE", "http://127.0.0.1:" + platform.port("CONSOLE"));
        if (Boolean.getBoolean("minori.test.long")) {
            playwright.environment().put("MINORI_LONG", "true");
        }
        playwright.environment().put("MINORI_SALESFORCE", "http://127.0.0.1:" + platform.port("SALESFORCE"));
        playwright.environment().put("MINORI_KINTONE", "http://127.0.0.1:" + platform.port("KINTONE"));
        playwright
                .environment()
                .put(
                        "PLAYWRIGHT_JUNIT_OUTPUT_FILE",
                        reports.resolve("TEST-browser.xml").toString());
        Process process = playwright.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("The browser tests hang; see " + log);
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("Browser tests failed; see " + log + "\n" + Files.readString(log));
        }
    }
}
