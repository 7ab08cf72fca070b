package dev.minori.simulators.kintone;

import dev.minori.simulators.kintone.app.App;
import dev.minori.simulators.kintone.app.Apps;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the app a call is about and checks that the call's tokens may use it. */
public final class Access {

    private final Apps apps;

    public Access(Apps apps) {
        this.apps = apps;
    }

    /** The app of parameter {@code app} (or another name), if the caller has the right. */
    public App app(KintoneCall call, String parameter, Predicate<Apps.Rights> right) throws SQLException {
        long id = call.number(call.parameters().path(parameter), parameter);
        if (id < 1) {
            throw KintoneFault.invalid(parameter, "最小でも1以上です。", "must be greater than or equal to 1");
        }
        return appOf(call, id, right);
    }

    /** The app of that id, if the caller has the right. */
    public App appOf(KintoneCall call, long id, Predicate<Apps.Rights> right) throws SQLException {
        App app = apps.find(Math.clamp(id, -1, Integer.MAX_VALUE))
                .orElseThrow(() -> KintoneFault.noApp(String.valueOf(id)));
        checkSpace(call, app);
        Apps.Rights rights = call.caller().rights(apps, app).orElseThrow(Access::foreignToken);
        if (!right.test(rights)) {
            throw call.caller() instanceof Caller.Tokens ? KintoneFault.tokenMayNot() : KintoneFault.mayNot();
        }
        return app;
    }

    /** Apps in a guest space are reached below its own path only, others never below one. */
    private static void checkSpace(KintoneCall call, App app) {
        if (app.guestSpace() == call.space()) {
            return;
        }
        if (call.space() == 0) {
            throw KintoneFault.of(
                    400,
                    "GAIA_IL23",
                    "ゲストスペース内のアプリを操作する場合は、リクエストの送信先を「/k/guest/<スペースのID>/v1/...」のURLにしてください。",
                    "You need to send a request to the URL: \"/k/guest/<Space ID>/v1/...\" to execute apps in Guest"
                            + " Spaces.");
        }
        throw KintoneFault.mayNot();
    }

    /** An app, if the caller may read it. */
    public Optional<App> readable(KintoneCall call, int id) throws SQLException {
        Optional<App> app = apps.find(id);
        if (app.isEmpty()
                || call.caller()
                        .rights(apps, app.get())
                        .filter(Apps.Rights::view)
                        .isEmpty()) {
            return Optional.empty();
        }
        return app;
    }

    static KintoneFault foreignToken() {
        return KintoneFault.of(
                400,
                "GAIA_IA02",
                "指定したAPIトークンは、アクセス先のアプリで生成したAPIトークンと一致しません。",
                "The specified API token does not match the API token generated via an app.");
    }
}
