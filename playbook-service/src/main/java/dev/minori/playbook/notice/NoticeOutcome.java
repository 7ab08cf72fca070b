package dev.minori.playbook.notice;

import java.util.List;
import java.util.UUID;

/** Whether anybody will be told. */
public sealed interface NoticeOutcome {
    /** notification-service was asked to tell these members. */
    record Asked(UUID requestId, List<UUID> memberIds) implements NoticeOutcome {
        public Asked {
            memberIds = List.copyOf(memberIds);
        }
    }

    /** There is nobody to tell; the reason is for a person. */
    record Nobody(String reason) implements NoticeOutcome {}
}
