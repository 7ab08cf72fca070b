package dev.minori.playbook.playbook.rest;

import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.playbook.definition.Definition;
import dev.minori.playbook.definition.DefinitionKind;
import dev.minori.playbook.definition.Definitions;
import dev.minori.playbook.playbook.PlaybookDocument;
import dev.minori.playbook.playbook.PlaybookGraph;
import dev.minori.playbook.text.LocalText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A playbook as nodes and edges, for a drawing. A playbook is named by its id or its key. */
@Path("/api/v1/playbooks/{key}/graph")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PlaybookGraphResource {
    private final Definitions definitions;

    PlaybookGraphResource(Definitions definitions) {
        this.definitions = definitions;
    }

    /**
     * A node. {@code kind} is {@code start}, {@code task}, {@code wait}, {@code branch}, {@code notify}, {@code stop} or
     * {@code end}; {@code depth} says in how many branches it lies.
     */
    record NodeView(
            String id,
            String kind,
            LocalText title,
            @Nullable LocalText detail,
            int depth) {}

    /** An edge. Behind a branch {@code when} names the answer: "then", "otherwise" or "unknown". */
    record EdgeView(String from, String to, @Nullable String when, LocalText label) {}

    /** The drawing of one version. */
    record GraphView(int version, boolean published, List<NodeView> nodes, List<EdgeView> edges) {}

    /**
     * Nodes in reading order, from {@code $start} to {@code $end}, and the edges between them.
     *
     * @param version a version's number; absent for the one in force, or the newest if none is
     */
    @GET
    @RolesAllowed({"csm", "viewer", "manager", "cs-ops", "integrator", "admin"})
    public GraphView get(@PathParam("key") String playbook, @QueryParam("version") @Nullable Integer version) {
        Definition definition = definitions.get(DefinitionKind.PLAYBOOK, playbook);
        Integer inForce = definition.publishedVersion();
        int number = version != null ? version : inForce != null ? inForce : newest(playbook);
        PlaybookGraph graph = PlaybookGraph.of(PlaybookDocument.parse(definitions
                .getVersion(DefinitionKind.PLAYBOOK, playbook, number)
                .document()));
        return new GraphView(
                number,
                inForce != null && inForce == number,
                graph.nodes().stream()
                        .map(node -> new NodeView(node.id(), node.kind(), node.title(), node.detail(), node.depth()))
                        .toList(),
                graph.edges().stream()
                        .map(edge -> new EdgeView(edge.from(), edge.to(), edge.when(), edge.label()))
                        .toList());
    }

    private int newest(String playbook) {
        return definitions
                .findNewest(DefinitionKind.PLAYBOOK, playbook)
                .orElseThrow(
                        () -> ProblemException.notFound(new Wording("プレイブックに版がありません。", "The playbook has no version.")))
                .version();
    }
}
