package dev.minori.events.fact;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A kind of fact about customers. Its record type is the target schema a table mapping fills. */
public enum Dataset {
    @JsonProperty("customer")
    CUSTOMER("customer", "顧客(企業)", "Customer", CustomerValues.class),
    @JsonProperty("contact")
    CONTACT("contact", "先方担当者", "Contact", ContactValues.class),
    @JsonProperty("contract")
    CONTRACT("contract", "契約", "Contract", ContractValues.class),
    @JsonProperty("usage")
    USAGE("usage", "利用ログ", "Usage", UsageValues.class),
    @JsonProperty("ticket")
    TICKET("ticket", "問い合わせ", "Ticket", TicketValues.class),
    @JsonProperty("survey-response")
    SURVEY_RESPONSE("survey-response", "アンケート回答", "Survey response", SurveyResponseValues.class),
    @JsonProperty("message")
    MESSAGE("message", "メール", "Message", MessageValues.class);

    private final String wireName;
    private final String japanese;
    private final String english;
    private final Class<? extends FactValues> valuesType;

    Dataset(String wireName, String japanese, String english, Class<? extends FactValues> valuesType) {
        this.wireName = wireName;
        this.japanese = japanese;
        this.english = english;
        this.valuesType = valuesType;
    }

    /** The name in JSON, YAML and REST paths, for example {@code survey-response}. */
    public String wireName() {
        return wireName;
    }

    public String japanese() {
        return japanese;
    }

    public String english() {
        return english;
    }

    /** The record that holds one fact's values. */
    public Class<? extends FactValues> valuesType() {
        return valuesType;
    }

    /** The dataset called so, as in JSON. Throws IllegalArgumentException for any other name. */
    public static Dataset of(String wireName) {
        for (Dataset dataset : values()) {
            if (dataset.wireName.equals(wireName)) {
                return dataset;
            }
        }
        throw new IllegalArgumentException("unknown dataset " + wireName);
    }
}
