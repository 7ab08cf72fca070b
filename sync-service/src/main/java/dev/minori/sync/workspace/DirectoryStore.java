package dev.minori.sync.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the current workspace, its members and teams. Saving needs a transaction. */
public interface DirectoryStore {
    Optional<Workspace> findWorkspace();

    void save(Workspace workspace);

    Optional<Member> findMember(UUID id);

    List<Member> listAllMembers();

    /** Whether another member than this one has the subject. */
    boolean isSubjectTaken(String subject, UUID otherThan);

    void save(Member member);

    Optional<Team> findTeam(UUID id);

    List<Team> listTeams();

    void save(Team team);
}
