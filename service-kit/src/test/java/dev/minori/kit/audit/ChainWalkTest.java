package dev.minori.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.minori.kit.audit.AuditVerifier.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChainWalkTest {
    private final UUID chain = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private final ChainWalk walk = new ChainWalk(3);

    @Test
    void emptyChainWithoutAHeadHolds() {
        walk.end(Optional.empty(), false);
        assertThat(walk.findings()).isEmpty();
    }

    @Test
    void unbrokenChainHoldsUpToItsHead() {
        AuditEntry first = sealed(1, AuditEntry.BEGINNING);
        AuditEntry second = sealed(2, first.seal());
        walk.pass(first);
        walk.pass(second);
        walk.end(head(2, second.seal()), true);
        assertThat(walk.findings()).isEmpty();
        assertThat(walk.entries()).isEqualTo(2);
    }

    @Test
    void gapIsToldAndTheEntryAfterItIsNotBlamed() {
        AuditEntry first = sealed(1, AuditEntry.BEGINNING);
        AuditEntry third = sealed(3, sealed(2, first.seal()).seal());
        walk.pass(first);
        walk.pass(third);
        walk.end(head(3, third.seal()), true);
        assertThat(walk.findings()).containsExactly(new Finding(2, null, "missing"));
    }

    /** Who can write the tables can write any number: it must not keep the walk busy for ever. */
    @Test
    @Timeout(60)
    void placesFarAwayAreToldInBoundedTimeAndNumber() {
        walk.pass(sealed(4_000_000_000_000_000_000L, AuditEntry.BEGINNING));
        walk.end(head(9_000_000_000_000_000_000L, AuditEntry.BEGINNING), false);
        assertThat(walk.findings())
                .containsExactly(
                        new Finding(1, null, "missing"),
                        new Finding(2, null, "missing"),
                        new Finding(3, null, "missing"));
    }

    @Test
    void headThatIsUnsignedShorterOrOfAnotherSealIsForged() {
        AuditEntry first = sealed(1, AuditEntry.BEGINNING);
        for (Optional<AuditTrail.Head> forged :
                List.<Optional<AuditTrail.Head>>of(head(0, first.seal()), head(1, new byte[32]), Optional.empty())) {
            ChainWalk other = new ChainWalk(3);
            other.pass(first);
            other.end(forged, true);
            assertThat(other.findings()).extracting(Finding::what).containsExactly("head-forged");
        }
        walk.pass(first);
        walk.end(head(1, first.seal()), false);
        assertThat(walk.findings()).extracting(Finding::what).containsExactly("head-forged");
    }

    private static Optional<AuditTrail.Head> head(long sequence, byte[] seal) {
        return Optional.of(new AuditTrail.Head(sequence, seal, new byte[32]));
    }

    private AuditEntry sealed(long place, byte[] before) {
        byte[] salt = {1};
        byte[] details = {2};
        AuditEntry open = new AuditEntry(
                chain,
                new UUID(place, place),
                Instant.EPOCH.plus(Duration.ofSeconds(place % 1_000)),
                "hanako",
                "mapping-published",
                "mapping",
                "m-1",
                salt,
                details,
                AuditEntry.digest(salt, details),
                null,
                null);
        return new AuditEntry(
                open.chainId(),
                open.entryId(),
                open.recordedAt(),
                open.actor(),
                open.action(),
                open.subjectType(),
                open.subjectId(),
                salt,
                details,
                open.detailsDigest(),
                place,
                open.sealAfter(before, place));
    }
}
