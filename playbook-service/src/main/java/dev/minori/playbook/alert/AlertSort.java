package dev.minori.playbook.alert;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Orders of a list of alerts. Equal ones follow by age. */
public enum AlertSort {
    NEWEST("-opened"),
    OLDEST("opened"),
    LAST_OCCURRED("-lastOccurred"),
    SEVERITY("severity"),
    CUSTOMER("customer"),
    CUSTOMER_BACKWARDS("-customer");

    private final String parameter;

    AlertSort(String parameter) {
        this.parameter = parameter;
    }

    /** The word in the query. */
    public String parameter() {
        return parameter;
    }

    /** The order called so; throws IllegalArgumentException naming those there are. */
    public static AlertSort of(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        Arrays.stream(values()).map(AlertSort::parameter).collect(Collectors.joining(", "))));
    }
}
