package dev.minori.playbook.step.scoring;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where scoring-service is, and who this service is to it. */
@ConfigMapping(prefix = "minori.conditions")
interface ScoringConfig {
    /** Base URL of scoring-service, for example {@code http://scoring-service:8082}. */
    URI scoringUrl();

    /** Issuer of tokens; its discovery document names the token endpoint. */
    URI tokenIssuer();

    /** Client id of this service. */
    String clientId();

    /** Secret of this service, for the client credentials grant. */
    Optional<String> clientSecret();
}
