package dev.minori.simulators.kintone.app;

import dev.minori.simulators.kintone.Access;
import dev.minori.simulators.kintone.KintoneCall;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code app.json} and {@code app/form/fields.json}. Other app settings need a login, which is not simulated. */
public final class AppEndpoints {

    private static final String REVISION = "5";

    private final Access access;

    public AppEndpoints(Access access) {
        this.access = access;
    }

    /** {@code GET app.json?id=}. */
    public void app(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "id", rights -> true);
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("code", "Administrator");
        user.put("name", "Administrator");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("appId", String.valueOf(app.id()));
        document.put("code", app.code());
        document.put("name", app.name());
        document.put("description", app.description());
        document.put("spaceId", null);
        document.put("threadId", null);
        document.put("createdAt", "2024-04-01T00:00:00.000Z");
        document.put("creator", user);
        document.put("modifiedAt", "2024-04-01T00:00:00.000Z");
        document.put("modifier", user);
        call.json(document);
    }

    /** {@code GET app/form/fields.json?app=}. */
    public void formFields(KintoneCall call) throws IOException, SQLException {
        App app = access.app(call, "app", rights -> true);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("properties", FormFields.properties(app));
        document.put("revision", REVISION);
        call.json(document);
    }
}
