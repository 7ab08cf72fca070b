package dev.minori.playbook.notice;

import java.util.List;
import java.util.UUID;

/** Where notices are kept. */
public interface NoticeStore {
    /** Keeps the notice; false if its request id is known already. */
    boolean insert(NoticeRecord notice);

    /** Keeps the newest state of a delivery. */
    void saveDelivery(UUID requestId, NoticeRecord.Reached delivery);

    /** The notices about an alert or run with their deliveries, oldest first. */
    List<NoticeRecord> listAbout(UUID subjectId);
}
