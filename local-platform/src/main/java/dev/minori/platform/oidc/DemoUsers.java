package dev.minori.platform.oidc;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The fixed users and workspaces of the demo. */
public final class DemoUsers {

    /** みのりデモ株式会社. */
    public static final UUID DEMO_WORKSPACE = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    /** あおぞら商事: the second tenant. */
    public static final UUID AOZORA_WORKSPACE = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    /** Everyone who can sign in, in the order in which pages list them. */
    public static final List<DemoUser> ALL = List.of(
            demo(1, "hanako", "佐藤花子", "カスタマーサクセス", "Customer success manager", "csm"),
            demo(2, "ichiro", "田中一郎", "カスタマーサクセス", "Customer success manager", "csm"),
            demo(3, "misaki", "高橋美咲", "カスタマーサクセス", "Customer success manager", "csm"),
            demo(4, "kenji", "鈴木健二", "マネージャー", "Manager", "manager"),
            demo(5, "ops", "山本結衣", "CSオペレーション", "CS operations", "cs-ops"),
            demo(6, "integrator", "中村大輔", "連携担当", "Integrator", "integrator"),
            demo(7, "admin", "小林真由美", "管理者", "Administrator", "admin", "integrator", "cs-ops"),
            demo(8, "viewer", "加藤翼", "閲覧者", "Viewer", "viewer"),
            aozora(1, "aozora-admin", "青木空", "管理者", "Administrator", "admin", "integrator", "cs-ops"),
            aozora(2, "aozora-csm", "西村海", "カスタマーサクセス", "Customer success manager", "csm"));

    private DemoUsers() {}

    /** Finds a user by user name, for example {@code hanako}. */
    public static Optional<DemoUser> findByUserName(String userName) {
        return ALL.stream().filter(user -> user.userName().equals(userName)).findFirst();
    }

    /** Finds a user by the token's subject. */
    public static Optional<DemoUser> findById(String id) {
        return ALL.stream().filter(user -> user.id().toString().equals(id)).findFirst();
    }

    /** The display name of a demo workspace. */
    public static String workspaceName(UUID workspace) {
        return workspace.equals(DEMO_WORKSPACE) ? "みのりデモ株式会社" : "あおぞら商事";
    }

    private static DemoUser demo(
            int number, String userName, String name, String title, String titleInEnglish, String... roles) {
        return user(
                "0190a000-0000-7000-8001-%012d", number, userName, name, title, titleInEnglish, DEMO_WORKSPACE, roles);
    }

    private static DemoUser aozora(
            int number, String userName, String name, String title, String titleInEnglish, String... roles) {
        return user(
                "0190a000-0000-7000-8002-%012d",
                number, userName, name, title, titleInEnglish, AOZORA_WORKSPACE, roles);
    }

    private static DemoUser user(
            String idPattern,
            int number,
            String userName,
            String name,
            String title,
            String titleInEnglish,
            UUID workspace,
            String... roles) {
        return new DemoUser(
                UUID.fromString(idPattern.formatted(number)),
                userName,
                name,
                title,
                titleInEnglish,
                userName + "@minori-demo.example",
                List.of(roles),
                workspace);
    }
}
