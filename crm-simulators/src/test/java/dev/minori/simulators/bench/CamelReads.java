package dev.minori.simulators.bench;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.component.salesforce.SalesforceLoginConfig;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.simple.SimpleLanguage;

/** Apache Camel's client, which makes objects of records. */
final class CamelReads implements AutoCloseable {

    private static final String PAGE = "?sObjectClass=" + CamelAccounts.class.getName();

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate template;

    CamelReads(String url) {
        SalesforceLoginConfig login = new SalesforceLoginConfig();
        login.setLoginUrl(url);
        login.setInstanceUrl(url);
        login.setClientId("minori-load");
        login.setClientSecret("minori-load-secret");
        login.setType(AuthenticationType.CLIENT_CREDENTIALS);
        SalesforceEndpointConfig config = new SalesforceEndpointConfig();
        config.setApiVersion("65.0");
        SalesforceComponent component = new SalesforceComponent();
        component.setLoginConfig(login);
        component.setConfig(config);
        // The context wants this language although nothing here is written in it.
        camel.getRegistry().bind("simple", new SimpleLanguage());
        camel.addComponent("salesforce", component);
        camel.start();
        template = camel.createProducerTemplate();
    }

    int rest(String soql) {
        CamelAccounts page = template.requestBody("salesforce:query" + PAGE, soql, CamelAccounts.class);
        int rows = page.getRecords().size();
        while (!page.getDone()) {
            page = template.requestBody("salesforce:queryMore" + PAGE, page.getNextRecordsUrl(), CamelAccounts.class);
            rows += page.getRecords().size();
        }
        return rows;
    }

    @Override
    public void close() {
        camel.stop();
    }
}
