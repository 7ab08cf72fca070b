package dev.minori.kit.problem;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Who is not known, and who may not. */
class SecurityMappers {
    @ServerExceptionMapper
    Response nobody(UnauthorizedException failure, HttpHeaders request) {
        return challenge(
                new Wording(
                        "有効なアクセストークンをAuthorizationヘッダーで送ってください。",
                        "Send a valid access token in the Authorization header."),
                request);
    }

    @ServerExceptionMapper
    Response rejected(AuthenticationFailedException failure, HttpHeaders request) {
        return challenge(invalidToken(), request);
    }

    @ServerExceptionMapper
    Response incomplete(AuthenticationCompletionException failure, HttpHeaders request) {
        return challenge(invalidToken(), request);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders request) {
        return ProblemResponses.of(
                KitProblem.FORBIDDEN, new Wording("あなたの役割では、この操作はできません。", "None of your roles allows this."), request);
    }

    private static Wording invalidToken() {
        return new Wording("アクセストークンが無効か、期限切れです。", "The access token is not valid or has expired.");
    }

    private static Response challenge(Wording detail, HttpHeaders request) {
        return ProblemResponses.builder(KitProblem.UNAUTHENTICATED, detail, List.of(), null, request)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
