package dev.minori.platform.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.minori.platform.process.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The bill of materials of the build that is tested: {@code target/minori-sbom.json}, in CycloneDX. */
class SbomIT {
    private static final Path REPOSITORY = Installation.locate().repository();

    @Test
    void namesEveryDependencyThatAModuleDeclares() throws Exception {
        JsonNode bill = JsonMapper.builder()
                .build()
                .readTree(REPOSITORY.resolve("target/minori-sbom.json").toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Map<String, List<String>> uses = new HashMap<>();
        bill.path("dependencies").forEach(each -> {
            List<String> names = new ArrayList<>();
            each.path("dependsOn").forEach(used -> names.add(used.asText()));
            uses.put(each.path("ref").asText(), names);
        });
        // A build of one module bills what it built.
        List<JsonNode> modules = bill.path("components")
                .valueStream()
                .filter(component -> component.path("group").asText().equals("dev.minori"))
                .toList();
        assertThat(modules).extracting(module -> module.path("name").asText()).contains("local-platform");
        for (JsonNode module : modules) {
            List<String> declared = declared(module.path("name").asText());
            List<String> billed = uses.getOrDefault(module.path("bom-ref").asText(), List.of());
            assertThat(declared)
                    .as("dependencies of %s", module.path("name").asText())
                    .isNotEmpty()
                    .allSatisfy(
                            each -> assertThat(billed).as(each).anyMatch(used -> used.startsWith("pkg:maven/" + each)));
        }
        assertThat(bill.path("components").valueStream())
                .as("components without a version")
                .noneMatch(component -> component.path("version").asText().isEmpty());
    }

    /** Group and name of each dependency in the module's pom, but those for tests only. */
    private static List<String> declared(String module) throws Exception {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(REPOSITORY.resolve(module).resolve("pom.xml").toFile())
                .getDocumentElement();
        List<String> declared = new ArrayList<>();
        for (Element dependency : children(child(project, "dependencies"), "dependency")) {
            if (!text(dependency, "scope").equals("test")) {
                // A name that is a property depends on the machine.
                String name = text(dependency, "artifactId").replaceFirst("\\$\\{.*", "");
                declared.add(text(dependency, "groupId") + "/" + name + (name.isEmpty() ? "" : "@"));
            }
        }
        return declared;
    }

    private static Element child(Element parent, String name) {
        return children(parent, name).getFirst();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(child -> child.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }
}
