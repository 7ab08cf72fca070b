package dev.minori.platform.oidc;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the provider alone in a JVM, for tests. Arguments: key file, port. */
public final class OidcMain {

    private OidcMain() {}

    /** Entry point; see the type. */
    public static void main(String[] arguments) throws InterruptedException {
        OidcProvider provider =
                OidcProvider.start(SigningKey.in(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(provider::close, "oidc-shutdown"));
        new CountDownLatch(1).await();
    }
}
