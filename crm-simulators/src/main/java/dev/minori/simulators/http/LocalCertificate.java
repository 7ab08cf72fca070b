package dev.minori.simulators.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The certificate of this machine's simulators, made once by the JDK's own tool. It signs itself and is its own authority:
 * clients that insist on https are told to trust {@code ca.pem}.
 */
public final class LocalCertificate {

    private static final Duration RENEW_BEFORE = Duration.ofDays(7);
    private static final int VALID_DAYS = 825;
    private static final int TOOL_SECONDS = 60;
    private static final String ALIAS = "simulators";
    /** Guards nothing: the key is worthless outside this machine, and the format wants a password. */
    private static final String PASSWORD = "simulators";

    private final Path keys;
    private final Path authority;

    private LocalCertificate(Path keys, Path authority) {
        this.keys = keys;
        this.authority = authority;
    }

    /** The certificate in a directory, made anew when there is none or it is about to end. */
    public static LocalCertificate in(Path directory, Clock clock) throws IOException {
        Path keys = Files.createDirectories(directory).resolve("tls.p12");
        LocalCertificate certificate = new LocalCertificate(keys, directory.resolve("ca.pem"));
        try {
            if (!Files.exists(keys) || certificate.endsBefore(clock.instant().plus(RENEW_BEFORE))) {
                Files.deleteIfExists(keys);
                make(keys);
                certificate.writeAuthority();
            }
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new IOException(keys + " cannot be used; remove it to have a new one made", e);
        }
    }

    /** The key store, in PKCS#12. */
    Path keys() {
        return keys;
    }

    /** The key store's password. */
    String password() {
        return PASSWORD;
    }

    /** What clients trust, in PEM. */
    public Path authority() {
        return authority;
    }

    private static void make(Path keys) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost,O=crm-simulators",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-ext",
                "bc=ca:true",
                "-validity",
                String.valueOf(VALID_DAYS),
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD);
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!tool.waitFor(TOOL_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new IOException("keytool made no certificate: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", e);
        } finally {
            tool.destroyForcibly();
        }
    }

    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        if (store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException(keys + " holds no certificate '" + ALIAS + "'");
    }

    private boolean endsBefore(Instant instant) throws IOException, GeneralSecurityException {
        return certificate().getNotAfter().toInstant().isBefore(instant);
    }

    private void writeAuthority() throws IOException, GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(certificate().getEncoded());
        Files.writeString(authority, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
