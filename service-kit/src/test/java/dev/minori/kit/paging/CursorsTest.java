package dev.minori.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.secret.ServiceSecret;
import dev.minori.kit.testing.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final CursorScope SCOPE = CursorScope.of(Tokens.MINORI_DEMO, "customers", "-mrr,id", "band=AT_RISK");

    private final Cursors cursors = new Cursors(new ServiceSecret(new byte[32]));

    @Test
    void cursorGivesBackItsPosition() {
        List<@Nullable String> position = Arrays.asList("120000", null, "", "株式会社こもれび");
        assertThat(cursors.read(SCOPE, cursors.write(SCOPE, position))).isEqualTo(position);
    }

    @Test
    void cursorIsRefusedOutsideItsScope() {
        String cursor = cursors.write(SCOPE, List.of("1"));
        List<CursorScope> others = List.of(
                CursorScope.of(Tokens.AOZORA, "customers", "-mrr,id", "band=AT_RISK"),
                CursorScope.of(Tokens.MINORI_DEMO, "contracts", "-mrr,id", "band=AT_RISK"),
                CursorScope.of(Tokens.MINORI_DEMO, "customers", "mrr,id", "band=AT_RISK"),
                CursorScope.of(Tokens.MINORI_DEMO, "customers", "-mrr,id", "band=GOOD"),
                CursorScope.of(Tokens.MINORI_DEMO, "customers", "-mrr,id"),
                CursorScope.of(Tokens.MINORI_DEMO, "customers", "-mrr,idband=AT_RISK"));
        for (CursorScope other : others) {
            assertRefused(other, cursor);
        }
    }

    @Test
    void changedCursorIsRefusedWhereverItWasChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(cursors.write(SCOPE, List.of("120000", "id")));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertRefused(SCOPE, Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
        assertRefused(SCOPE, "");
        assertRefused(SCOPE, "%%%");
        assertRefused(SCOPE, "a".repeat(100_000));
    }

    @Test
    void anotherServicesCursorIsRefused() {
        byte[] secret = new byte[32];
        secret[0] = 1;
        assertRefused(SCOPE, new Cursors(new ServiceSecret(secret)).write(SCOPE, List.of("1")));
    }

    @Test
    void pagesWalkThroughAllRowsOnce() {
        List<Integer> rows = IntStream.range(0, 23).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            PageRequest request = PageRequest.of(10, cursor);
            int after = cursor == null
                    ? -1
                    : Integer.parseInt(
                            String.valueOf(cursors.read(SCOPE, cursor).getFirst()));
            List<Integer> fetched = rows.stream()
                    .filter(row -> row > after)
                    .limit(request.fetchSize())
                    .toList();
            Page<Integer> page = Page.cut(fetched, request, row -> cursors.write(SCOPE, List.of(row.toString())));
            seen.addAll(page.items());
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);
        assertThat(seen).isEqualTo(rows);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void lastFullPageHasNoCursor() {
        PageRequest request = PageRequest.of(2, null);
        assertThat(Page.cut(List.of(1, 2), request, Object::toString).nextCursor())
                .isNull();
        assertThat(Page.cut(List.of(1, 2, 3), request, Object::toString).nextCursor())
                .isEqualTo("2");
    }

    @Test
    void limitOutOfRangeIsAProblem() {
        for (int limit : new int[] {0, -1, 201}) {
            assertThatThrownBy(() -> PageRequest.of(limit, null))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(KitProblem.INVALID_PARAMETER));
        }
        assertThat(PageRequest.of(null, "").limit()).isEqualTo(50);
    }

    private void assertRefused(CursorScope scope, String cursor) {
        assertThatThrownBy(() -> cursors.read(scope, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(KitProblem.INVALID_CURSOR));
    }
}
