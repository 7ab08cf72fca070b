package dev.minori.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/** Who and what a workspace is. Compacted topic workspace-directory: the newest entry of each key stays for ever. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DirectoryEvent.WorkspaceChanged.class, name = "workspace-changed.v1"),
    @JsonSubTypes.Type(value = DirectoryEvent.MemberChanged.class, name = "member-changed.v1"),
    @JsonSubTypes.Type(value = DirectoryEvent.TeamChanged.class, name = "team-changed.v1")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface DirectoryEvent extends MinoriEvent {
    /** Grows with each change of the entry: newer wins, equal is a no-op. */
    long version();

    /**
     * A workspace was created or its settings changed.
     *
     * @param zone IANA zone of the workspace, for example {@code Asia/Tokyo}
     * @param fiscalYearStartMonth 1 to 12
     * @param currency reporting currency, ISO 4217
     * @param visibility {@code all} or {@code owner-and-team}
     */
    record WorkspaceChanged(
            long version, String name, String zone, int fiscalYearStartMonth, String currency, String visibility)
            implements DirectoryEvent {}

    /**
     * A member joined, changed or left.
     *
     * @param subject the {@code sub} of the member's tokens
     * @param language {@code ja} or {@code en}
     */
    record MemberChanged(
            long version,
            UUID memberId,
            String subject,
            String name,
            String email,
            String language,
            String zone,
            List<UUID> teamIds,
            boolean active)
            implements DirectoryEvent {
        public MemberChanged {
            teamIds = List.copyOf(teamIds);
        }
    }

    /** A team was created, renamed or removed. */
    record TeamChanged(long version, UUID teamId, String name, boolean active) implements DirectoryEvent {}
}
