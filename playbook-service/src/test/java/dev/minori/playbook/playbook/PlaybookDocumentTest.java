package dev.minori.playbook.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.playbook.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybookDocumentTest {
    @Test
    void theStarterPlaybookIsRead() throws IOException {
        Playbook playbook = PlaybookDocument.parse(starter());

        assertThat(playbook.key()).isEqualTo("usage-drop-follow-up");
        assertThat(playbook.segmentKey()).isEqualTo("band-fell");
        assertThat(playbook.reEntry()).isEqualTo(new ReEntry.AfterExit());
        assertThat(Program.of(playbook.steps()).steps())
                .extracting(Step::id)
                .containsExactly("contact", "give-time", "usage-back", "recovered", "escalate");
        assertThat(playbook.steps().get(1)).isEqualTo(new Step.Wait("give-time", new Step.Span.BusinessDays(3)));
    }

    @Test
    void anEmptyListGoesOnBehindTheBranch() throws IOException {
        Program program = Program.of(PlaybookDocument.parse(starter()).steps());
        Step.Branch branch = (Step.Branch) program.step("usage-back");

        assertThat(program.into(branch, true)).map(Step::id).hasValue("recovered");
        assertThat(program.into(branch, false)).map(Step::id).hasValue("escalate");
        assertThat(program.after("escalate")).isEmpty();
    }

    @Test
    void everyMistakeIsToldAtItsPlace() {
        String document = """
                key: Usage Drop
                name: {ja: 利用低下}
                trigger: {segment: band-fell}
                entry: contract
                reEntry: {afterDays: 0}
                colour: red
                steps:
                  - {id: a, task: {title: "{customr}様", dueInBusinessDays: -1}}
                  - {id: a, wait: {businessDays: 1, days: 2}}
                  - {id: c}
                  - {id: d, wait: {until: 明日}}
                  - {id: e, notify: {template: playbook-mail, to: everybody}}
                """;

        assertThat(errors(document))
                .containsExactlyInAnyOrder(
                        "/colour unknown-field",
                        "/key invalid-key",
                        "/name/en required",
                        "/entry unknown-word",
                        "/reEntry/afterDays out-of-range",
                        "/steps/0/task/title unknown-placeholder",
                        "/steps/0/task/dueInBusinessDays out-of-range",
                        "/steps/1/id duplicate",
                        "/steps/1/wait wait-span",
                        "/steps/2 step-kind",
                        "/steps/3/wait/until invalid-format",
                        "/steps/4/notify/to unknown-word");
    }

    @Test
    void jsonAndYamlOfTheSameContentAreOneDocument() {
        String yaml = "b: 1\na:\n  - x: 「見積もり」\n    w: true\n";
        String json = "{\"a\": [{\"w\": true, \"x\": \"「見積もり」\"}], \"b\": 1}";

        assertThat(Documents.parse(yaml).canonical())
                .isEqualTo(Documents.parse(json).canonical())
                .isEqualTo("{\"a\":[{\"w\":true,\"x\":\"「見積もり」\"}],\"b\":1}");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        for (String text : List.of("", "[1, 2]", "key: [", "a: 1\na: 2", "x".repeat(200_001))) {
            ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PlaybookDocument.parse(text));
            assertThat(refused.type().slug()).isEqualTo("unreadable-document");
        }
    }

    private static List<String> errors(String document) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> PlaybookDocument.parse(document));
        return refused.errors().stream()
                .map((FieldError error) -> error.pointer() + " " + error.code())
                .toList();
    }

    private static String starter() throws IOException {
        try (InputStream stream =
                PlaybookDocumentTest.class.getResourceAsStream("/starter/playbooks/usage-drop-follow-up.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
