package dev.minori.scoring.customer.store;

import dev.minori.kit.sql.Database;
import dev.minori.kit.workspace.WorkspaceContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds customers by a part of their name, its kana, the English name or the customer code, through table
 * {@code customer_gram}.
 */
@ApplicationScoped
class NameSearch {
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);
    private static final int MAX_GRAMS = 8;

    /** Above this many customers a gram says too little: reading them all for their names is as quick. */
    private static final int RARE = 10_000;

    private final Database database;

    NameSearch(Database database) {
        this.database = database;
    }

    /**
     * Part of a statement's WHERE clause, with the values of its parameters.
     *
     * @param sql about alias {@code s}, a customer_summary
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Condition(String sql, Object... values) {}

    /** What must hold for a customer whose names contain the text; nothing for a text of spaces only. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Condition> find(String text) {
        String folded = database.one("SELECT minori_fold(?) AS folded", row -> row.text("folded"), text)
                .orElseThrow();
        List<Condition> conditions = new ArrayList<>();
        if (folded.codePointCount(0, folded.length()) == 1) {
            conditions.add(new Condition(gram("g.gram >= ? AND g.gram < ?"), folded, folded + LAST));
        } else if (!folded.isEmpty()) {
            rarest(folded).ifPresent(gram -> conditions.add(new Condition(gram("g.gram = ?"), gram)));
            conditions.add(new Condition("strpos(s.search_text, ?) > 0", folded));
        }
        return conditions;
    }

    /**
     * The gram of the text that the fewest customers have, if they are few. One is enough, because the text itself is
     * looked for in what it leaves; several of them cost more than they save.
     */
    private Optional<String> rarest(String text) {
        return database.one(
                """
                SELECT t.gram FROM unnest(?::text[]) AS t(gram)
                CROSS JOIN LATERAL (
                  SELECT count(*) AS customers FROM (
                    SELECT FROM customer_gram g WHERE g.workspace_id = ? AND g.gram = t.gram LIMIT ?) c) n
                WHERE n.customers <= ? ORDER BY n.customers, t.gram LIMIT 1
                """, row -> row.text("gram"), List.copyOf(grams(text)), WorkspaceContext.current(), RARE + 1, RARE);
    }

    private static String gram(String condition) {
        return "EXISTS (SELECT FROM customer_gram g WHERE g.workspace_id = s.workspace_id"
                + " AND g.customer_id = s.customer_id AND " + condition + ")";
    }

    private static Set<String> grams(String text) {
        int[] points = text.codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length && grams.size() < MAX_GRAMS; i++) {
            grams.add(new String(points, i, 2));
        }
        return grams;
    }
}
