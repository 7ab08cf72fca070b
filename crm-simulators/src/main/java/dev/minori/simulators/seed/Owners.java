package dev.minori.simulators.seed;

import java.util.List;

/**
 * The users of an org.
 *
 * @param csms who own customers, in turn
 * @param integrationUsername the user the connected application acts as
 */
public record Owners(List<User> csms, String integrationUsername) {

    /** The demo's CSMs; their mail addresses are those of the platform's users. */
    public static Owners demo() {
        return new Owners(
                List.of(
                        new User("佐藤", "花子", "hanako@minori-demo.example"),
                        new User("田中", "一郎", "ichiro@minori-demo.example"),
                        new User("高橋", "美咲", "misaki@minori-demo.example")),
                "integration@demo.minori-demo.example");
    }

    /** The second workspace's CSM. */
    public static Owners load() {
        return new Owners(
                List.of(new User("西村", "海", "aozora-csm@minori-demo.example")), "integration@load.minori-demo.example");
    }

    /** A person with a Salesforce user. */
    public record User(String last, String first, String email) {}
}
