package dev.minori.sync.kintone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KintonePaceTest {
    @Test
    void aDomainWithRoomIsAskedAtOnce() {
        assertThat(KintonePace.pauseFor(0, 100)).isZero();
        assertThat(KintonePace.pauseFor(79, 100)).isZero();
        assertThat(KintonePace.pauseFor(5, 0)).isZero();
    }

    @Test
    void theFullerItIsTheLongerWeStepBack() {
        assertThat(KintonePace.pauseFor(80, 100)).isEqualTo(Duration.ofMillis(100));
        assertThat(KintonePace.pauseFor(90, 100)).isEqualTo(Duration.ofMillis(1_500));
        assertThat(KintonePace.pauseFor(101, 100)).isEqualTo(Duration.ofSeconds(3));
    }
}
