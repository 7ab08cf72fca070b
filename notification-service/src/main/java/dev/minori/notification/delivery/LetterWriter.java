package dev.minori.notification.delivery;

import dev.minori.notification.channel.ChannelService;
import dev.minori.notification.channel.MessagingChannel;
import dev.minori.notification.channel.OutboundMessage;
import dev.minori.notification.preference.QuietHours;
import dev.minori.notification.recipient.Recipient;
import dev.minori.notification.recipient.RecipientService;
import dev.minori.notification.recipient.SuppressedAddress;
import dev.minori.notification.template.MessageContext;
import dev.minori.notification.template.MessageLanguage;
import dev.minori.notification.template.MessageRenderer;
import dev.minori.notification.template.MissingValues;
import dev.minori.notification.template.NoticeText;
import dev.minori.notification.template.PublishedTemplate;
import dev.minori.notification.template.RenderedMessage;
import dev.minori.notification.template.TemplateDocument;
import dev.minori.notification.template.TemplateService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Writes the message of a delivery at the moment it is sent: with the newest template, to where the reader is now. */
@ApplicationScoped
class LetterWriter {
    private final RecipientService recipients;
    private final ChannelService channels;
    private final TemplateService templates;
    private final MessageRenderer renderer;

    LetterWriter(
            RecipientService recipients, ChannelService channels, TemplateService templates, MessageRenderer renderer) {
        this.recipients = recipients;
        this.channels = channels;
        this.templates = templates;
        this.renderer = renderer;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Letter write(Delivery delivery, Instant now) {
        Optional<Recipient> recipient = recipients.find(delivery.memberId());
        if (recipient.isEmpty()) {
            return new Letter.NotYet(new Reason("member-unknown"));
        }
        return switch (delivery.channel()) {
            case EMAIL -> mail(delivery, recipient.get(), now);
            case SLACK -> room(delivery, recipient.get());
            case IN_APP -> notice(delivery, recipient.get());
        };
    }

    private Letter mail(Delivery delivery, Recipient recipient, Instant now) {
        if (!recipient.active()) {
            return new Letter.Never(new Reason("member-left"));
        }
        if (recipient.email().isBlank()) {
            return new Letter.Impossible(new Reason("no-address"));
        }
        SuppressedAddress refused = recipient.suppression();
        if (refused != null) {
            return new Letter.Never(new Reason("address-suppressed", refused.reason()));
        }
        QuietHours quiet = recipient.preference().quietHours();
        Optional<Instant> quietUntil = quiet == null ? Optional.empty() : quiet.endAfter(now, recipient.zone());
        if (quietUntil.isPresent()) {
            return new Letter.Quiet(quietUntil.get());
        }
        return render(
                delivery,
                recipient,
                recipient.name(),
                new OutboundMessage.Mailbox(recipient.name(), recipient.email()),
                recipient.email());
    }

    private Letter room(Delivery delivery, Recipient recipient) {
        Optional<MessagingChannel> channel = channels.find(delivery.recipientId());
        if (channel.isEmpty()) {
            return new Letter.Impossible(new Reason("channel-removed"));
        }
        String disabled = channel.get().disabledReason();
        if (disabled != null) {
            return new Letter.Never(new Reason("channel-disabled", disabled));
        }
        String name = channel.get().name();
        return render(delivery, recipient, name, new OutboundMessage.Room(delivery.recipientId()), name);
    }

    /** Quiet hours do not matter here: the bell makes no sound. */
    private Letter notice(Delivery delivery, Recipient recipient) {
        if (!recipient.active()) {
            return new Letter.Never(new Reason("member-left"));
        }
        Letter letter = render(
                delivery, recipient, recipient.name(), new OutboundMessage.Mailbox(recipient.name(), ""), "Minori");
        return letter instanceof Letter.Ready ready ? notice(delivery, recipient, ready) : letter;
    }

    private Letter notice(Delivery delivery, Recipient recipient, Letter.Ready ready) {
        TemplateDocument document =
                templates.findPublished(delivery.templateKey()).orElseThrow().document();
        MessageContext context = new MessageContext(recipient.name(), recipients.workspaceName(), delivery.data());
        NoticeText own = renderer.notice(document, recipient.language(), context);
        return switch (recipient.language()) {
            case JA ->
                new Letter.Notice(
                        ready.templateVersion(),
                        ready.address(),
                        ready.message(),
                        own,
                        other(document, MessageLanguage.EN, context, own));
            case EN ->
                new Letter.Notice(
                        ready.templateVersion(),
                        ready.address(),
                        ready.message(),
                        other(document, MessageLanguage.JA, context, own),
                        own);
        };
    }

    /** Whoever asked may have given values in one language only. */
    private NoticeText other(
            TemplateDocument document, MessageLanguage language, MessageContext context, NoticeText own) {
        try {
            return renderer.notice(document, language, context);
        } catch (MissingValues _) {
            return own;
        }
    }

    private Letter render(
            Delivery delivery, Recipient recipient, String addressee, OutboundMessage.Destination to, String address) {
        Optional<PublishedTemplate> template = templates.findPublished(delivery.templateKey());
        if (template.isEmpty()) {
            return new Letter.NotYet(new Reason("template-missing", delivery.templateKey()));
        }
        try {
            RenderedMessage message = renderer.render(
                    template.get().document(),
                    recipient.language(),
                    new MessageContext(addressee, recipients.workspaceName(), delivery.data()));
            return new Letter.Ready(to, address, template.get().version(), message);
        } catch (MissingValues missing) {
            return new Letter.Impossible(new Reason("values-missing", missing.names()));
        }
    }
}
