package dev.minori.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much memory processes hold. */
public final class Memory {

    private Memory() {}

    /**
     * Resident bytes of a process and its descendants. Memory that they share (PostgreSQL's buffers) counts once: the
     * largest share of any of them.
     */
    public static long residentBytes(ProcessHandle process) {
        List<Usage> usages = Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .map(Memory::usage)
                .toList();
        return usages.stream().mapToLong(Usage::own).sum()
                + usages.stream().mapToLong(Usage::shared).max().orElse(0);
    }

    /** Resident bytes of the process alone. */
    public static long ownResidentBytes(ProcessHandle process) {
        Usage usage = usage(process.pid());
        return usage.own() + usage.shared();
    }

    private record Usage(long own, long shared) {}

    private static Usage usage(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return new Usage(fromPs(pid), 0);
        }
        try (Stream<String> lines = Files.lines(status)) {
            Map<String, Long> kilobytes = lines.map(line -> line.split(":\\s+"))
                    .filter(parts -> parts.length == 2 && parts[1].endsWith(" kB"))
                    .collect(Collectors.toMap(
                            parts -> parts[0],
                            parts -> Long.parseLong(parts[1].replace(" kB", "").trim())));
            return new Usage(
                    1024 * (kilobytes.getOrDefault("RssAnon", 0L) + kilobytes.getOrDefault("RssFile", 0L)),
                    1024 * kilobytes.getOrDefault("RssShmem", 0L));
        } catch (IOException | NumberFormatException e) {
            return new Usage(0, 0);
        }
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            ps.waitFor(10, TimeUnit.SECONDS);
            return output.isEmpty() ? 0 : 1024 * Long.parseLong(output);
        } catch (IOException | NumberFormatException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
