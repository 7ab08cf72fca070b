package dev.minori.kit.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What a feature with personal data brings: here the table of notes. */
@ApplicationScoped
class NotePersonalData implements PersonalData {
    private volatile boolean failing;

    void fail(boolean fails) {
        failing = fails;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public int erase(Connection connection, Erasure erasure) throws SQLException {
        if (failing) {
            throw new SQLException("the disk is full");
        }
        try (PreparedStatement delete = connection.prepareStatement("delete from note where id = any (?)")) {
            delete.setArray(
                    1, connection.createArrayOf("uuid", erasure.allFactIds().toArray()));
            return delete.executeUpdate();
        }
    }
}
