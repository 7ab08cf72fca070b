package dev.minori.sync.workspace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the current workspace, its members and teams. Saving and locking need a transaction. */
public interface DirectoryStore {
    /**
     * Waits until nobody else changes the workspace's directory and keeps others out to the end of the transaction. Who is
     * going to save locks before it looks: what it finds is then what it changes, and versions are given once.
     */
    void lock();

    Optional<Workspace> findWorkspace();

    void save(Workspace workspace);

    Optional<Member> findMember(UUID id);

    List<Member> listAllMembers();

    /** Whether another member than this one has the subject. */
    boolean isSubjectTaken(String subject, UUID otherThan);

    void save(Member member);

    Optional<Team> findTeam(UUID id);

    /** Teams behind an id, by id. */
    List<Team> listTeams(@Nullable UUID behind, int limit);

    void save(Team team);
}
