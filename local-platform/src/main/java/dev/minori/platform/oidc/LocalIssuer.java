package dev.minori.platform.oidc;

/** How the local provider is addressed. Apart from the provider, so that tests can use it without its libraries. */
public final class LocalIssuer {

    /** The last segment of the issuer URL, and the id of the signing key. */
    public static final String ID = "minori";

    /** What services send as client secret on a local machine. */
    public static final String CLIENT_SECRET = "minori-local-secret";

    private LocalIssuer() {}

    /** The issuer URL of a provider on this port; discovery is at {@code <issuer>/.well-known/openid-configuration}. */
    public static String url(int port) {
        return "http://127.0.0.1:" + port + "/" + ID;
    }
}
