package dev.minori.notification.template.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import dev.minori.notification.template.TemplateCodec;
import dev.minori.notification.template.TemplateDocument;
import dev.minori.notification.template.TemplateProblem;
import dev.minori.notification.template.TextEngine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads YAML (of which JSON is a part) and writes JSON. */
@ApplicationScoped
class JsonTemplateCodec implements TemplateCodec {
    private static final int MAX_SOURCE_CHARS = 64_000;

    private final ObjectMapper yaml;
    private final ObjectMapper json;
    private final TextEngine engine;

    JsonTemplateCodec(TextEngine engine) {
        this.engine = engine;
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_SOURCE_CHARS);
        limits.setNestingDepthLimit(20);
        limits.setMaxAliasesForCollections(0);
        limits.setAllowDuplicateKeys(false);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(20).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.yaml = new YAMLMapper(factory);
        this.json = JsonMapper.builder().build();
    }

    @Override
    public TemplateDocument read(String source) {
        if (source.length() > MAX_SOURCE_CHARS) {
            throw refused(new FieldError(
                    "",
                    "too-long",
                    new Wording(
                            MAX_SOURCE_CHARS + "文字以内で書いてください。",
                            "A template has at most " + MAX_SOURCE_CHARS + " characters.")));
        }
        return new TemplateReader(engine).read(parse(source));
    }

    private JsonNode parse(String source) {
        try {
            return yaml.readTree(source);
        } catch (JsonProcessingException unreadable) {
            String where = unreadable.getLocation() == null
                    ? ""
                    : " (line " + unreadable.getLocation().getLineNr() + ")";
            throw refused(new FieldError(
                    "",
                    "unreadable",
                    new Wording(
                            "YAMLまたはJSONとして読み取れません" + where + "。",
                            "Cannot be read as YAML or JSON" + where + ": " + unreadable.getOriginalMessage())));
        }
    }

    @Override
    public String write(TemplateDocument document) {
        try {
            return json.writeValueAsString(TemplateWriter.write(document));
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ProblemException refused(FieldError error) {
        return refused(List.of(error));
    }

    static ProblemException refused(List<FieldError> errors) {
        return new ProblemException(
                TemplateProblem.INVALID_TEMPLATE,
                new Wording(errors.size() + "か所に誤りがあります。", errors.size() + " errors."),
                errors);
    }
}
