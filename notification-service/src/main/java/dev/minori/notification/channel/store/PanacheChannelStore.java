package dev.minori.notification.channel.store;

import dev.minori.notification.channel.ChannelStore;
import dev.minori.notification.channel.MessagingChannel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Channels as entities. Every write is flushed at once: what speaks plain SQL in the same transaction sees it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PanacheChannelStore implements ChannelStore, PanacheRepositoryBase<ChannelEntity, UUID> {
    private final Clock clock;

    PanacheChannelStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<MessagingChannel> list(String behindName, UUID behindId, int limit) {
        return find("(name, id) > (?1, ?2) order by name, id", behindName, behindId).range(0, limit - 1).stream()
                .map(ChannelEntity::toChannel)
                .toList();
    }

    @Override
    public Optional<MessagingChannel> find(UUID id) {
        return findByIdOptional(id).map(ChannelEntity::toChannel);
    }

    @Override
    public Optional<byte[]> findAddress(UUID id) {
        return findByIdOptional(id).map(stored -> stored.address);
    }

    @Override
    public void insert(MessagingChannel channel, byte[] address) {
        persistAndFlush(new ChannelEntity(channel, address, clock.instant()));
    }

    @Override
    public boolean update(MessagingChannel channel, byte[] address) {
        ChannelEntity stored = findById(channel.id());
        if (stored == null || stored.version != channel.version() - 1) {
            return false;
        }
        stored.change(channel, address, clock.instant());
        flush();
        return true;
    }

    /** In one statement: it must not fail a delivery because somebody edits the channel meanwhile. */
    @Override
    public void disable(UUID id, String reason) {
        update(
                "disabledReason = ?1, updatedAt = ?2, version = version + 1 where id = ?3 and disabledReason is null",
                reason,
                clock.instant(),
                id);
    }

    @Override
    public boolean delete(UUID id) {
        boolean found = deleteById(id);
        flush();
        return found;
    }
}
