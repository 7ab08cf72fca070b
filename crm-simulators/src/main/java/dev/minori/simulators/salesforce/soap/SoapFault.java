package dev.minori.simulators.salesforce.soap;

/** A fault of the envelope itself, which names no code of the vendor's: {@code soapenv:Client}. */
final class SoapFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    private SoapFault(String text) {
        super(text);
        this.text = text;
    }

    /** The client sent something that is no call. */
    static SoapFault client(String text) {
        return new SoapFault(text);
    }

    /** What is wrong. */
    String text() {
        return text;
    }
}
