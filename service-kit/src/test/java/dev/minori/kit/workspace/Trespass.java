package dev.minori.kit.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Every way to the database, tried by code that has named no workspace. */
@ApplicationScoped
public class Trespass {
    private final Notes notes;

    Trespass(Notes notes) {
        this.notes = notes;
    }

    /** Reads and writes; what is written has the id. */
    public List<Callable<Object>> ways(UUID id) {
        return List.of(
                notes::countByOrm,
                notes::countByJdbc,
                notes::countInNewTransaction,
                notes::countOutsideOfTransaction,
                () -> notes.add("迷子"),
                () -> {
                    notes.addFor(UUID.randomUUID(), id);
                    return id;
                });
    }
}
