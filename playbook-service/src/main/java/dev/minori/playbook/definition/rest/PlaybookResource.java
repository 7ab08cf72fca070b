package dev.minori.playbook.definition.rest;

import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.definition.Publication;
import dev.minori.playbook.person.CurrentPerson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Playbooks, of which runs are made. */
@Path("/api/v1/playbooks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlaybookResource extends DefinitionResource {
    PlaybookResource(Definitions definitions, Publication publication, CurrentPerson person) {
        super(DefinitionKind.PLAYBOOK, definitions, publication, person);
    }
}
