package dev.minori.notification.channel;

import dev.minori.kit.audit.Audit;
import dev.minori.kit.etag.Versions;
import dev.minori.kit.id.Ids;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rooms of a workspace. */
@ApplicationScoped
public class ChannelService {
    private static final String DISABLED_BY_HAND = "disabled by hand";

    private final ChannelStore store;
    private final ChannelSecrets secrets;
    private final WebhookPost webhook;
    private final Ids ids;
    private final Audit audit;

    ChannelService(ChannelStore store, ChannelSecrets secrets, WebhookPost webhook, Ids ids, Audit audit) {
        this.store = store;
        this.secrets = secrets;
        this.webhook = webhook;
        this.ids = ids;
        this.audit = audit;
    }

    /** Channels by name, beginning behind this name and id. */
    @Transactional
    public List<MessagingChannel> list(String behindName, UUID behindId, int limit) {
        return store.list(behindName, behindId, limit);
    }

    /** One channel; throws not-found. */
    @Transactional
    public MessagingChannel get(UUID id) {
        return store.find(id).orElseThrow(() -> notFound(id));
    }

    /** The channel if there is one. */
    @Transactional
    public Optional<MessagingChannel> find(UUID id) {
        return store.find(id);
    }

    /** The address to post to; nothing if the channel was removed. */
    @Transactional
    public Optional<URI> addressOf(UUID id) {
        return store.findAddress(id).map(stored -> URI.create(secrets.open(id, stored)));
    }

    /** A new channel. Throws refused-webhook-address. */
    @Transactional
    public MessagingChannel create(ChannelDraft draft) {
        URI address = checked(draft.address());
        UUID id = ids.next();
        MessagingChannel channel = new MessagingChannel(
                id, ChannelKind.SLACK, draft.name(), address.getHost(), draft.enabled() ? null : DISABLED_BY_HAND, 1);
        store.insert(channel, secrets.seal(id, address.toString()));
        audit.record(
                "channel-created", "channel", id.toString(), Map.of("name", channel.name(), "host", channel.host()));
        return channel;
    }

    /** Changes the version that the client saw. */
    @Transactional
    public MessagingChannel change(UUID id, @Nullable String ifMatch, ChannelDraft draft) {
        MessagingChannel seen = get(id);
        Versions.require(ifMatch, seen.version());
        byte[] stored = draft.address() == null
                ? store.findAddress(id).orElseThrow(() -> notFound(id))
                : secrets.seal(id, checked(draft.address()).toString());
        String host =
                draft.address() == null ? seen.host() : checked(draft.address()).getHost();
        MessagingChannel changed = new MessagingChannel(
                id,
                seen.kind(),
                draft.name(),
                host,
                draft.enabled()
                        ? null
                        : Optional.ofNullable(seen.disabledReason()).orElse(DISABLED_BY_HAND),
                seen.version() + 1);
        if (!store.update(changed, stored)) {
            throw ProblemException.stale();
        }
        audit.record(
                "channel-changed", "channel", id.toString(), Map.of("name", changed.name(), "host", changed.host()));
        return get(id);
    }

    /** Removes it; messages already waiting for it fail. */
    @Transactional
    public void remove(UUID id, @Nullable String ifMatch) {
        Versions.require(ifMatch, get(id).version());
        store.delete(id);
        audit.record("channel-removed", "channel", id.toString(), Map.of());
    }

    /** Stops posting to a room that is gone. */
    @Transactional
    public void disable(UUID id, String reason) {
        store.disable(id, reason);
    }

    private URI checked(@Nullable String text) {
        try {
            URI address = new URI(text == null ? "" : text.strip());
            webhook.check(address);
            return address;
        } catch (URISyntaxException malformed) {
            // The exception repeats the address, which is a secret: it goes no further.
            throw refused("is not a URL");
        } catch (WebhookPost.RefusedAddress refused) {
            throw refused(String.valueOf(refused.getMessage()));
        }
    }

    private static ProblemException refused(String why) {
        Wording detail = new Wording(
                "Slackで発行されたhttps://で始まるWebhook URLを入力してください（" + why + "）。",
                "Enter the webhook URL that Slack issued: " + why + ".");
        return new ProblemException(
                ChannelProblem.REFUSED_ADDRESS, detail, List.of(new FieldError("/webhookUrl", "refused", detail)));
    }

    private static ProblemException notFound(UUID id) {
        return ProblemException.notFound(new Wording("チャネルがありません: " + id, "There is no channel " + id + "."));
    }
}
