package dev.minori.kit.directory;

import dev.minori.events.DirectoryEvent;
import dev.minori.events.DirectoryEvent.MemberChanged;
import dev.minori.events.DirectoryEvent.TeamChanged;
import dev.minori.events.DirectoryEvent.WorkspaceChanged;
import dev.minori.events.Envelope;
import dev.minori.kit.inbox.Delivery;
import dev.minori.kit.inbox.InboundChannel;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;

/** Topic workspace-directory. Each entry carries its version, so old ones change nothing. */
@ApplicationScoped
@IfBuildProperty(name = "minori.directory.reader", stringValue = "true")
public class DirectoryChannel implements InboundChannel<DirectoryEvent> {
    /** Name of the channel in the configuration. */
    public static final String NAME = "workspace-directory";

    private final Workspaces workspaces;
    private final Members members;
    private final Teams teams;

    DirectoryChannel(Workspaces workspaces, Members members, Teams teams) {
        this.workspaces = workspaces;
        this.members = members;
        this.teams = teams;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DirectoryEvent> eventType() {
        return DirectoryEvent.class;
    }

    @Override
    public Delivery delivery() {
        return Delivery.VERSION_FENCED;
    }

    @Override
    public String subjectField() {
        return "directoryEntry";
    }

    @Override
    public void handle(Envelope<DirectoryEvent> message) {
        switch (message.event()) {
            case WorkspaceChanged changed -> workspaces.apply(message.workspaceId(), changed);
            case MemberChanged changed -> members.apply(changed);
            case TeamChanged changed -> teams.apply(changed);
        }
    }
}
