package dev.minori.playbook.alert;

import dev.minori.playbook.page.ListOrder;

/** Orders of a list of alerts. Equal ones follow by age. */
public enum AlertSort implements ListOrder {
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

    @Override
    public String parameter() {
        return parameter;
    }
}
