package dev.minori.simulators.kintone.file;

import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.store.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** {@code POST file.json}: what is uploaded waits until a record takes it. */
public final class FileEndpoints {

    private final Database database;
    private final Clock clock;

    public FileEndpoints(Database database, Clock clock) {
        this.database = database;
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
}
