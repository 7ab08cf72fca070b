package dev.minori.simulators.kintone.file;

import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** {@code file.json}: what is uploaded waits until a record takes it; what a record has is downloaded. */
public final class FileEndpoints {

    private final Database database;
    private final Access access;
    private final Clock clock;

    public FileEndpoints(Database database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** {@code POST file.json}, a form with a part named {@code file}. */
    public void upload(KintoneCall call) throws IOException, SQLException {
        String type = call.exchange().header("Content-Type");
        Multipart.Part file = Multipart.file(
                        type == null ? "" : type, call.exchange().body())
                .orElseThrow(() -> KintoneFault.required("file"));
        String key = database.transact(connection -> FileStore.upload(connection, file, clock.instant()));
        call.json(Map.of("fileKey", key));
    }

    /** {@code GET file.json?fileKey=}. The caller must be able to see the app's records. */
    public void download(KintoneCall call) throws IOException, SQLException {
        String key = call.parameters().path("fileKey").asText("");
        if (key.isEmpty()) {
            throw KintoneFault.required("fileKey");
        }
        FileStore.Stored file = database.transact(connection -> FileStore.find(connection, key))
                .orElseThrow(() -> KintoneFault.noFile(key));
        access.appOf(call, file.app(), Apps.Rights::view);
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        call.exchange()
                .set("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .respond(200, file.contentType(), file.content());
    }
}
