package dev.minori.scoring.segment;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.expression.ExpressionLanguage;
import dev.minori.scoring.expression.InvalidExpressionException;
import dev.minori.scoring.expression.ValueType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What a segment must fulfil before it is kept; each mistake is told with its place in the document. */
@ApplicationScoped
public class SegmentRules {
    private static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String EVIDENCE_NAME = "[A-Za-z][A-Za-z0-9]*(\\.(ja|en))?";
    private static final int MAX_EVIDENCE = 20;

    private final ExpressionLanguage language;

    public SegmentRules(ExpressionLanguage language) {
        this.language = language;
    }

    /** Everything that is wrong with the segment; empty if it can be kept. */
    public List<FieldError> check(Segment segment) {
        List<FieldError> errors = new ArrayList<>();
        if (!segment.key().matches(KEY)) {
            errors.add(new FieldError(
                    "/key",
                    "key",
                    new Wording("英小文字・数字・ハイフンで書いてください。", "Use lower-case letters, digits and hyphens.")));
        }
        try {
            language.compile(segment.subject().scope(), segment.condition(), ValueType.BOOLEAN);
        } catch (InvalidExpressionException e) {
            e.issues().forEach(issue -> errors.add(issue.at("/condition")));
        }
        if (segment.namedEvidence().size() > MAX_EVIDENCE) {
            errors.add(new FieldError("/evidence", "size", new Wording("20件までです。", "At most 20 entries.")));
        }
        segment.namedEvidence().forEach((name, text) -> {
            String at = "/evidence/" + name.replace("~", "~0").replace("/", "~1");
            if (!name.matches(EVIDENCE_NAME)) {
                errors.add(new FieldError(
                        at,
                        "name",
                        new Wording(
                                "名前は英数字で書いてください(言語別は .ja と .en)。",
                                "Use letters and digits (with .ja and .en for texts in two languages).")));
            }
            try {
                if (language.compile(segment.subject().scope(), text).quotesPeople()) {
                    errors.add(new FieldError(
                            at,
                            "quotes-people",
                            new Wording(
                                    "個人の文章は、対象がメールのときだけ引用できます。",
                                    "What people wrote can be quoted only where the message is the subject.")));
                }
            } catch (InvalidExpressionException e) {
                e.issues().forEach(issue -> errors.add(issue.at(at)));
            }
        });
        return errors;
    }
}
