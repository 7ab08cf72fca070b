package dev.minori.scoring.customer;

import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.customer.CustomerList.Listed;
import dev.minori.scoring.customer.CustomerList.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads page by page what may take longer than one transaction. */
@ApplicationScoped
class CustomerPages {
    private final CustomerList list;

    CustomerPages(CustomerList list) {
        this.list = list;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Listed> page(
            CustomerFilter filter, CustomerSort sort, Visibility visibility, @Nullable Position after, int size) {
        UUID workspaceId = WorkspaceContext.current();
        return list.list(workspaceId, filter, sort, visibility, after, size);
    }
}
