package dev.minori.scoring.platform;

import dev.minori.kit.directory.Workspaces;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.scoring.customer.WorkspaceTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Currency and fiscal year as the directory tells. */
@ApplicationScoped
class DirectoryTerms implements WorkspaceTerms {
    private final Workspaces workspaces;

    DirectoryTerms(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public Terms of(UUID workspaceId) {
        return workspaces
                .find(workspaceId)
                .map(workspace -> new Terms(workspace.currency(), workspace.fiscalYearStartMonth()))
                .orElseThrow(() -> new ProblemException(
                        KitProblem.CONFLICT,
                        new Wording(
                                "ワークスペースの設定がまだ届いていません。しばらくしてからもう一度お試しください。",
                                "The settings of this workspace have not arrived yet. Try again shortly.")));
    }
}
