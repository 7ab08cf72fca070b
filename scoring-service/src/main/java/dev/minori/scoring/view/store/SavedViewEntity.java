package dev.minori.scoring.view.store;

import dev.minori.scoring.view.SavedView;
import dev.minori.scoring.view.SavedView.Content;
import dev.minori.scoring.view.SavedView.Sharing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "saved_view")
class SavedViewEntity {
    @Id
    @Column(name = "view_id")
    UUID id;

    @TenantId
    UUID workspaceId;

    @Version
    long version = 1;

    @Column
    String screen;

    @Column
    String name;

    @Column
    String ownerSubject;

    @Column
    String ownerName;

    @Column
    @Enumerated(EnumType.STRING)
    Sharing sharedWith;

    @Column
    @Nullable
    UUID teamId;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, List<String>> filters;

    @Column
    @Nullable
    String sort;

    @Column
    List<String> columns;

    @Column
    Instant createdAt;

    @Column
    Instant changedAt;

    protected SavedViewEntity() {}

    SavedViewEntity(UUID id, String ownerSubject, String ownerName, Content content, Instant at) {
        this.id = id;
        this.ownerSubject = ownerSubject;
        this.ownerName = ownerName;
        this.createdAt = at;
        change(content, at);
    }

    void change(Content content, Instant at) {
        this.screen = content.screen();
        this.name = content.name();
        this.sharedWith = content.sharedWith();
        this.teamId = content.teamId();
        this.filters = content.filters();
        this.sort = content.sort();
        this.columns = content.columns();
        this.changedAt = at;
    }

    SavedView toView(String reader) {
        return new SavedView(
                id,
                version,
                screen,
                name,
                ownerSubject,
                ownerName,
                sharedWith,
                teamId,
                filters,
                sort,
                columns,
                createdAt,
                changedAt,
                ownerSubject.equals(reader));
    }
}
