package dev.minori.scoring;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;

import dev.minori.kit.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Requests of people and services. */
final class Callers {
    private Callers() {}

    static RequestSpecification as(UUID workspace, String role) {
        return given().config(RestAssured.config()
                        .encoderConfig(encoderConfig()
                                .defaultContentCharset("UTF-8")
                                .encodeContentTypeAs("application/yaml", ContentType.TEXT)))
                .header("Authorization", "Bearer " + Tokens.of("tester", workspace, role));
    }

    static RequestSpecification asService(UUID workspace) {
        return given().header("Authorization", "Bearer " + Tokens.ofService("playbook-service"))
                .header("Minori-Workspace", workspace.toString());
    }
}
