package dev.minori.simulators.http;

/** Answers one request. What it throws before the response started becomes the vendor's shape of a server error. */
@FunctionalInterface
public interface Handler {

    /** Must respond exactly once. May block: it runs on a virtual thread. */
    void handle(Exchange exchange) throws Exception;
}
