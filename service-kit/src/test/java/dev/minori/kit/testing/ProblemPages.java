package dev.minori.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.minori.kit.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages that tell what a problem means and what to do: one a type, in both languages. */
final class ProblemPages {
    private ProblemPages() {}

    /** What is missing for the module's problem types; empty if nothing is. */
    static List<String> findings(JavaClasses classes, Path pages) throws IOException {
        List<String> findings = new ArrayList<>();
        String index = Files.readString(pages.resolve("README.md"));
        for (ProblemType type : types(classes)) {
            Path page = pages.resolve(type.slug() + ".md");
            if (!Files.exists(page)) {
                findings.add(type.slug() + " has no page: write docs/problems/" + type.slug() + ".md");
                continue;
            }
            String text = Files.readString(page);
            for (String part : List.of(
                    type.uri(), "HTTP " + type.status(), "## What it means", "## What to do", "## 意味", "## 対処")) {
                if (!text.contains(part)) {
                    findings.add("the page of " + type.slug() + " lacks '" + part + "'");
                }
            }
            if (!index.contains("(" + type.slug() + ".md)")) {
                findings.add("docs/problems/README.md does not list " + type.slug());
            }
        }
        return findings;
    }

    private static List<ProblemType> types(JavaClasses classes) {
        List<ProblemType> types = new ArrayList<>();
        for (JavaClass declared : classes) {
            if (declared.isEnum() && declared.isAssignableTo(ProblemType.class)) {
                for (Object constant : declared.reflect().getEnumConstants()) {
                    types.add((ProblemType) constant);
                }
            }
        }
        return types;
    }
}
