package dev.minori.kit.paging;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.secret.ServiceSecret;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads cursors: the sort values of a page's last row, signed together with their scope. Clients hand them
 * back as they are; a cursor that was changed or belongs to another scope is refused.
 *
 * <p>Shape before base64url: 16 bytes of HMAC-SHA256 over scope and position, then the position (number of values;
 * for each its length and UTF-8 bytes, length −1 for null).
 */
@Singleton
public class Cursors {
    private static final int TAG_BYTES = 16;
    private static final int MAX_CURSOR_CHARS = 4096;

    private final SecretKey key;

    public Cursors(ServiceSecret secret) {
        this.key = secret.key("cursor.v1", "HmacSHA256");
    }

    /** The cursor after a row with these sort values. */
    public String write(CursorScope scope, List<@Nullable String> position) {
        byte[] encoded = encode(position);
        byte[] cursor = Arrays.copyOf(tag(scope, encoded), TAG_BYTES + encoded.length);
        System.arraycopy(encoded, 0, cursor, TAG_BYTES, encoded.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /** The sort values inside; throws invalid-cursor unless it was written by this service for this very scope. */
    public List<@Nullable String> read(CursorScope scope, String cursor) {
        if (cursor.length() > MAX_CURSOR_CHARS) {
            throw invalid();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
        if (bytes.length <= TAG_BYTES) {
            throw invalid();
        }
        byte[] encoded = Arrays.copyOfRange(bytes, TAG_BYTES, bytes.length);
        if (!MessageDigest.isEqual(tag(scope, encoded), Arrays.copyOf(bytes, TAG_BYTES))) {
            throw invalid();
        }
        return decode(encoded);
    }

    /** Reads rows of a list in its order. */
    public interface Reading<T> {
        /**
         * So many rows.
         *
         * @param position sort value of the row before the first; null for the beginning of the list
         */
        List<T> behind(@Nullable String position, int rows);
    }

    /**
     * A page of a list that is sorted by one value which no two rows share.
     *
     * @param position a row's sort value as text
     */
    public <T> Page<T> page(CursorScope scope, PageRequest request, Reading<T> reading, Function<T, String> position) {
        String cursor = request.cursor();
        String behind = cursor == null ? null : read(scope, cursor).getFirst();
        return Page.cut(
                reading.behind(behind, request.fetchSize()),
                request,
                last -> write(scope, List.of(position.apply(last))));
    }

    private byte[] tag(CursorScope scope, byte[] encoded) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            List<@Nullable String> bound = new ArrayList<>();
            bound.add(scope.workspaceId().toString());
            bound.add(scope.list());
            bound.add(scope.sort());
            bound.addAll(scope.filters());
            mac.update(encode(bound));
            return Arrays.copyOf(mac.doFinal(encoded), TAG_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    private static byte[] encode(List<@Nullable String> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(values.size());
            for (String value : values) {
                if (value == null) {
                    out.writeInt(-1);
                } else {
                    byte[] text = value.getBytes(StandardCharsets.UTF_8);
                    out.writeInt(text.length);
                    out.write(text);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<@Nullable String> decode(byte[] encoded) {
        List<@Nullable String> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                int length = in.readInt();
                values.add(length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            throw invalid();
        }
        return values;
    }

    private static ProblemException invalid() {
        Wording detail = new Wording(
                "cursorは、同じ一覧・同じ並び順・同じ絞り込みで返されたnextCursorをそのまま渡してください。最初のページからやり直せます。",
                "Hand back the nextCursor of the same list, sort and filter as it was. Start again from the first page.");
        return new ProblemException(
                KitProblem.INVALID_CURSOR, detail, List.of(new FieldError("query:cursor", "invalid", detail)));
    }
}
