package dev.minori.simulators.salesforce.soap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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

    private static final int USUAL_BYTES = 16 * 1024;
    private static final int LONGEST_CHARACTER = 6;
    private static final String ABSENT_ID = "<sf:Id xsi:nil=\"true\"></sf:Id>";

    private final Deque<String> open = new ArrayDeque<>();
    private byte[] bytes;
    private int end;
    private boolean inTag;

    private SoapXml(String declarations, String prefixedNamespace) {
        this.bytes = new byte[USUAL_BYTES];
        ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        open("soapenv:Envelope");
        ascii(" xmlns:soapenv=\"" + ENVELOPE + "\"" + declarations + " xmlns:xsi=\"" + XSI + "\" xmlns:sf=\""
                + prefixedNamespace + "\"");
    }

    /** An envelope for an answer; {@code sf} stands for records. */
    static SoapXml answer() {
        return new SoapXml(" xmlns=\"" + PARTNER + "\" xmlns:xsd=\"" + XSD + "\"", SOBJECT);
    }

    /** An envelope for a fault; {@code sf} stands for faults. */
    static SoapXml fault() {
        return new SoapXml("", FAULT);
    }

    /** Makes room for so many bytes at once, for who knows that they come. */
    void expect(int more) {
        room(more);
    }

    private void room(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }

    /** Names and what else is known to be ASCII and to need no escape. */
    private void ascii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[end + i] = (byte) text.charAt(i);
        }
        end += length;
    }

    private void byteOf(char c) {
        room(1);
        bytes[end++] = (byte) c;
    }

    private void closeTag() {
        if (inTag) {
            byteOf('>');
            inTag = false;
        }
    }

    private SoapXml open(String name) {
        closeTag();
        byteOf('<');
        ascii(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Starts an element of the envelope. */
    SoapXml envelope(String name) {
        return open("soapenv:" + name);
    }

    /** Starts an element of the API. */
    SoapXml start(String name) {
        return open(name);
    }

    /** Starts an element with the prefix {@code sf}. */
    SoapXml startPrefixed(String name) {
        return open("sf:" + name);
    }

    /** Starts an element that has its prefix in its name already. */
    SoapXml startNamed(String prefixed) {
        return open(prefixed);
    }

    /** Starts an element without a namespace, as the entries of a fault are. */
    SoapXml startBare(String name) {
        return open(name);
    }

    /** Gives the element just started a type. */
    SoapXml type(String type) {
        ascii(" xsi:type=\"");
        ascii(type);
        byteOf('"');
        return this;
    }

    /** Says that the element just started has no value. */
    SoapXml nil() {
        ascii(" xsi:nil=\"true\"");
        return this;
    }

    /** Text in the element; XML 1.0 has no way to write most control characters: they are left out. */
    SoapXml text(String text) {
        closeTag();
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '<' && c != '>' && c != '&') {
                room(1);
                bytes[end++] = (byte) c;
            } else {
                i += special(text, i, c);
            }
        }
        return this;
    }

    /** Writes a character that is not itself in UTF-8, and tells how many more than one it took. */
    private int special(String text, int at, char c) {
        room(LONGEST_CHARACTER);
        switch (c) {
            case '<' -> ascii("&lt;");
            case '>' -> ascii("&gt;");
            case '&' -> ascii("&amp;");
            case '\t', '\n' -> bytes[end++] = (byte) c;
            // A reader would make a line feed of a carriage return that stands for itself.
            case '\r' -> ascii("&#xd;");
            default -> {
                if (Character.isHighSurrogate(c)
                        && at + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(at + 1))) {
                    utf8(Character.toCodePoint(c, text.charAt(at + 1)));
                    return 1;
                }
                if (c >= ' ' && c < 0xFFFE && !Character.isSurrogate(c)) {
                    utf8(c);
                }
            }
        }
        return 0;
    }

    private void utf8(int c) {
        if (c < 0x80) {
            bytes[end++] = (byte) c;
        } else if (c < 0x800) {
            bytes[end++] = (byte) (0xC0 | (c >> 6));
            bytes[end++] = continued(c);
        } else if (c < 0x10000) {
            bytes[end++] = (byte) (0xE0 | (c >> 12));
            bytes[end++] = continued(c >> 6);
            bytes[end++] = continued(c);
        } else {
            bytes[end++] = (byte) (0xF0 | (c >> 18));
            bytes[end++] = continued(c >> 12);
            bytes[end++] = continued(c >> 6);
            bytes[end++] = continued(c);
        }
    }

    private static byte continued(int c) {
        return (byte) (0x80 | (c & 0x3F));
    }

    SoapXml end() {
        closeTag();
        ascii("</");
        ascii(open.pop());
        byteOf('>');
        return this;
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

    /** Writes that a record has no id, and tells where: the id may turn out to be among what was selected. */
    int absentId() {
        closeTag();
        int place = end;
        ascii(ABSENT_ID);
        return place;
    }

    /** Puts an id where {@link #absentId} said that there is none. */
    void presentId(int place, String id) {
        byte[] element = ("<sf:Id>" + id + "</sf:Id>").getBytes(StandardCharsets.UTF_8);
        int shift = element.length - ABSENT_ID.length();
        room(Math.max(0, shift));
        int behind = place + ABSENT_ID.length();
        System.arraycopy(bytes, behind, bytes, behind + shift, end - behind);
        System.arraycopy(element, 0, bytes, place, element.length);
        end += shift;
    }

    /** The envelope as it is sent. Nothing may follow. */
    ByteBuffer whole() {
        while (!open.isEmpty()) {
            end();
        }
        return ByteBuffer.wrap(bytes, 0, end);
    }
}
