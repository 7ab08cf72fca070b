package dev.minori.simulators.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.camel.component.salesforce.api.dto.AbstractSObjectBase;
import org.jspecify.annotations.Nullable;

/** An account as Camel's generator of such classes would write it: the fields that not every object has. */
public class CamelAccount extends AbstractSObjectBase {

    @JsonProperty("NameKana__c")
    public @Nullable String nameKana;

    @JsonProperty("NameEn__c")
    public @Nullable String nameEn;

    @JsonProperty("CorporateNumber__c")
    public @Nullable String corporateNumber;

    @JsonProperty("CustomerCode__c")
    public @Nullable String customerCode;

    @JsonProperty("Industry")
    public @Nullable String industry;

    @JsonProperty("NumberOfEmployees")
    public @Nullable Integer numberOfEmployees;

    @JsonProperty("Phase__c")
    public @Nullable String phase;

    @JsonProperty("Website")
    public @Nullable String website;
}
