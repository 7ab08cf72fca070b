package dev.minori.simulators.salesforce.soap;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * What an envelope asks for.
 *
 * @param header its header, empty when there is none
 * @param operation the element in its body, named as the operation
 */
record SoapRequest(XmlElement header, XmlElement operation) {

    private static final String REASON = "Message: ";
    private static final XmlElement NO_HEADER = new XmlElement(SoapXml.ENVELOPE, "Header", false, "", List.of());

    static SoapRequest parse(byte[] document) {
        XmlElement envelope;
        try {
            envelope = XmlElement.parse(document);
        } catch (XMLStreamException e) {
            throw SoapFault.client("XML parser error: " + reason(e));
        }
        if (!envelope.name().equals("Envelope") || !envelope.namespace().equals(SoapXml.ENVELOPE)) {
            throw SoapFault.client("Unable to find start of soap envelope");
        }
        XmlElement operation = envelope.child("Body")
                .flatMap(body -> body.children().stream().findFirst())
                .orElseThrow(() -> SoapFault.client("No operation in the body of the envelope"));
        return new SoapRequest(envelope.child("Header").orElse(NO_HEADER), operation);
    }

    /** The parser writes the place on one line and the reason on the next. */
    private static String reason(XMLStreamException e) {
        String message = e.getMessage() == null ? "the document cannot be read" : e.getMessage();
        int reason = message.indexOf(REASON);
        return reason < 0 ? message : message.substring(reason + REASON.length());
    }

    /** The session id of {@code SessionHeader}. */
    Optional<String> sessionId() {
        return option("SessionHeader", "sessionId");
    }

    /** An entry of a header such as {@code QueryOptions}. */
    Optional<String> option(String headerName, String entry) {
        return header.child(headerName)
                .flatMap(one -> one.child(entry))
                .filter(one -> !one.nil())
                .map(one -> one.text().strip())
                .filter(text -> !text.isEmpty());
    }

    /** Whether all records of a write stand or fall together. */
    boolean allOrNone() {
        return option("AllOrNoneHeader", "allOrNone").filter("true"::equals).isPresent();
    }
}
