package dev.minori.sync.platform;

import dev.minori.kit.change.Change;
import dev.minori.kit.change.ChangeSight;
import dev.minori.kit.change.ChangeViewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Runs, connections and mappings are about no single customer: whoever may follow them sees all of the workspace's. */
@ApplicationScoped
class AllChanges implements ChangeSight {
    @Override
    public List<Change> visible(ChangeViewer viewer, List<Change> changes) {
        return changes;
    }
}
