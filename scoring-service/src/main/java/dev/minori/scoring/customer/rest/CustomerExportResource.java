package dev.minori.scoring.customer.rest;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.Language;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.kit.workspace.WorkspaceContext;
import dev.minori.scoring.csv.CsvCharset;
import dev.minori.scoring.customer.CustomerExport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** Customers as a file for spreadsheets. */
@Path("/api/v1/customers/export")
@RunOnVirtualThread
@RolesAllowed({"csm", "manager", "cs-ops", "admin", "integrator", "viewer"})
public class CustomerExportResource {
    /** How many characters the file's charset lacks; 〓 stands in their places. */
    static final String REPLACED = "Minori-Replaced-Characters";

    private final CustomerExport export;
    private final CustomerRequests requests;

    CustomerExportResource(CustomerExport export, CustomerRequests requests) {
        this.export = export;
        this.requests = requests;
    }

    /**
     * The customers of the list with the same filters and order, all of them, as CSV: titles in the caller's language, times
     * in the workspace's zone, cells that a spreadsheet would take for formulas made harmless.
     *
     * @param charset {@code utf-8} (with a byte order mark) or {@code cp932}
     */
    @GET
    @Produces("text/csv")
    public Response export(
            @BeanParam CustomerParameters asked,
            @QueryParam("charset") @DefaultValue("utf-8") String charset,
            @Context HttpHeaders headers) {
        CustomerExport.File file = export.file(
                WorkspaceContext.current(),
                requests.filter(asked),
                requests.sort(asked),
                CsvCharset.of(charset).orElseThrow(CustomerExportResource::unknownCharset),
                Language.preferred(headers.getAcceptableLanguages()));
        StreamingOutput body = file::write;
        return Response.ok(body)
                .type("text/csv; charset=" + file.charset().mimeName())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customers-" + file.day() + ".csv\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(REPLACED, file.replaced())
                .build();
    }

    private static ProblemException unknownCharset() {
        Wording detail = new Wording("charsetはutf-8かcp932です。", "charset is utf-8 or cp932.");
        return new ProblemException(
                KitProblem.INVALID_PARAMETER,
                detail,
                List.of(new FieldError("query:charset", "invalid-value", detail)));
    }
}
