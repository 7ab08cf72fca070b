package dev.minori.simulators.kintone.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Process management: the statuses a record goes through. Source: kintone developer documentation, "Get Process
 * Management Settings".
 *
 * @param states in their order; a new record has the first
 * @param actions what leads from one to the next
 */
public record ProcessManagement(List<State> states, List<Action> actions) {

    public ProcessManagement {
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        if (states.isEmpty()) {
            throw new IllegalArgumentException("a process needs at least one state");
        }
        for (Action action : actions) {
            if (find(states, action.from).isEmpty() || find(states, action.to).isEmpty()) {
                throw new IllegalArgumentException("action " + action.name + " names a state that is not there");
            }
        }
    }

    /** A status by name. */
    public Optional<State> state(String name) {
        return find(states, name);
    }

    private static Optional<State> find(List<State> states, String name) {
        return states.stream().filter(state -> state.name.equals(name)).findFirst();
    }

    /** The action of that name in a status. */
    public Optional<Action> action(String name, String from) {
        return actions.stream()
                .filter(action -> action.name.equals(name) && action.from.equals(from))
                .findFirst();
    }

    /**
     * A status.
     *
     * @param assignee who has to act in it, or null for anybody
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record State(String name, @Nullable Assignee assignee) {}

    /**
     * Who has to act.
     *
     * @param type {@code ONE} that is chosen when the status begins, {@code ALL}, or {@code ANY} one of all
     */
    public record Assignee(String type, List<Entity> entities) {
        public Assignee {
            entities = List.copyOf(entities);
        }
    }

    /**
     * What leads from one status to another.
     *
     * @param filterCond records it is offered for, or null for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Action(
            String name, String from, String to, @Nullable String filterCond) {}
}
