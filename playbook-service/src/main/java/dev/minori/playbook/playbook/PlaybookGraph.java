package dev.minori.playbook.playbook;

import dev.minori.playbook.text.LocalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A playbook as something to draw: nodes in the order they are read from above, edges between them. It begins at
 * {@code $start} and comes to its end at {@code $end}; ids of steps never begin with a dollar sign.
 */
public record PlaybookGraph(List<Node> nodes, List<Edge> edges) {
    public static final String START = "$start";
    public static final String END = "$end";

    private static final LocalText NONE = new LocalText("", "");

    public PlaybookGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A step, the start or the end.
     *
     * @param kind {@code start}, {@code task}, {@code wait}, {@code branch}, {@code notify}, {@code stop} (a step that
     *     ends the run) or {@code end}
     * @param detail more to read: a note, a condition; null if there is nothing more
     * @param depth in how many branches it lies
     */
    public record Node(
            String id,
            String kind,
            LocalText title,
            @Nullable LocalText detail,
            int depth) {}

    /**
     * From one node to the next.
     *
     * @param when which answer of a branch leads there: "then", "otherwise" or "unknown"; null where there is one way
     *     only
     * @param label for people; empty where there is one way only
     */
    public record Edge(String from, String to, @Nullable String when, LocalText label) {}

    /** The graph of a playbook. */
    public static PlaybookGraph of(Playbook playbook) {
        Program program = Program.of(playbook.steps());
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(new Node(
                START,
                "start",
                new LocalText(
                        "セグメント「" + playbook.segmentKey() + "」に入った顧客",
                        "Customers who enter segment " + playbook.segmentKey()),
                reEntry(playbook.reEntry()),
                0));
        edges.add(new Edge(START, program.first().id(), null, NONE));
        lay(playbook.steps(), program, 0, nodes, edges);
        nodes.add(new Node(END, "end", new LocalText("完了", "Completed"), null, 0));
        return new PlaybookGraph(nodes, edges);
    }

    private static void lay(List<Step> steps, Program program, int depth, List<Node> nodes, List<Edge> edges) {
        for (Step step : steps) {
            nodes.add(new Node(step.id(), kind(step), StepText.of(step), detail(step), depth));
            switch (step) {
                case Step.Task _, Step.Notify _, Step.Wait _ ->
                    edges.add(new Edge(step.id(), target(program.after(step.id())), null, NONE));
                case Step.End _ -> edges.add(new Edge(step.id(), END, null, NONE));
                case Step.Branch branch -> {
                    fork(branch, program, edges);
                    lay(branch.then(), program, depth + 1, nodes, edges);
                    lay(branch.otherwise(), program, depth + 1, nodes, edges);
                }
            }
        }
    }

    private static void fork(Step.Branch branch, Program program, List<Edge> edges) {
        String then = target(program.into(branch, true));
        String otherwise = target(program.into(branch, false));
        edges.add(new Edge(branch.id(), then, "then", new LocalText("はい", "yes")));
        edges.add(new Edge(branch.id(), otherwise, "otherwise", new LocalText("いいえ", "no")));
        String unknown = switch (branch.onUnknown()) {
            case THEN -> then;
            case OTHERWISE -> otherwise;
            case END -> END;
        };
        edges.add(new Edge(branch.id(), unknown, "unknown", new LocalText("判定不可", "unknown")));
    }

    private static String target(Optional<Step> step) {
        return step.map(Step::id).orElse(END);
    }

    private static String kind(Step step) {
        return step instanceof Step.End ? "stop" : step.kind();
    }

    private static @Nullable LocalText detail(Step step) {
        return switch (step) {
            case Step.Task task -> task.note();
            case Step.Branch branch -> LocalText.same(branch.condition());
            case Step.Wait _, Step.Notify _, Step.End _ -> null;
        };
    }

    private static LocalText reEntry(ReEntry reEntry) {
        return switch (reEntry) {
            case ReEntry.Never _ -> new LocalText("同じ顧客では一度だけ", "Once for each customer");
            case ReEntry.AfterExit _ -> new LocalText("終わったあと、再び入れば繰り返す", "Again when the customer enters anew");
            case ReEntry.AfterDays(int days) ->
                new LocalText("前回の開始から%d日たてば繰り返す".formatted(days), "Again after %d days".formatted(days));
        };
    }
}
