package dev.minori.kit.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells in which workspaces something is parked, also of those that the directory has not told of yet. */
@ApplicationScoped
public class ParkedWorkspaces {
    private static final String SELECT = "select distinct workspace_id from parked_key order by workspace_id";

    private final RelayRole role;

    ParkedWorkspaces(RelayRole role) {
        this.role = role;
    }

    /** Their ids. */
    public List<UUID> list() throws SQLException {
        try (Connection connection = role.connect();
                PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            List<UUID> workspaces = new ArrayList<>();
            while (row.next()) {
                workspaces.add(row.getObject(1, UUID.class));
            }
            return workspaces;
        }
    }
}
