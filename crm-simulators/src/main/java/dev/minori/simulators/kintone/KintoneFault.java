package dev.minori.simulators.kintone;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error as the REST API words it: {@code {code, id, message}} and, for invalid input, {@code errors} by path.
 * Codes and texts are those recorded from real tenants in public fixtures and client libraries.
 */
public final class KintoneFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Text text;
    private final transient Map<String, List<Text>> errors;

    private KintoneFault(int status, String code, Text text, Map<String, List<Text>> errors) {
        super(code + " " + text.en());
        this.status = status;
        this.code = code;
        this.text = text;
        this.errors = errors;
    }

    /** An error without details by path. */
    public static KintoneFault of(int status, String code, String ja, String en) {
        return new KintoneFault(status, code, new Text(ja, en), Map.of());
    }

    /** {@code CB_VA01}: invalid input, with what is wrong at each path. */
    public static KintoneFault invalid(Map<String, List<Text>> errors) {
        return new KintoneFault(
                400, "CB_VA01", new Text("入力内容が正しくありません。", "Missing or invalid input."), new LinkedHashMap<>(errors));
    }

    /** {@code CB_VA01} about one path. */
    public static KintoneFault invalid(String path, String ja, String en) {
        return invalid(Map.of(path, List.of(new Text(ja, en))));
    }

    /** A parameter that must be there is not. */
    public static KintoneFault required(String path) {
        return invalid(path, "必須です。", "Required field.");
    }

    /** The query cannot be read. */
    public static KintoneFault badQuery() {
        return invalid("query", "クエリ記法が間違っています。", "The query is invalid.");
    }

    /** A record that is not there. */
    public static KintoneFault noRecord(String id) {
        return of(
                404,
                "GAIA_RE01",
                "指定したレコード（id: " + id + "）が見つかりません。",
                "The specified record (ID: " + id + ") is not found.");
    }

    /** An app that is not there. */
    public static KintoneFault noApp(String id) {
        return of(
                404,
                "GAIA_AP01",
                "指定したアプリ（id: " + id + "）が見つかりません。削除されている可能性があります。",
                "The app (ID: " + id + ") not found. The app may have been deleted.");
    }

    /** Somebody else changed the record first. */
    public static KintoneFault staleRevision() {
        return of(
                409,
                "GAIA_CO02",
                "指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。",
                "The revision is not the latest. Someone may update a record.");
    }

    /** The person lacks a right on the app or the record. */
    public static KintoneFault mayNot() {
        return of(403, "CB_NO02", "権限がありません。", "No privilege to proceed.");
    }

    /** The caller lacks the right to change a field. */
    public static KintoneFault mayNotEdit(String label) {
        return of(
                403,
                "GAIA_FU01",
                "フィールド「" + label + "」の編集権限がありません。",
                "You do not have permission to edit the field \"" + label + "\".");
    }

    /** A file that is not there, or a key that is not of the kind asked for. */
    public static KintoneFault noFile(String key) {
        return of(
                404,
                "GAIA_BL01",
                "指定したファイル（id: " + key + "）が見つかりません。",
                "The specified file (id: " + key + ") not found.");
    }

    /** The token lacks the right for this operation. */
    public static KintoneFault tokenMayNot() {
        return of(
                403,
                "GAIA_NO01",
                "このAPIトークンでは、指定したAPIを実行できません。",
                "Using this API token, you cannot run the specified API.");
    }

    /** A real feature of the vendor's that this simulator does not offer. */
    public static KintoneFault notOffered(String feature) {
        return of(
                400,
                "CB_IL02",
                "不正なリクエストです。（このシミュレーターは " + feature + " を提供していません）",
                "Illegal request. (" + feature + " is not offered by this kintone simulator)");
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The vendor's code, such as {@code GAIA_RE01}. */
    public String code() {
        return code;
    }

    /** The message. */
    public Text text() {
        return text;
    }

    /** Details by path; empty when there are none. */
    public Map<String, List<Text>> errors() {
        return errors;
    }
}
