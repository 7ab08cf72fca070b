package dev.minori.notification.channel;

import dev.minori.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.UUID;

/** Sends a message to a channel to see whether it works. */
@ApplicationScoped
public class ChannelTest {
    private final ChannelService channels;
    private final Instance<Sender> senders;
    private final Ids ids;
    private final Clock clock;

    ChannelTest(ChannelService channels, Instance<Sender> senders, Ids ids, Clock clock) {
        this.channels = channels;
        this.senders = senders;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of a test message; throws not-found. Call it outside of a transaction. */
    public SendOutcome send(UUID channelId) {
        MessagingChannel channel = channels.get(channelId);
        Sender sender = senders.stream()
                .filter(each -> each.kind() == channel.kind())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sender for channel " + channel.kind()));
        OutboundMessage message = new OutboundMessage(
                ids.next(),
                new OutboundMessage.Room(channelId),
                "ja",
                "Minori",
                "Minoriからのテスト通知です。/ This is a test message from Minori.",
                "",
                clock.instant());
        return sender.send(message, () -> true);
    }
}
