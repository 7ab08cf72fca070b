package dev.minori.platform.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** The sink's page, its JSON API and the Slack-compatible webhook. */
final class SinkHttp implements AutoCloseable {

    private final HttpServer server;
    private final Received<ReceivedMail> mails;
    private final Received<ReceivedHook> hooks;
    private final FaultSwitch<MailFault> mailFault;
    private final FaultSwitch<HookFault> hookFault;
    private final Clock clock;

    SinkHttp(
            int port,
            Received<ReceivedMail> mails,
            Received<ReceivedHook> hooks,
            FaultSwitch<MailFault> mailFault,
            FaultSwitch<HookFault> hookFault,
            Clock clock) {
        this.mails = mails;
        this.hooks = hooks;
        this.mailFault = mailFault;
        this.hookFault = hookFault;
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail page cannot listen on port " + port, e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> HttpReply.answer(exchange, this::route));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpReply route(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/hooks/slack/") && method.equals("POST")) {
            return receiveHook(exchange, path.substring("/hooks/slack/".length()));
        }
        if (path.startsWith("/api/messages/") && method.equals("GET")) {
            return message(path.substring("/api/messages/".length()));
        }
        return switch (method + " " + path) {
            case "GET /" -> HttpReply.html(page());
            case "GET /api/messages" -> HttpReply.json(Map.of("messages", messages(exchange)));
            case "DELETE /api/messages" -> {
                mails.clear();
                yield HttpReply.empty();
            }
            case "GET /api/hooks" -> HttpReply.json(Map.of("hooks", receivedHooks(exchange)));
            case "DELETE /api/hooks" -> {
                hooks.clear();
                yield HttpReply.empty();
            }
            case "GET /api/faults" ->
                HttpReply.json(Map.of(
                        "mail", mailFault.current().map(List::of).orElse(List.of()),
                        "hook", hookFault.current().map(List::of).orElse(List.of())));
            case "PUT /api/faults/mail" -> setMailFault(HttpReply.body(exchange));
            case "PUT /api/faults/hook" -> setHookFault(HttpReply.body(exchange));
            case "DELETE /api/faults" -> {
                mailFault.clear();
                hookFault.clear();
                yield HttpReply.empty();
            }
            default -> HttpReply.problem(404, "Not found", "There is no " + method + " " + path);
        };
    }

    private List<Map<String, Object>> messages(HttpExchange exchange) {
        String to = HttpReply.query(exchange, "to").toLowerCase(Locale.ROOT);
        Predicate<ReceivedMail> wanted = mail -> mail.recipients().stream()
                .anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(to));
        return mails.list(wanted).reversed().stream().map(SinkHttp::summary).toList();
    }

    private HttpReply message(String idAndView) {
        boolean raw = idAndView.endsWith("/raw");
        String id = raw ? idAndView.substring(0, idAndView.length() - "/raw".length()) : idAndView;
        Optional<ReceivedMail> mail =
                mails.find(candidate -> Long.toString(candidate.id()).equals(id));
        if (mail.isEmpty()) {
            return HttpReply.problem(404, "Not found", "There is no message " + id);
        }
        return raw ? HttpReply.bytes("message/rfc822", mail.get().raw()) : HttpReply.json(detail(mail.get()));
    }

    private static Map<String, Object> summary(ReceivedMail mail) {
        MailContent content = MailContent.of(mail);
        return Map.of(
                "id", mail.id(),
                "receivedAt", mail.receivedAt().toString(),
                "messageId", content.messageId(),
                "from", content.from(),
                "to", mail.recipients(),
                "subject", content.subject());
    }

    private static Map<String, Object> detail(ReceivedMail mail) {
        MailContent content = MailContent.of(mail);
        return Map.of(
                "id", mail.id(),
                "receivedAt", mail.receivedAt().toString(),
                "messageId", content.messageId(),
                "sender", mail.sender(),
                "from", content.from(),
                "to", mail.recipients(),
                "subject", content.subject(),
                "headers", content.headers(),
                "text", content.text(),
                "html", content.html());
    }

    private List<Map<String, Object>> receivedHooks(HttpExchange exchange) {
        String name = HttpReply.query(exchange, "hook");
        return hooks.list(hook -> name.isEmpty() || hook.hook().equals(name)).reversed().stream()
                .map(hook -> Map.<String, Object>of(
                        "id", hook.id(),
                        "receivedAt", hook.receivedAt().toString(),
                        "hook", hook.hook(),
                        "body", hook.body()))
                .toList();
    }

    /** As Slack's incoming webhooks: 200 "ok", 400 "invalid_payload" when the body is no JSON object. */
    private HttpReply receiveHook(HttpExchange exchange, String name) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<HookFault> fault = hookFault.strike(candidate -> true);
        if (fault.isPresent()) {
            if (!fault.get().retryAfter().isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", fault.get().retryAfter());
            }
            return HttpReply.text(fault.get().status(), fault.get().status() == 429 ? "rate_limited" : "refused");
        }
        if (!HttpReply.isJsonObject(body)) {
            return HttpReply.text(400, "invalid_payload");
        }
        hooks.add(id -> new ReceivedHook(id, clock.instant(), name, body));
        return HttpReply.text(200, "ok");
    }

    private HttpReply setMailFault(JsonNode body) {
        String kind = body.path("kind").asText("").toUpperCase(Locale.ROOT).replace('-', '_');
        MailFault fault = new MailFault(
                MailFault.Kind.valueOf(kind),
                body.path("code").asInt(451),
                body.path("times").asInt(0),
                body.path("to").asText(""),
                body.path("delayMillis").asLong(0));
        mailFault.set(fault);
        return HttpReply.json(fault);
    }

    private HttpReply setHookFault(JsonNode body) {
        HookFault fault = new HookFault(
                body.path("status").asInt(503),
                body.path("retryAfter").asText(""),
                body.path("times").asInt(0));
        hookFault.set(fault);
        return HttpReply.json(fault);
    }

    private static String page() throws IOException {
        try (InputStream html = Objects.requireNonNull(
                SinkHttp.class.getResourceAsStream("mail.html"), "mail.html is missing from the jar")) {
            return new String(html.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
