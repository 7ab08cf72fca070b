package dev.minori.notification.template;

/** Template documents as text. */
public interface TemplateCodec {
    /**
     * Reads YAML or JSON and checks it.
     *
     * @throws dev.minori.kit.problem.ProblemException invalid-template, with every error at its field
     */
    TemplateDocument read(String source);

    /** The document as JSON; equal documents give equal text. */
    String write(TemplateDocument document);
}
