package dev.minori.simulators.kintone.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.minori.simulators.http.Json;
import dev.minori.simulators.kintone.KintoneCall;
import dev.minori.simulators.kintone.KintoneFault;
import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import dev.minori.simulators.store.Sql;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comments on records: ten at a time, newest first. Source: https://cybozu.dev/ja/kintone/docs/rest-api/records/get-comments,
 * https://cybozu.dev/ja/kintone/docs/rest-api/records/add-comment/; the error of a comment that is not there is recorded
 * from a real tenant.
 */
public final class CommentEndpoints {

    private static final int MAX_PAGE = 10;
    private static final int MAX_MENTIONS = 10;
    private static final int MAX_TEXT = 65_535;
    private static final Set<String> MENTIONED = Set.of("USER", "GROUP", "ORGANIZATION");

    private final Records records;
    private final Webhooks webhooks;

    public CommentEndpoints(Records records, Webhooks webhooks) {
        this.records = records;
        this.webhooks = webhooks;
    }

    /** {@code GET record/comments.json}. */
    public void list(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        JsonNode given = call.parameters();
        long record = call.number(given.path("record"), "record");
        long offset = given.hasNonNull("offset") ? call.number(given.path("offset"), "offset") : 0;
        long limit = given.hasNonNull("limit") ? call.number(given.path("limit"), "limit") : MAX_PAGE;
        String order = given.path("order").asText("desc");
        if (!order.equals("asc") && !order.equals("desc")) {
            throw KintoneFault.invalid("order", "Enum値のいずれかでなければなりません。", "must be one of the enum value");
        }
        if (limit < 0 || limit > MAX_PAGE) {
            throw KintoneFault.invalid(
                    "limit", "最大でも" + MAX_PAGE + "以下です。", "must be less than or equal to " + MAX_PAGE);
        }
        if (offset < 0) {
            throw KintoneFault.invalid("offset", "最小でも0以上です。", "must be greater than or equal to 0");
        }
        RecordRights rights = records.rights(app, call);
        Map<String, Object> answer = records.database().transact(connection -> {
            records.requireVisible(connection, app, record, rights);
            List<Map<String, Object>> found = Sql.list(
                    connection,
                    CommentEndpoints::document,
                    "select * from kt_comment where app = ? and record = ? order by id " + order + " limit ? offset ?",
                    app.id(),
                    record,
                    limit,
                    offset);
            long all = count(connection, app, record);
            boolean before = offset > 0 && all > 0;
            boolean after = offset + limit < all;
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("comments", found);
            page.put("older", order.equals("desc") ? after : before);
            page.put("newer", order.equals("desc") ? before : after);
            return page;
        });
        call.json(answer);
    }

    private static long count(Connection connection, App app, long record) throws SQLException {
        return Sql.number(connection, "select count(*) from kt_comment where app = ? and record = ?", app.id(), record);
    }

    private static Map<String, Object> document(ResultSet row) throws SQLException {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("id", String.valueOf(row.getLong("id")));
        comment.put("text", row.getString("text"));
        comment.put("createdAt", Sql.requiredInstant(row, "created_at").toString());
        comment.put("creator", RecordTable.parsed(row.getString("creator")));
        comment.put("mentions", RecordTable.parsed(row.getString("mentions")));
        return comment;
    }

    /** {@code POST record/comment.json}. */
    public void add(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        long record = call.number(call.parameters().path("record"), "record");
        JsonNode comment = call.parameters().path("comment");
        String text = comment.path("text").asText("");
        if (text.isEmpty()) {
            throw KintoneFault.required("comment.text");
        }
        if (text.length() > MAX_TEXT) {
            throw KintoneFault.invalid(
                    "comment.text",
                    (MAX_TEXT + 1) + "文字より短くなければなりません。",
                    "Enter less than " + (MAX_TEXT + 1) + " characters.");
        }
        JsonNode mentions = mentions(comment);
        RecordRights rights = records.rights(app, call);
        Map<String, Object> added = records.database().transact(connection -> {
            records.requireVisible(connection, app, record, rights);
            Sql.number(connection, "select id from kt_app where id = ? for update", app.id());
            return Sql.first(
                            connection,
                            CommentEndpoints::document,
                            "insert into kt_comment (app, record, id, text, mentions, creator, created_at) select ?, ?,"
                                    + " coalesce(max(id), 0) + 1, ?, ?, ?, ? from kt_comment where app = ? and"
                                    + " record = ? returning *",
                            app.id(),
                            record,
                            named(connection, mentions) + text,
                            mentions.toString(),
                            Json.text(call.caller().user()),
                            records.clock().instant().truncatedTo(ChronoUnit.SECONDS),
                            app.id(),
                            record)
                    .orElseThrow(() -> new SQLException("no comment was inserted"));
        });
        webhooks.commented(call, app, record, added);
        call.json(Map.of("id", String.valueOf(added.get("id"))));
    }

    private static JsonNode mentions(JsonNode comment) {
        JsonNode given = comment.path("mentions");
        if (given.isMissingNode() || given.isNull()) {
            return JsonNodeFactory.instance.arrayNode();
        }
        if (given.size() > MAX_MENTIONS) {
            throw KintoneFault.invalid(
                    "comment.mentions",
                    "宛先は" + MAX_MENTIONS + "件まで指定できます。",
                    "Up to " + MAX_MENTIONS + " mentions can be specified.");
        }
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode one : given) {
            String place = "comment.mentions[" + kept.size() + "]";
            if (one.path("code").asText("").isEmpty()) {
                throw KintoneFault.required(place + ".code");
            }
            if (!MENTIONED.contains(one.path("type").asText())) {
                throw KintoneFault.invalid(place + ".type", "Enum値のいずれかでなければなりません。", "must be one of the enum value");
            }
            kept.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("code", one.path("code").asText())
                    .put("type", one.path("type").asText()));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(kept);
    }

    /** Who is addressed stands before the text. */
    private static String named(Connection connection, JsonNode mentions) throws SQLException {
        StringBuilder names = new StringBuilder();
        for (JsonNode one : mentions) {
            String code = one.path("code").asText();
            names.append(People.user(connection, code).path("name").asText()).append(' ');
        }
        return names.isEmpty() ? "" : names.append('\n').toString();
    }

    /** {@code DELETE record/comment.json}: only by who wrote it. */
    public void delete(KintoneCall call) throws IOException, SQLException {
        App app = records.access().app(call, "app", Apps.Rights::view);
        long record = call.number(call.parameters().path("record"), "record");
        long comment = call.number(call.parameters().path("comment"), "comment");
        RecordRights rights = records.rights(app, call);
        records.database().run(connection -> {
            records.requireVisible(connection, app, record, rights);
            String creator = Sql.first(
                            connection,
                            row -> row.getString(1),
                            "select creator from kt_comment where app = ? and record = ? and id = ?",
                            app.id(),
                            record,
                            comment)
                    .orElseThrow(() -> KintoneFault.of(
                            400,
                            "GAIA_RE02",
                            "指定したコメントが存在しません。削除された可能性があります。",
                            "The specified comment does not exist. The comment may have been deleted."));
            if (!RecordTable.parsed(creator)
                    .path("code")
                    .asText()
                    .equals(call.caller().code())) {
                throw KintoneFault.mayNot();
            }
            Sql.update(
                    connection,
                    "delete from kt_comment where app = ? and record = ? and id = ?",
                    app.id(),
                    record,
                    comment);
        });
        call.json(JsonNodeFactory.instance.objectNode());
    }
}
