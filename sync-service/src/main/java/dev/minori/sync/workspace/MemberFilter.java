package dev.minori.sync.workspace;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which members a list shows; what is null does not narrow.
 *
 * @param text words in name, mail address or subject; full and half width, upper and lower case are the same
 */
public record MemberFilter(
        @Nullable Boolean active,
        @Nullable UUID teamId,
        @Nullable String text) {

    /** Whether the list shows this member. */
    public boolean shows(Member member) {
        return (active == null || active == member.active())
                && (teamId == null || member.teamIds().contains(teamId))
                && (text == null
                        || text.isBlank()
                        || folded(member.name() + " " + member.email() + " " + member.subject())
                                .contains(folded(text.strip())));
    }

    private static String folded(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
