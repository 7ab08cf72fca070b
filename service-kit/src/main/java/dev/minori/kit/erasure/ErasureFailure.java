package dev.minori.kit.erasure;

import java.sql.SQLException;

/** An erasure did not come to its end; the records stay blocked and it must be done again. */
public final class ErasureFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ErasureFailure(Erasure erasure, SQLException cause) {
        super("erasure " + erasure.erasureId() + " must be repeated", cause);
    }
}
