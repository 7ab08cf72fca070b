package dev.minori.simulators.salesforce;

import static dev.minori.simulators.RunningSimulators.salesforce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Salesforce's own SOAP client, unchanged. */
final class PartnerClient {

    private PartnerClient() {}

    static PartnerConnection connection(String token, String version) {
        try {
            ConnectorConfig config = new ConnectorConfig();
            // Its compiled-in endpoint is a host of nobody's: every endpoint is named.
            config.setAuthEndpoint(salesforce() + "/services/Soap/u/" + version);
            config.setServiceEndpoint(salesforce() + "/services/Soap/u/" + version);
            config.setSessionId(token);
            config.setManualLogin(true);
            return new PartnerConnection(config);
        } catch (ConnectionException e) {
            throw new IllegalStateException(e);
        }
    }

    static SObject record(String type, String... values) {
        SObject record = new SObject(type);
        for (int i = 0; i < values.length; i += 2) {
            record.setField(values[i], values[i + 1]);
        }
        return record;
    }

    static ApiFault fault(ThrowingCallable call) {
        ApiFault fault = catchThrowableOfType(ApiFault.class, call);
        assertThat(fault).isNotNull();
        return fault;
    }
}
