package dev.minori.sync.intake.body;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a problem once more was read than is allowed: what is small compressed may be huge unpacked. */
final class LimitedInput extends FilterInputStream {
    private final int most;
    private int read;

    LimitedInput(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > most) {
            throw new ProblemException(
                    KitProblem.PAYLOAD_TOO_LARGE,
                    new Wording(
                            "展開後の本文は" + most / 1_000_000 + "MBまでです。分けて送ってください。",
                            "A batch has " + most / 1_000_000 + " MB at most, unpacked; send it in parts."));
        }
    }
}
