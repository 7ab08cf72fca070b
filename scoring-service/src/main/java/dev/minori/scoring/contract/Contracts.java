package dev.minori.scoring.contract;

import dev.minori.scoring.contract.ContractList.Filter;
import dev.minori.scoring.contract.ContractList.Item;
import dev.minori.scoring.contract.ContractList.Position;
import dev.minori.scoring.customer.VisibilityRule;
import dev.minori.scoring.expression.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts as the caller may see them, judged by the workspace's day. */
@ApplicationScoped
public class Contracts {
    private final ContractList list;
    private final VisibilityRule visibility;
    private final Moments moments;

    Contracts(ContractList list, VisibilityRule visibility, Moments moments) {
        this.list = list;
        this.visibility = visibility;
        this.moments = moments;
    }

    @Transactional
    public List<Item> list(UUID workspaceId, Filter filter, @Nullable Position after, int limit) {
        return list.list(workspaceId, moments.now(workspaceId).today(), filter, visibility.ofCaller(), after, limit);
    }
}
