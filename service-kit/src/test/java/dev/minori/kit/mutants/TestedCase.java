package dev.minori.kit.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a report of surefire says of one test. */
record TestedCase(String type, String method, Result result) {

    enum Result {
        PASSED,
        FAILED,
        SKIPPED,
        /** The application around the test did not come up, so the test itself proved nothing. */
        NOT_STARTED
    }

    /** How Quarkus reports, at the first test of a class, that the application could not start. */
    private static final List<String> BOOT = List.of("throwBootFailureException", "Failed to start quarkus");

    /**
     * All cases in a directory of reports; none if it is not there. Format:
     * https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd
     */
    static List<TestedCase> readAll(Path reports) throws IOException {
        List<TestedCase> cases = new ArrayList<>();
        if (!Files.isDirectory(reports)) {
            return cases;
        }
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(TestedCase::isReport).sorted().toList()) {
                cases.addAll(read(file));
            }
        }
        return cases;
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private static List<TestedCase> read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<TestedCase> cases = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("testcase")) {
                    cases.add(readCase(xml));
                }
            }
        } catch (XMLStreamException cutOff) {
            return List.of(); // The process that tested died: what it wrote proves nothing.
        }
        return cases;
    }

    private static TestedCase readCase(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue("", "classname");
        String method = xml.getAttributeValue("", "name");
        Result result = Result.PASSED;
        while (xml.next() != XMLStreamConstants.END_ELEMENT
                || !xml.getLocalName().equals("testcase")) {
            if (xml.isStartElement()) {
                result = switch (xml.getLocalName()) {
                    case "failure", "error" -> {
                        String trace = xml.getElementText();
                        yield BOOT.stream().anyMatch(trace::contains) ? Result.NOT_STARTED : Result.FAILED;
                    }
                    case "skipped" -> Result.SKIPPED;
                    default -> result; // Output of the test.
                };
            }
        }
        return new TestedCase(type, method, result);
    }
}
