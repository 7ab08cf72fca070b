package dev.minori.simulators.bench;

import org.apache.camel.component.salesforce.api.dto.AbstractQueryRecordsBase;

/** A page of them, by a class of its own because Camel asks for one. */
public class CamelAccounts extends AbstractQueryRecordsBase<CamelAccount> {}
