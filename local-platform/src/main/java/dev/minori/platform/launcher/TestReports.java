package dev.minori.platform.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the XML reports of surefire, failsafe, Playwright and the mutants say, summed up. */
final class TestReports {

    private static final List<String> DIRECTORIES =
            List.of("surefire-reports", "failsafe-reports", "browser-reports", "mutant-reports");

    /** The rungs of the test ladder, in the order in which they are shown. */
    enum Rung {
        ARCHITECTURE,
        UNIT,
        COMPONENT,
        SYSTEM,
        BROWSER,
        MUTANT;

        /** By the name of a test class, or of a file of browser tests or with a mutant. */
        static Rung of(String className) {
            if (className.endsWith(".spec.ts")) {
                return BROWSER;
            }
            if (className.endsWith(".mutant")) {
                return MUTANT;
            }
            if (className.endsWith("ArchitectureTest")) {
                return ARCHITECTURE;
            }
            if (className.endsWith("ComponentTest")) {
                return COMPONENT;
            }
            return className.endsWith("IT") ? SYSTEM : UNIT;
        }
    }

    /**
     * The tests of one rung in one module.
     *
     * @param failures names of the failed tests, as {@code Class.method}
     */
    record Suite(String module, Rung rung, int passed, int skipped, double seconds, List<String> failures) {

        Suite plus(Suite other) {
            List<String> all = new ArrayList<>(failures);
            all.addAll(other.failures);
            return new Suite(
                    module, rung, passed + other.passed, skipped + other.skipped, seconds + other.seconds, all);
        }
    }

    private record Key(String module, Rung rung) {}

    private TestReports() {}

    /** Removes old reports, so that nothing is counted that did not run now. */
    static void clear(Path repository) {
        for (Path directory : directories(repository)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads all reports; one suite a module and rung. */
    static List<Suite> read(Path repository) {
        Map<Key, Suite> suites = new TreeMap<>(Comparator.comparing(Key::module).thenComparing(Key::rung));
        for (Path directory : directories(repository)) {
            String module = repository.relativize(directory).getName(0).toString();
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(TestReports::isReport).sorted().toList()) {
                    Suite suite = parse(module, file);
                    suites.merge(new Key(module, suite.rung()), suite, Suite::plus);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(suites.values());
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private static List<Path> directories(Path repository) {
        try (Stream<Path> modules = Files.list(repository)) {
            return modules.flatMap(module -> DIRECTORIES.stream()
                            .map(name -> module.resolve("target").resolve(name)))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Format: https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd; reports of Playwright
     * and of the mutants hold a suite for each file.
     */
    private static Suite parse(String module, Path file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            Rung rung = Rung.UNIT;
            int tests = 0;
            int skipped = 0;
            double seconds = 0;
            String test = "";
            List<String> failures = new ArrayList<>();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testsuite" -> {
                        rung = Rung.of(xml.getAttributeValue("", "name"));
                        tests += Integer.parseInt(xml.getAttributeValue("", "tests"));
                        skipped += Integer.parseInt(xml.getAttributeValue("", "skipped"));
                        seconds += Double.parseDouble(
                                xml.getAttributeValue("", "time").replace(",", ""));
                    }
                    case "testcase" ->
                        test = xml.getAttributeValue("", "classname") + "." + xml.getAttributeValue("", "name");
                    case "failure", "error" -> {
                        if (!failures.contains(test)) {
                            failures.add(test);
                        }
                    }
                    default -> {
                        // Output, properties and stack traces.
                    }
                }
            }
            return new Suite(module, rung, tests - skipped - failures.size(), skipped, seconds, failures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException | NumberFormatException e) {
            // A report that was cut off belongs to a test run that died: that is a failure, not nothing.
            String name = file.getFileName().toString();
            String type = name.substring("TEST-".length(), name.length() - ".xml".length());
            return new Suite(module, Rung.of(type), 0, 0, 0, List.of(type + " (report is unreadable)"));
        }
    }
}
