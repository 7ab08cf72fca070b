package dev.minori.events.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The values of one fact. Every component carries a {@link TargetField}: label, kind, whether it is required and whether
 * it is personal. A value that is not known is null, never a stand-in number or text.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "dataset")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CustomerValues.class, name = "customer"),
    @JsonSubTypes.Type(value = ContactValues.class, name = "contact"),
    @JsonSubTypes.Type(value = ContractValues.class, name = "contract"),
    @JsonSubTypes.Type(value = UsageValues.class, name = "usage"),
    @JsonSubTypes.Type(value = TicketValues.class, name = "ticket"),
    @JsonSubTypes.Type(value = SurveyResponseValues.class, name = "survey-response"),
    @JsonSubTypes.Type(value = MessageValues.class, name = "message")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface FactValues
        permits CustomerValues,
                ContactValues,
                ContractValues,
                UsageValues,
                TicketValues,
                SurveyResponseValues,
                MessageValues {}
