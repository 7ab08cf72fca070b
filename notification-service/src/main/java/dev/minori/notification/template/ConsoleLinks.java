package dev.minori.notification.template;

/** Where the console is, as the readers of messages reach it. */
public interface ConsoleLinks {
    /** The console's address without a slash at the end, for example {@code https://minori.example.co.jp}. */
    String baseUrl();
}
