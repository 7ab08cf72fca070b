package dev.minori.notification.channel.slack;

import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.channel.ChannelService;
import dev.minori.notification.channel.Handover;
import dev.minori.notification.channel.OutboundMessage;
import dev.minori.notification.channel.SendOutcome;
import dev.minori.notification.channel.Sender;
import dev.minori.notification.channel.WebhookPost;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * Posts to a Slack-compatible incoming webhook. Answers as Slack gives them:
 * <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">incoming webhooks</a>.
 */
@ApplicationScoped
class SlackSender implements Sender {
    private final ChannelService channels;
    private final WebhookPost webhook;

    SlackSender(ChannelService channels, WebhookPost webhook) {
        this.channels = channels;
        this.webhook = webhook;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.SLACK;
    }

    @Override
    public SendOutcome send(OutboundMessage message, Handover handover) {
        if (!(message.to() instanceof OutboundMessage.Room room)) {
            throw new IllegalArgumentException("Slack messages go to rooms");
        }
        Optional<URI> address = channels.addressOf(room.channelId());
        if (address.isEmpty()) {
            return new SendOutcome.Refused(0, "the channel was removed", false);
        }
        String payload = SlackPayload.of(message.subject(), message.text());
        return switch (webhook.post(address.get(), payload, handover)) {
            case WebhookPost.Result.Answered answered -> outcome(answered);
            case WebhookPost.Result.NotSent(String reason) -> new SendOutcome.Deferred(0, reason, null);
            case WebhookPost.Result.Refused(String reason) -> new SendOutcome.Refused(0, reason, true);
            case WebhookPost.Result.Unknown(String reason) -> new SendOutcome.Unknown(reason);
            case WebhookPost.Result.Withdrawn() -> new SendOutcome.Withdrawn();
        };
    }

    private static SendOutcome outcome(WebhookPost.Result.Answered answered) {
        int status = answered.status();
        String body = answered.body().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String reason =
                "HTTP " + status + (body.isEmpty() ? "" : ": " + body.substring(0, Math.min(300, body.length())));
        if (status >= 200 && status < 300) {
            return new SendOutcome.Accepted(status, reason);
        }
        if (status == 429 || status == 408 || status >= 500) {
            return new SendOutcome.Deferred(status, reason, answered.retryAfter());
        }
        // 403 invalid_token, 404 no_service or channel_not_found, 410 channel_is_archived: the room is gone.
        boolean roomGone = status == 403 || status == 404 || status == 410;
        return new SendOutcome.Refused(status, reason, roomGone);
    }
}
