package dev.minori.simulators.kintone.record;

import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.AppField;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.kintone.app.FieldType;
import dev.minori.simulators.kintone.file.FileStore;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** {@code GET file.json?fileKey=}: for who may see a record that has the file, and the field it is in. */
public final class DownloadEndpoint {

    private final Records records;

    public DownloadEndpoint(Records records) {
        this.records = records;
    }

    /** Answers with the file's content. */
    public void download(KintoneCall call) throws IOException, SQLException {
        String key = call.parameters().path("fileKey").asText("");
        if (key.isEmpty()) {
            throw KintoneFault.required("fileKey");
        }
        FileStore.Stored file = records.database()
                .transact(connection -> FileStore.find(connection, key))
                .orElseThrow(() -> KintoneFault.noFile(key));
        App app = records.access().appOf(call, file.app(), Apps.Rights::view);
        RecordRights rights = records.rights(app, call);
        if (!records.database().transact(connection -> isSeen(connection, app, rights, key))) {
            throw KintoneFault.mayNot();
        }
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        call.exchange()
                .set("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .respond(200, file.contentType(), file.content());
    }

    /** A file that no record has any more is hidden by no record. */
    private static boolean isSeen(Connection connection, App app, RecordRights rights, String key) throws SQLException {
        List<AppField> holders = app.fields().stream()
                .filter(field -> field.type() == FieldType.FILE || field.type() == FieldType.SUBTABLE)
                .toList();
        List<AppField> seen = holders.stream().filter(rights::mayRead).toList();
        RecordRights.Condition visible = rights.allowed(RecordRights.Right.VIEW);
        return has(connection, app, seen, key, visible)
                || !has(connection, app, holders, key, new RecordRights.Condition("true", List.of()));
    }

    private static boolean has(
            Connection connection, App app, List<AppField> fields, String key, RecordRights.Condition condition)
            throws SQLException {
        List<String> holding = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        for (AppField field : fields) {
            holding.add("jsonb_path_exists(" + app.column(field)
                    + ", '$.**.fileKey ? (@ == $key)', jsonb_build_object('key', ?::text))");
            parameters.add(key);
        }
        if (holding.isEmpty()) {
            return false;
        }
        parameters.addAll(condition.parameters());
        return Sql.number(
                        connection,
                        "select count(*) from " + app.table() + " where (" + String.join(" or ", holding) + ") and "
                                + condition.sql(),
                        parameters.toArray())
                > 0;
    }
}
