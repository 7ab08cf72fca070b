package dev.minori.simulators.salesforce.soap;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults as the partner WSDL types them: the code as a name in {@code faultcode}, and a typed element in {@code detail}.
 * Source: SOAP API Developer Guide, "API Fault Element".
 */
final class FaultXml {

    private static final Pattern PLACE = Pattern.compile("ERROR at Row:(\\d+):Column:(\\d+)");
    private static final Set<String> WITH_PLACE =
            Set.of("InvalidFieldFault", "InvalidSObjectFault", "MalformedQueryFault");

    private FaultXml() {}

    /** A fault that carries one of the vendor's codes. */
    static ByteBuffer of(String code, String message) {
        String type = type(code);
        SoapXml xml = SoapXml.fault().envelope("Body").envelope("Fault");
        head(xml, "sf:" + code, code + ": " + message);
        xml.startBare("detail").startPrefixed(type).type("sf:" + type);
        xml.prefixed("exceptionCode", code).prefixed("exceptionMessage", message);
        if (WITH_PLACE.contains(type)) {
            Matcher place = PLACE.matcher(message);
            boolean placed = place.find();
            xml.prefixed("row", placed ? place.group(1) : "-1").prefixed("column", placed ? place.group(2) : "-1");
        }
        return xml.end().end().end().end().end().whole();
    }

    /** A fault of the envelope. */
    static ByteBuffer ofClient(String message) {
        SoapXml xml = SoapXml.fault().envelope("Body").envelope("Fault");
        head(xml, "soapenv:Client", message);
        return xml.end().end().end().whole();
    }

    private static void head(SoapXml xml, String code, String text) {
        xml.startBare("faultcode").text(code).end();
        xml.startBare("faultstring").text(text).end();
    }

    private static String type(String code) {
        return switch (code) {
            case "INVALID_FIELD" -> "InvalidFieldFault";
            case "INVALID_TYPE" -> "InvalidSObjectFault";
            case "MALFORMED_QUERY" -> "MalformedQueryFault";
            case "INVALID_QUERY_LOCATOR" -> "InvalidQueryLocatorFault";
            case "MALFORMED_ID", "INVALID_ID_FIELD" -> "InvalidIdFault";
            case "INVALID_LOGIN", "INVALID_OPERATION" -> "LoginFault";
            default -> "UnexpectedErrorFault";
        };
    }
}
