package dev.minori.kit.mutants;

import dev.minori.kit.mutants.Mutant.NamedTest;
import dev.minori.kit.mutants.TestedCase.Result;
import java.util.List;

/** What came of breaking a mechanism. */
enum Verdict {
    NOTICED("noticed"),
    SURVIVED("SURVIVED: the test is green although the mechanism is broken"),
    OUTGROWN("OUTGROWN: the text to replace or the test is not there"),
    NOT_GREEN("NOT GREEN: the test does not pass with the mechanism whole, so its failure would prove nothing"),
    UNBUILT("UNBUILT: the mutant does not compile, or the test did not run"),
    NOT_STARTED("NOT STARTED: the application did not come up, so the test did not judge");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** With the mechanism whole: does every named test run and pass? */
    static boolean green(List<NamedTest> tests, List<TestedCase> cases) {
        return tests.stream().allMatch(test -> {
            List<TestedCase> ran = of(test, cases).stream()
                    .filter(each -> each.result() != Result.SKIPPED)
                    .toList();
            return !ran.isEmpty() && ran.stream().allMatch(each -> each.result() == Result.PASSED);
        });
    }

    /** With the mechanism broken: does every named test fail, itself and not its surroundings? */
    static Verdict broken(List<NamedTest> tests, List<TestedCase> cases) {
        for (NamedTest test : tests) {
            List<TestedCase> its = of(test, cases);
            if (its.stream().anyMatch(each -> each.result() == Result.NOT_STARTED)) {
                return NOT_STARTED;
            }
            if (its.stream().allMatch(each -> each.result() == Result.SKIPPED)) {
                return UNBUILT;
            }
            if (its.stream().noneMatch(each -> each.result() == Result.FAILED)) {
                return SURVIVED;
            }
        }
        return NOTICED;
    }

    private static List<TestedCase> of(NamedTest test, List<TestedCase> cases) {
        return cases.stream()
                .filter(each -> test.isOf(each.type(), each.method()))
                .toList();
    }
}
