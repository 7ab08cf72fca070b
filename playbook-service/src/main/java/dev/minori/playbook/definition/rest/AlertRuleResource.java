package dev.minori.playbook.definition.rest;

import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.definition.Publication;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Alert rules, which open alerts. */
@Path("/api/v1/alert-rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AlertRuleResource extends DefinitionResource {
    AlertRuleResource(Definitions definitions, Publication publication, CurrentPerson person) {
        super(DefinitionKind.ALERT_RULE, definitions, publication, person);
    }
}
