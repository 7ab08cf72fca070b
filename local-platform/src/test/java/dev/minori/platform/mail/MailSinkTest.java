package dev.minori.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sender is Angus Mail, unchanged, over a socket. */
class MailSinkTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private MailSink sink;

    @BeforeEach
    void start() {
        sink = MailSink.start(0, 0, Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void showsJapaneseMailAsAPersonReadsIt() throws Exception {
        send(mail("hanako@minori-demo.example", "【みのり】株式会社青葉の健康度が下がりました", "utf-8"));

        JsonNode summary = messages("hanako").get(0);
        assertThat(summary.get("subject").asText()).isEqualTo("【みのり】株式会社青葉の健康度が下がりました");
        assertThat(summary.get("to").get(0).asText()).isEqualTo("hanako@minori-demo.example");
        assertThat(summary.get("receivedAt").asText()).isEqualTo("2026-04-01T00:00:00Z");
        JsonNode detail =
                JSON.readTree(get("/api/messages/" + summary.get("id").asLong()).body());
        assertThat(detail.get("text").asText()).isEqualTo("利用が減っています。\r\n.先頭の点も届きます。\r\n");
        assertThat(detail.get("html").asText()).contains("<b>利用が減っています。</b>");
        assertThat(detail.get("from").asText()).isEqualTo("みのり通知 <minori@minori-demo.example>");
        assertThat(detail.get("headers").toString()).contains("X-Minori-Event");
        assertThat(get("/api/messages/" + summary.get("id").asLong() + "/raw").body())
                .contains("Message-ID:", "=?utf-8?");
    }

    @Test
    void readsIso2022JpSubjectsToo() throws Exception {
        send(mail("ichiro@minori-demo.example", "お見積もりの件", "iso-2022-jp"));
        assertThat(messages("ichiro").get(0).get("subject").asText()).isEqualTo("お見積もりの件");
    }

    @Test
    void listsByRecipientNewestFirstAndForgetsOnRequest() throws Exception {
        send(mail("hanako@minori-demo.example", "一通目", "utf-8"));
        send(mail("ichiro@minori-demo.example", "二通目", "utf-8"));
        send(mail("hanako@minori-demo.example", "三通目", "utf-8"));
        assertThat(messages("HANAKO").findValuesAsText("subject")).containsExactly("三通目", "一通目");
        assertThat(call("DELETE", "/api/messages", "").statusCode()).isEqualTo(204);
        assertThat(messages("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"450", "550"})
    void refusesARecipientAsToldAndOnlyAsOftenAsTold(int code) throws Exception {
        fault("{\"kind\":\"refuse-recipient\",\"code\":%d,\"times\":1,\"to\":\"misaki\"}".formatted(code));
        send(mail("kenji@minori-demo.example", "通る", "utf-8"));
        assertThatThrownBy(() -> send(mail("misaki@minori-demo.example", "拒まれる", "utf-8")))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining(code + " Refused on request");
        send(mail("misaki@minori-demo.example", "二度目は通る", "utf-8"));
        assertThat(messages("misaki").findValuesAsText("subject")).containsExactly("二度目は通る");
    }

    @Test
    void keepsAMessageWhoseAnswerNeverArrives() throws Exception {
        fault("{\"kind\":\"cut-before-reply\",\"times\":1}");
        assertThatThrownBy(() -> send(mail("hanako@minori-demo.example", "届いたか不明", "utf-8")))
                .isInstanceOf(MessagingException.class);
        assertThat(messages("hanako").findValuesAsText("subject")).containsExactly("届いたか不明");
    }

    @Test
    void losesAMessageThatIsCutOff() throws Exception {
        fault("{\"kind\":\"cut-and-lose\",\"times\":1}");
        assertThatThrownBy(() -> send(mail("hanako@minori-demo.example", "失われる", "utf-8")))
                .isInstanceOf(MessagingException.class);
        assertThat(messages("hanako")).isEmpty();
    }

    @Test
    void answersAndThenCutsTheConnection() throws Exception {
        fault("{\"kind\":\"cut-after-reply\",\"times\":1}");
        send(mail("hanako@minori-demo.example", "届いて切れる", "utf-8"));
        assertThat(messages("hanako")).hasSize(1);
    }

    @Test
    void refusesAMessageAfterItsData() throws Exception {
        fault("{\"kind\":\"refuse-message\",\"code\":552}");
        assertThatThrownBy(() -> send(mail("hanako@minori-demo.example", "大きすぎる", "utf-8")))
                .hasStackTraceContaining("552");
        assertThat(call("DELETE", "/api/faults", "").statusCode()).isEqualTo(204);
        send(mail("hanako@minori-demo.example", "もう一度", "utf-8"));
        assertThat(messages("hanako").findValuesAsText("subject")).containsExactly("もう一度");
    }

    @Test
    void delaysTheAnswer() throws Exception {
        fault("{\"kind\":\"delay\",\"delayMillis\":400,\"times\":1}");
        long before = System.nanoTime();
        send(mail("hanako@minori-demo.example", "遅れる", "utf-8"));
        assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThanOrEqualTo(400);
    }

    @Test
    void takesChatMessagesAsSlackDoes() throws Exception {
        HttpResponse<String> ok = call("POST", "/hooks/slack/cs-team", "{\"text\":\"株式会社青葉: 黄から赤へ\"}");
        assertThat(ok.statusCode()).isEqualTo(200);
        assertThat(ok.body()).isEqualTo("ok");
        assertThat(call("POST", "/hooks/slack/cs-team", "not json").statusCode())
                .isEqualTo(400);
        JsonNode hooks = JSON.readTree(get("/api/hooks?hook=cs-team").body()).get("hooks");
        assertThat(hooks).hasSize(1);
        assertThat(JSON.readTree(hooks.get(0).get("body").asText()).get("text").asText())
                .isEqualTo("株式会社青葉: 黄から赤へ");
    }

    @Test
    void limitsChatMessagesAsTold() throws Exception {
        call("PUT", "/api/faults/hook", "{\"status\":429,\"retryAfter\":\"3\",\"times\":1}");
        HttpResponse<String> limited = call("POST", "/hooks/slack/cs-team", "{\"text\":\"一度目\"}");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(call("POST", "/hooks/slack/cs-team", "{\"text\":\"二度目\"}").statusCode())
                .isEqualTo(200);
        assertThat(JSON.readTree(get("/api/hooks").body()).get("hooks")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithAFault() throws Exception {
        HttpResponse<String> wrong = call("PUT", "/api/faults/mail", "{\"kind\":\"explode\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(call("PUT", "/api/faults/mail", "{").statusCode()).isEqualTo(400);
        assertThat(call("PUT", "/api/faults/hook", "{\"status\":200}").statusCode())
                .isEqualTo(400);
    }

    private MimeMessage mail(String to, String subject, String charset) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(sink.smtpPort()));
        settings.put("mail.smtp.quitwait", "false");
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("minori@minori-demo.example", "みのり通知", "utf-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, charset);
        message.setHeader("X-Minori-Event", "health-band-changed.v1");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("利用が減っています。\r\n.先頭の点も届きます。\r\n", StandardCharsets.UTF_8.name());
        text.setHeader("Content-Transfer-Encoding", "8bit");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p><b>利用が減っています。</b></p>", StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        return message;
    }

    private static void send(MimeMessage message) throws MessagingException {
        Transport.send(message);
    }

    private void fault(String json) throws Exception {
        assertThat(call("PUT", "/api/faults/mail", json).statusCode()).isEqualTo(200);
    }

    private JsonNode messages(String to) throws Exception {
        return JSON.readTree(get("/api/messages?to=" + to).body()).get("messages");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return call("GET", path, "");
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sink.httpPort() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
