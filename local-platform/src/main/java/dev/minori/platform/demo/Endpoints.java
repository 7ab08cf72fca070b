package dev.minori.platform.demo;

/**
 * Where the running platform is, as base URLs without a slash at the end.
 *
 * @param issuer the OIDC issuer
 * @param mail the mail sink's page and API
 */
public record Endpoints(
        String sync,
        String scoring,
        String playbook,
        String notification,
        String salesforce,
        String kintone,
        String issuer,
        String mail) {}
