package dev.minori.notification.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The HTML part of a message. Tables and inline styles, because that is what mail programs agree on; no images, no
 * outside resources, so that nothing is blocked or tracked. Every text is escaped here and nowhere else.
 */
final class HtmlLayout {
    private static final String FONT =
            "font-family:'Hiragino Sans','Hiragino Kaku Gothic ProN','Noto Sans JP','Yu Gothic',Meiryo,'Segoe UI',Arial,sans-serif;";

    private HtmlLayout() {}

    static String of(MessageFrame frame) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:0;background:#f3f5f2;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background:#f3f5f2;">
                <tr><td align="center" style="padding:24px 12px;">
                <table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%%;max-width:600px;background:#ffffff;border:1px solid #dfe4dc;border-radius:6px;">
                <tr><td style="padding:16px 32px;border-bottom:3px solid #3f7d4e;%s font-size:14px;font-weight:bold;color:#2c5a38;">Minori</td></tr>
                <tr><td style="padding:28px 32px 32px;%s font-size:15px;line-height:1.75;text-wrap:pretty;word-break:auto-phrase;overflow-wrap:anywhere;color:#22281f;">
                %s
                </td></tr>
                </table>
                <table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%%;max-width:600px;">
                <tr><td style="padding:16px 32px;%s font-size:12px;line-height:1.6;text-wrap:pretty;word-break:auto-phrase;color:#5d6659;">%s<br><a href="%s" style="color:#2c5a38;">%s</a></td></tr>
                </table>
                </td></tr>
                </table>
                </body>
                </html>
                """.formatted(
                        frame.language().code(),
                        SafeText.html(frame.subject()),
                        FONT,
                        FONT,
                        blocks(frame),
                        FONT,
                        SafeText.html(frame.footer()),
                        SafeText.html(frame.settingsUrl()),
                        SafeText.html(frame.settingsLabel()));
    }

    /** The first button is what the reader is meant to do; the others are ways on and must not compete with it. */
    private static String blocks(MessageFrame frame) {
        List<String> written = new ArrayList<>();
        boolean led = false;
        for (TemplateBlock block : frame.blocks()) {
            boolean main = !led && block instanceof TemplateBlock.Button;
            led = led || main;
            written.add(block(block, main));
        }
        return String.join("\n", written);
    }

    private static String block(TemplateBlock block, boolean main) {
        return switch (block) {
            case TemplateBlock.Heading heading ->
                "<h1 style=\"margin:0 0 16px;font-size:20px;line-height:1.5;color:#1b3a24;\">%s</h1>"
                        .formatted(SafeText.html(heading.text()));
            case TemplateBlock.Paragraph paragraph ->
                "<p style=\"margin:0 0 16px;\">%s</p>".formatted(lines(paragraph.text()));
            case TemplateBlock.Facts facts ->
                "<table role=\"presentation\" width=\"100%%\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 20px;border-top:1px solid #e4e8e1;\">%s</table>"
                        .formatted(facts.facts().stream().map(HtmlLayout::fact).collect(Collectors.joining()));
            case TemplateBlock.Quote quote ->
                "<blockquote style=\"margin:0 0 20px;padding:10px 16px;border-left:3px solid #b9c8b4;background:#f7f9f6;color:#3b4437;\">%s</blockquote>"
                        .formatted(lines(quote.text()));
            case TemplateBlock.Button button
            when main ->
                "<p style=\"margin:24px 0 8px;\"><a href=\"%s\" style=\"display:inline-block;padding:11px 24px;background:#3f7d4e;border-radius:4px;color:#ffffff;font-weight:bold;text-decoration:none;\">%s</a></p>"
                        .formatted(SafeText.html(button.link()), SafeText.html(button.label()));
            case TemplateBlock.Button button ->
                "<p style=\"margin:16px 0 8px;\"><a href=\"%s\" style=\"color:#2c5a38;font-weight:bold;\">%s</a></p>"
                        .formatted(SafeText.html(button.link()), SafeText.html(button.label()));
        };
    }

    private static String fact(TemplateBlock.Fact fact) {
        return "<tr><td style=\"padding:8px 12px 8px 0;border-bottom:1px solid #e4e8e1;width:26%%;vertical-align:top;color:#5d6659;font-size:14px;\">%s</td><td style=\"padding:8px 0;border-bottom:1px solid #e4e8e1;vertical-align:top;\">%s</td></tr>"
                .formatted(SafeText.html(fact.label()), lines(fact.value()));
    }

    private static String lines(String text) {
        return SafeText.html(text).replace("\n", "<br>\n");
    }
}
