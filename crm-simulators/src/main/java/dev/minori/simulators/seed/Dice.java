package dev.minori.simulators.seed;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Deterministic chance: the same seed, subject and purpose always fall the same way, whatever was generated before.
 * That is what lets any part of the data be generated alone, in any order.
 */
final class Dice {

    private final RandomGenerator random;

    private Dice(long state) {
        this.random = new SplittableRandom(state);
    }

    /** Dice for one purpose about one subject. */
    static Dice of(long seed, long subject, String purpose) {
        return new Dice(mix(mix(seed, subject), purpose.hashCode()));
    }

    /** A number in [0, 1) for one subject and moment, cheaper than dice of its own. */
    static double noise(long seed, long subject, long moment) {
        return (mix(mix(seed, subject), moment) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long a, long b) {
        long z = a * 0x9E3779B97F4A7C15L + b + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From low to high, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    /** From low, included, to high, excluded. */
    double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    /** True with that probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of several. */
    <T> T pick(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }
}
