package dev.minori.simulators.salesforce.soap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an envelope, with the prefixes the service uses. It is kept until it is whole, because an error on the way must
 * still become a fault with its own status.
 */
final class SoapXml {

    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XSD = "http://www.w3.org/2001/XMLSchema";
    static final String PARTNER = "urn:partner.soap.sforce.com";
    static final String SOBJECT = "urn:sobject.partner.soap.sforce.com";
    static final String FAULT = "urn:fault.partner.soap.sforce.com";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    private final XMLStreamWriter out;
    private final String prefixedNamespace;

    private SoapXml(String prefixedNamespace) {
        this.prefixedNamespace = prefixedNamespace;
        try {
            this.out = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement("soapenv", "Envelope", ENVELOPE);
            out.writeNamespace("soapenv", ENVELOPE);
            if (prefixedNamespace.equals(SOBJECT)) {
                out.writeDefaultNamespace(PARTNER);
                out.writeNamespace("xsd", XSD);
            }
            out.writeNamespace("xsi", XSI);
            out.writeNamespace("sf", prefixedNamespace);
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** An envelope for an answer; {@code sf} stands for records. */
    static SoapXml answer() {
        return new SoapXml(SOBJECT);
    }

    /** An envelope for a fault; {@code sf} stands for faults. */
    static SoapXml fault() {
        return new SoapXml(FAULT);
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("memory could not be written to", e);
    }

    /** Starts an element of the envelope. */
    SoapXml envelope(String name) {
        try {
            out.writeStartElement("soapenv", name, ENVELOPE);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Starts an element of the API. */
    SoapXml start(String name) {
        try {
            out.writeStartElement("", name, PARTNER);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Starts an element with the prefix {@code sf}. */
    SoapXml startPrefixed(String name) {
        try {
            out.writeStartElement("sf", name, prefixedNamespace);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Starts an element without a namespace, as the entries of a fault are. */
    SoapXml startBare(String name) {
        try {
            out.writeStartElement(name);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Gives the element just started a type. */
    SoapXml type(String type) {
        try {
            out.writeAttribute("xsi", XSI, "type", type);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Says that the element just started has no value. */
    SoapXml nil() {
        try {
            out.writeAttribute("xsi", XSI, "nil", "true");
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    SoapXml text(String text) {
        try {
            out.writeCharacters(writable(text));
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    SoapXml end() {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** A whole element of the API; null is written as nil. */
    SoapXml value(String name, @Nullable Object value) {
        start(name);
        return value == null ? nil().end() : text(value.toString()).end();
    }

    /** A whole element with the prefix {@code sf}; null is written as nil. */
    SoapXml prefixed(String name, @Nullable String value) {
        startPrefixed(name);
        return value == null ? nil().end() : text(value).end();
    }

    /** The envelope as it is sent. */
    byte[] bytes() {
        try {
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** XML 1.0 has no way to write most control characters: they are left out. */
    private static String writable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                return text.chars()
                        .filter(c -> allowed((char) c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean allowed(char c) {
        return c >= ' ' ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }
}
