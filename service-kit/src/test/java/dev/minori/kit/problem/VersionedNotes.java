package dev.minori.kit.problem;

import dev.minori.kit.sql.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Rows that the ORM guards by their version. */
@ApplicationScoped
class VersionedNotes {
    private final EntityManager entities;
    private final Database database;

    VersionedNotes(EntityManager entities, Database database) {
        this.entities = entities;
        this.database = database;
    }

    @Transactional
    public UUID add(String text) {
        VersionedNoteEntity note = new VersionedNoteEntity();
        note.id = UUID.randomUUID();
        note.text = text;
        entities.persist(note);
        return note.id;
    }

    /** Fails at commit, after the method has returned. */
    @Transactional
    public void changeWhileAnotherDoes(UUID id) {
        VersionedNoteEntity note = entities.find(VersionedNoteEntity.class, id);
        note.text = "見積もりを送った";
        QuarkusTransaction.requiringNew()
                .run(() -> database.update("update note set version = version + 1 where id = ?", id));
    }
}
