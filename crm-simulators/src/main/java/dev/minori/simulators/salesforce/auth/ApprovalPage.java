package dev.minori.simulators.salesforce.auth;

import dev.minori.simulators.salesforce.org.ConnectedApp;
import java.util.List;
import java.util.Map;

/** The page that stands for the vendor's login and approval. Everybody may be anybody: it is a simulator. */
final class ApprovalPage {

    private static final List<String> KEPT = List.of(
            "client_id", "redirect_uri", "response_type", "scope", "state", "code_challenge", "code_challenge_method");

    private ApprovalPage() {}

    static String html(ConnectedApp app, Map<String, String> form) {
        StringBuilder hidden = new StringBuilder();
        for (String name : KEPT) {
            String value = form.get(name);
            if (value != null) {
                hidden.append("<input type=\"hidden\" name=\"")
                        .append(name)
                        .append("\" value=\"")
                        .append(escaped(value))
                        .append("\">\n");
            }
        }
        String username = form.getOrDefault("login_hint", app.username());
        return page("Salesforce simulator", """
                <p>The application <strong>%s</strong> asks for access to org <strong>%s</strong>.</p>
                <form method="post" action="/services/oauth2/authorize">
                %s<p><label>Log in as <input name="username" size="50" value="%s"></label></p>
                <p><button name="decision" value="allow">Allow</button>
                <button name="decision" value="deny">Deny</button></p>
                </form>
                """.formatted(
                        escaped(app.clientId()), escaped(app.org()), hidden, escaped(username)));
    }

    static String error(String code, String description) {
        return page(
                "OAuth Error", "<p>error=" + escaped(code) + "&amp;error_description=" + escaped(description) + "</p>");
    }

    private static String page(String title, String body) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title></head><body><h1>" + title + "</h1>\n" + body + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
