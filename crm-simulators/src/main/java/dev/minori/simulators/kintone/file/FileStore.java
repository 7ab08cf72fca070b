package dev.minori.simulators.kintone.file;

import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Stored files. An upload waits three days under a key that only serves to attach it, once; attached it has another key,
 * which only serves to download it. Source: https://cybozu.dev/ja/kintone/docs/rest-api/files/upload-file/.
 */
public final class FileStore {

    private static final Duration WAITING = Duration.ofDays(3);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FileStore() {}

    /** A file without its content. */
    public record Described(String key, String name, String contentType, long size) {}

    /** A file that is attached to a record of an app. */
    public record Stored(int app, String name, String contentType, byte[] content) {}

    /** Keeps an upload and gives the key to attach it by. */
    static String upload(Connection connection, Multipart.Part file, Instant now) throws SQLException {
        String key = UUID.randomUUID().toString();
        Sql.update(connection, "delete from kt_file where app is null and created_at < ?", now.minus(WAITING));
        Sql.update(
                connection,
                "insert into kt_file (key, name, content_type, content, created_at) values (?, ?, ?, ?, ?)",
                key,
                file.fileName(),
                file.contentType(),
                file.content(),
                now);
        return key;
    }

    /** Gives an upload to an app; empty when there is no upload of that key. */
    public static Optional<Described> attach(Connection connection, int app, String key, Instant now)
            throws SQLException {
        String own = STAMP.format(now)
                + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT) + "297";
        return Sql.first(
                connection,
                row -> new Described(own, row.getString(1), row.getString(2), row.getLong(3)),
                "update kt_file set key = ?, app = ? where key = ? and app is null and created_at >= ?"
                        + " returning name, content_type, length(content)",
                own,
                app,
                key,
                now.minus(WAITING));
    }

    /** An attached file; empty when there is none of that key. */
    public static Optional<Stored> find(Connection connection, String key) throws SQLException {
        return Sql.first(
                connection,
                row -> new Stored(row.getInt(1), row.getString(2), row.getString(3), row.getBytes(4)),
                "select app, name, content_type, content from kt_file where key = ? and app is not null",
                key);
    }
}
