package dev.minori.playbook.task;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Orders of a list of tasks. Equal ones follow by age. */
public enum TaskSort {
    NEWEST("-created"),
    OLDEST("created"),
    /** Tasks without a day come last. */
    DUE("due"),
    LATEST_DUE("-due"),
    PRIORITY("priority"),
    LOWEST_PRIORITY("-priority"),
    CUSTOMER("customer"),
    CUSTOMER_BACKWARDS("-customer");

    private final String parameter;

    TaskSort(String parameter) {
        this.parameter = parameter;
    }

    /** The word in the query. */
    public String parameter() {
        return parameter;
    }

    /** The order called so; throws IllegalArgumentException naming those there are. */
    public static TaskSort of(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Arrays.stream(values()).map(TaskSort::parameter).collect(Collectors.joining(", "))));
    }
}
