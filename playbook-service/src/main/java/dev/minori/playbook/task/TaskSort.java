package dev.minori.playbook.task;

import dev.minori.playbook.page.ListOrder;

/** Orders of a list of tasks. Equal ones follow by age. */
public enum TaskSort implements ListOrder {
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

    @Override
    public String parameter() {
        return parameter;
    }
}
