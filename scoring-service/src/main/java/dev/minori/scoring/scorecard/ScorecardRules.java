package dev.minori.scoring.scorecard;

import dev.minori.events.HealthBand;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.expression.ExpressionIssue;
import dev.minori.scoring.expression.ExpressionLanguage;
import dev.minori.scoring.expression.InvalidExpressionException;
import dev.minori.scoring.expression.Scope;
import dev.minori.scoring.expression.ValueType;
import dev.minori.scoring.scorecard.Scorecard.Band;
import dev.minori.scoring.scorecard.Scorecard.Cap;
import dev.minori.scoring.scorecard.Scorecard.Measure;
import dev.minori.scoring.scorecard.Scorecard.MissingPolicy;
import dev.minori.scoring.scorecard.Scorecard.Polarity;
import dev.minori.scoring.scorecard.Scorecard.ScalePoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a scorecard must fulfil before it is kept; each mistake is told with its place in the document. */
@ApplicationScoped
public class ScorecardRules {
    private static final String KEY = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int MAX_MEASURES = 50;
    private static final List<HealthBand> FROM_WORST = List.of(HealthBand.AT_RISK, HealthBand.WATCH, HealthBand.GOOD);

    private final ExpressionLanguage language;

    ScorecardRules(ExpressionLanguage language) {
        this.language = language;
    }

    /** Everything that is wrong with the scorecard; empty if it can be kept. */
    public List<FieldError> check(Scorecard card) {
        List<FieldError> errors = new ArrayList<>();
        if (!card.key().matches(KEY)) {
            errors.add(key("/key"));
        }
        if (!(card.minimumCoverage() >= 0 && card.minimumCoverage() <= 1)) {
            errors.add(error("/minimumCoverage", "out-of-range", "0から1までの割合です。", "A share from 0 to 1."));
        }
        if (!(card.recoveryMargin() >= 0 && card.recoveryMargin() < 50)) {
            errors.add(error("/recoveryMargin", "out-of-range", "0以上50未満の点数です。", "From 0 to less than 50 points."));
        }
        measures(card, errors);
        bands(card.bands(), errors);
        caps(card, errors);
        return errors;
    }

    private void measures(Scorecard card, List<FieldError> errors) {
        if (card.measures().isEmpty() || card.measures().size() > MAX_MEASURES) {
            errors.add(error("/measures", "size", "指標は1から50個までです。", "From 1 to 50 measures."));
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < card.measures().size(); i++) {
            Measure measure = card.measures().get(i);
            String at = "/measures/" + i;
            if (!measure.key().matches(KEY)) {
                errors.add(key(at + "/key"));
            } else if (!keys.add(measure.key())) {
                errors.add(error(at + "/key", "duplicate", "同じキーの指標があります。", "Another measure has this key."));
            }
            if (!(measure.weight() > 0 && measure.weight() <= 1000)) {
                errors.add(error(at + "/weight", "out-of-range", "0より大きく1000以下です。", "Above 0, at most 1000."));
            }
            boolean carries = measure.missing().policy() == MissingPolicy.CARRY_FORWARD;
            Integer days = measure.missing().days();
            if (carries != (days != null) || (days != null && (days < 1 || days > 730))) {
                errors.add(error(
                        at + "/missing/days",
                        "out-of-range",
                        "carry-forwardのときだけ、1から730日を指定します。",
                        "From 1 to 730 days, for carry-forward only."));
            }
            scale(measure, at, errors);
            value(measure, at, errors);
        }
    }

    private void value(Measure measure, String at, List<FieldError> errors) {
        try {
            language.compile(Scope.MEASURE, measure.value(), ValueType.NUMBER);
        } catch (InvalidExpressionException e) {
            for (ExpressionIssue issue : e.issues()) {
                errors.add(issue.at(at + "/value"));
            }
        }
    }

    private static void scale(Measure measure, String at, List<FieldError> errors) {
        List<ScalePoint> scale = measure.scale();
        if (scale.size() < 2) {
            errors.add(error(at + "/scale", "size", "少なくとも2点が必要です。", "At least two points are needed."));
            return;
        }
        for (int i = 0; i < scale.size(); i++) {
            ScalePoint point = scale.get(i);
            if (!Double.isFinite(point.value()) || !(point.points() >= 0 && point.points() <= 100)) {
                errors.add(error(at + "/scale/" + i, "out-of-range", "点数は0から100までです。", "Points go from 0 to 100."));
            }
            if (i == 0) {
                continue;
            }
            ScalePoint before = scale.get(i - 1);
            if (point.value() <= before.value()) {
                errors.add(error(
                        at + "/scale/" + i + "/value", "order", "値の小さい順に並べてください。", "Order them by rising value."));
            }
            double rise = point.points() - before.points();
            if (measure.polarity() == Polarity.HIGHER_IS_BETTER ? rise < 0 : rise > 0) {
                errors.add(error(
                        at + "/scale/" + i + "/points",
                        "polarity",
                        "「良い方向」と点数の向きが逆です。",
                        "The points run against the polarity."));
            }
        }
    }

    private static void bands(List<Band> bands, List<FieldError> errors) {
        Set<HealthBand> seen = new HashSet<>();
        double next = 0;
        List<Band> ordered =
                bands.stream().sorted(Comparator.comparingDouble(Band::from)).toList();
        for (Band band : ordered) {
            String at = "/bands/" + bands.indexOf(band);
            if (band.band() == HealthBand.UNKNOWN || !seen.add(band.band())) {
                errors.add(error(
                        at + "/band",
                        "band",
                        "GOOD、WATCH、AT_RISKを1回ずつ使います。",
                        "Use GOOD, WATCH and AT_RISK once each."));
            }
            if (band.from() != next || !(band.to() > band.from())) {
                errors.add(error(
                        at + "/from",
                        "gap-or-overlap",
                        "帯は0から100までを隙間も重なりもなく覆う必要があります。",
                        "The bands must cover 0 to 100 without gap or overlap."));
            }
            next = band.to();
        }
        if (bands.isEmpty() || next != 100) {
            errors.add(error(
                    "/bands",
                    "gap-or-overlap",
                    "帯は0から100までを隙間も重なりもなく覆う必要があります。",
                    "The bands must cover 0 to 100 without gap or overlap."));
        }
        List<HealthBand> order = ordered.stream().map(Band::band).toList();
        if (errors.isEmpty() && !order.equals(FROM_WORST)) {
            errors.add(error(
                    "/bands",
                    "order",
                    "点数の低いほうからAT_RISK、WATCH、GOODの順にしてください。",
                    "From few points to many: AT_RISK, WATCH, GOOD."));
        }
    }

    private static void caps(Scorecard card, List<FieldError> errors) {
        List<Cap> caps = card.exceptions();
        for (int i = 0; i < caps.size(); i++) {
            Cap cap = caps.get(i);
            String at = "/caps/" + i;
            if (card.measures().stream().noneMatch(measure -> measure.key().equals(cap.measure()))) {
                errors.add(error(at + "/measure", "unknown-measure", "この指標はありません。", "There is no such measure."));
            }
            if (!(cap.below() > 0 && cap.below() <= 100) || !(cap.atMost() >= 0 && cap.atMost() < 100)) {
                errors.add(error(at, "out-of-range", "点数は0から100までです。", "Points go from 0 to 100."));
            }
        }
    }

    private static FieldError key(String at) {
        return error(at, "key", "英小文字・数字・ハイフンで書いてください。", "Use lower-case letters, digits and hyphens.");
    }

    private static FieldError error(String at, String code, String ja, String en) {
        return new FieldError(at, code, new Wording(ja, en));
    }
}
