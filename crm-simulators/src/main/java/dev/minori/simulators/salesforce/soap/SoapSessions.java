package dev.minori.simulators.salesforce.soap;

import dev.minori.simulators.http.Exchange;
import dev.minori.simulators.salesforce.SalesforceFault;
import dev.minori.simulators.salesforce.auth.PasswordLogin;
import dev.minori.simulators.salesforce.auth.Session;
import dev.minori.simulators.salesforce.auth.Sessions;
import dev.minori.simulators.salesforce.auth.Users;
import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.query.Values;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Login, logout, and what a session is told of itself. */
final class SoapSessions {

    private static final int FIRST_WITHOUT_LOGIN = 65;
    private static final int ORG_ID_LENGTH = 15;
    private static final int ATTACHMENT_LIMIT = 5 * 1024 * 1024;

    private final PasswordLogin logins;
    private final Sessions sessions;
    private final Users users;
    private final Clock clock;

    SoapSessions(PasswordLogin logins, Sessions sessions, Users users, Clock clock) {
        this.logins = logins;
        this.sessions = sessions;
        this.users = users;
        this.clock = clock;
    }

    /**
     * {@code login}: up to version 64. The words of its refusal are those a client was given
     * (https://github.com/forcedotcom/wsc/issues/363).
     */
    void login(Exchange exchange, int version, XmlElement arguments, SoapXml xml) throws SQLException {
        if (version >= FIRST_WITHOUT_LOGIN) {
            throw new SalesforceFault(
                    500,
                    "INVALID_OPERATION",
                    "The SOAP Login operation is not available in the API version specified (" + version
                            + ".0). Refer to the documentation for supported versions.");
        }
        PasswordLogin.LoggedIn user = logins.login(arguments.textOf("username").strip(), arguments.textOf("password"))
                .orElseThrow(() -> new SalesforceFault(
                        500, "INVALID_LOGIN", "Invalid username, password, security token; or user locked out."));
        Session session = user.session();
        String end = version + ".0/" + session.org().id().substring(0, ORG_ID_LENGTH);
        xml.start("result")
                .value("metadataServerUrl", exchange.baseUrl() + "/services/Soap/m/" + end)
                .value("passwordExpired", false)
                .value("sandbox", false)
                .value("serverUrl", exchange.baseUrl() + "/services/Soap/u/" + end)
                .value("sessionId", user.token())
                .value("userId", session.userId());
        xml.start("userInfo");
        info(session, xml);
        xml.end().end();
    }

    void logout(SoapCall call, SoapXml xml) throws SQLException {
        sessions.end(call.request().sessionId().orElse(""));
    }

    void invalidate(SoapCall call, SoapXml xml) throws SQLException {
        List<String> ids = call.arguments().textsOf("sessionIds");
        for (String id : ids) {
            sessions.end(id);
            xml.start("result").value("success", true).end();
        }
    }

    void timestamp(SoapCall call, SoapXml xml) {
        xml.start("result").value("timestamp", Values.zulu(clock.instant())).end();
    }

    void userInfo(SoapCall call, SoapXml xml) throws SQLException {
        xml.start("result");
        info(call.session(), xml);
        xml.end();
    }

    /** The one profile and the one role-less user every session has; the rest is the org's and the user's own. */
    private void info(Session session, SoapXml xml) throws SQLException {
        Org org = session.org();
        Optional<String> usual = usualCurrency(org);
        Users.User user = users.byId(org, session.userId())
                .orElseThrow(() -> new SalesforceFault(500, "INVALID_SESSION_ID", "the user is not active"));
        xml.value("accessibilityMode", false)
                .value("chatterExternal", false)
                .value("currencySymbol", usual.isPresent() ? null : "¥")
                .value("orgAttachmentFileSizeLimit", ATTACHMENT_LIMIT)
                .value("orgDefaultCurrencyIsoCode", usual.isPresent() ? null : "JPY")
                .value("orgDefaultCurrencyLocale", usual.isPresent() ? null : "ja_JP_JPY")
                .value("orgDisallowHtmlAttachments", false)
                .value("orgHasPersonAccounts", false)
                .value("organizationId", org.id())
                .value("organizationMultiCurrency", usual.isPresent())
                .value("organizationName", org.name())
                .value("profileId", SalesforceId.of("00e", 1))
                .value("roleId", null)
                .value("sessionSecondsValid", org.sessionTimeout().toSeconds())
                .value("userDefaultCurrencyIsoCode", usual.orElse(null))
                .value("userEmail", user.email())
                .value("userFullName", user.name())
                .value("userId", user.id())
                .value("userLanguage", "ja")
                .value("userLocale", "ja_JP")
                .value("userName", user.username())
                .value("userTimeZone", org.zone().getId())
                .value("userType", "Standard")
                .value("userUiSkin", "Theme3");
    }

    /** The first of an org's currencies; empty when it has only one. */
    private static Optional<String> usualCurrency(Org org) {
        return org.schema().objects().stream()
                .flatMap(object -> object.field(ObjectType.CURRENCY).stream())
                .flatMap(field -> field.values().stream())
                .findFirst();
    }
}
