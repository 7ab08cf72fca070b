package dev.minori.playbook.playbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A playbook's steps as a graph: which step follows which. There are no loops, so each step runs at most once in a run
 * and every run ends.
 */
public final class Program {
    private record Node(Step step, Optional<String> next) {}

    private final String first;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Program(List<Step> steps) {
        this.first = steps.getFirst().id();
        lay(steps, Optional.empty());
    }

    /** Compiles the steps. Throws IllegalArgumentException if two steps share an id. */
    public static Program of(List<Step> steps) {
        return new Program(steps);
    }

    private void lay(List<Step> steps, Optional<String> after) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Optional<String> next =
                    i + 1 < steps.size() ? Optional.of(steps.get(i + 1).id()) : after;
            if (nodes.putIfAbsent(step.id(), new Node(step, next)) != null) {
                throw new IllegalArgumentException("two steps are called " + step.id());
            }
            if (step instanceof Step.Branch branch) {
                lay(branch.then(), next);
                lay(branch.otherwise(), next);
            }
        }
    }

    /** Where a run begins. */
    public Step first() {
        return step(first);
    }

    /** The step of that id. Throws IllegalArgumentException if there is none. */
    public Step step(String id) {
        return node(id).step();
    }

    /** The step after this one, or after the branch that holds it; empty at the playbook's end. */
    public Optional<Step> after(String id) {
        return node(id).next().map(this::step);
    }

    /** The first step of a branch's list; an empty list goes on behind the branch. */
    public Optional<Step> into(Step.Branch branch, boolean then) {
        List<Step> steps = then ? branch.then() : branch.otherwise();
        return steps.isEmpty() ? after(branch.id()) : Optional.of(steps.getFirst());
    }

    /** All steps, in document order. */
    public List<Step> steps() {
        return nodes.values().stream().map(Node::step).toList();
    }

    private Node node(String id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no step is called " + id);
        }
        return node;
    }
}
