package dev.minori.console.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the page needs it.
 *
 * @param writeToken goes back in the header {@code Minori-Write-Token} of every write
 * @param language {@code ja} or {@code en}: what the provider says about the person, else what the browser prefers
 */
public record SessionView(
        Person person, List<String> roles, @Nullable String workspaceId, String language, String writeToken) {

    public SessionView {
        roles = List.copyOf(roles);
    }

    /**
     * The person.
     *
     * @param id the provider's subject
     */
    public record Person(
            String id,
            String userName,
            String name,
            @Nullable String email) {}

    @Override
    public String toString() {
        return "SessionView[" + person.id() + "]";
    }
}
