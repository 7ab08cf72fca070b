package dev.minori.scoring.contract;

import java.util.Arrays;
import java.util.Optional;

/** Orders of the list of contracts; what is not known comes last, whatever the direction. */
public enum ContractSort {
    DEADLINE("deadline"),
    DEADLINE_LATEST("-deadline"),
    CUSTOMER("customer"),
    CUSTOMER_BACKWARDS("-customer"),
    LAST_DAY("lastDay"),
    LAST_DAY_LATEST("-lastDay"),
    START("startDate"),
    START_LATEST("-startDate"),
    MRR("mrr"),
    MRR_LARGEST("-mrr");

    private final String parameter;

    ContractSort(String parameter) {
        this.parameter = parameter;
    }

    /** As the query says it. */
    public String parameter() {
        return parameter;
    }

    public boolean backwards() {
        return parameter.startsWith("-");
    }

    /** The order called so. */
    public static Optional<ContractSort> find(String parameter) {
        return Arrays.stream(values())
                .filter(sort -> sort.parameter.equals(parameter))
                .findFirst();
    }
}
