package dev.minori.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** How PostgreSQL reads a list, asked as the application's role: its policies decide which indexes it may use. */
public final class Plans {
    private Plans() {}

    /** The plan of a statement in a workspace, for any parameters; sequential reading is made dear, as on a large table. */
    public static String of(UUID workspace, String sql, Object... parameters) throws SQLException {
        Map<String, String> environment = ServiceTestResource.database().environment();
        try (Connection connection = DriverManager.getConnection(
                        environment.get("MINORI_DB_URL"),
                        environment.get("MINORI_DB_APP_USER"),
                        environment.get("MINORI_DB_APP_PASSWORD"));
                Statement setting = connection.createStatement()) {
            setting.execute("set minori.workspace = '" + workspace + "'");
            setting.execute("set enable_seqscan = off");
            setting.execute("set enable_bitmapscan = off");
            try (PreparedStatement explain = connection.prepareStatement("explain (costs off) " + sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    explain.setObject(i + 1, parameters[i]);
                }
                StringBuilder plan = new StringBuilder();
                try (ResultSet lines = explain.executeQuery()) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
                return plan.toString();
            }
        }
    }
}
