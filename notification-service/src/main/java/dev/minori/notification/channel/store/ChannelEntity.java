package dev.minori.notification.channel.store;

import dev.minori.notification.channel.ChannelKind;
import dev.minori.notification.channel.MessagingChannel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "messaging_channel")
class ChannelEntity {
    @Id
    UUID id;

    @TenantId
    UUID workspaceId;

    @Column
    String kind;

    @Column
    String name;

    @Column
    String host;

    /** Encrypted. */
    @Column
    byte[] address;

    @Column
    @Nullable
    String disabledReason;

    @Version
    long version;

    @Column
    Instant updatedAt;

    protected ChannelEntity() {}

    ChannelEntity(MessagingChannel channel, byte[] address, Instant now) {
        this.id = channel.id();
        this.kind = channel.kind().code();
        this.version = channel.version();
        change(channel, address, now);
    }

    void change(MessagingChannel channel, byte[] address, Instant now) {
        this.name = channel.name();
        this.host = channel.host();
        this.address = address;
        this.disabledReason = channel.disabledReason();
        this.updatedAt = now;
    }

    MessagingChannel toChannel() {
        return new MessagingChannel(
                id,
                ChannelKind.of(kind).orElseThrow(() -> new IllegalStateException("unknown channel kind " + kind)),
                name,
                host,
                disabledReason,
                version);
    }
}
