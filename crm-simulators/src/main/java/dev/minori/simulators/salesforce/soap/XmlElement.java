package dev.minori.simulators.salesforce.soap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a request.
 *
 * @param nil whether {@code xsi:nil} is true
 * @param text its own text, without that of its children
 */
public record XmlElement(String namespace, String name, boolean nil, String text, List<XmlElement> children) {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final int MAX_DEPTH = 30;
    private static final XMLInputFactory FACTORY = factory();

    public XmlElement {
        children = List.copyOf(children);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Reads a document and gives its root. Document types and entities of one's own are refused. */
    public static XmlElement parse(byte[] document) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("DOCTYPE is not allowed", reader.getLocation());
                }
            }
            return read(reader, 0);
        } finally {
            reader.close();
        }
    }

    private static XmlElement read(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new XMLStreamException("elements are nested too deeply", reader.getLocation());
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String name = reader.getLocalName();
        String nil = reader.getAttributeValue(XSI, "nil");
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(read(reader, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException(
                            "entity " + reader.getLocalName() + " is not known", reader.getLocation());
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(
                            namespace, name, "true".equals(nil) || "1".equals(nil), text.toString(), children);
                }
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    /** The first child of a name. */
    public Optional<XmlElement> child(String childName) {
        return children.stream().filter(one -> one.name.equals(childName)).findFirst();
    }

    /** The text of the first child of a name; empty when there is none. */
    public String textOf(String childName) {
        return child(childName).map(XmlElement::text).orElse("");
    }

    /** The texts of all children of a name. */
    public List<String> textsOf(String childName) {
        return children.stream()
                .filter(one -> one.name.equals(childName))
                .map(one -> one.text.strip())
                .toList();
    }
}
