package dev.minori.platform.mail;

import dev.minori.platform.mail.MailFault.Kind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One SMTP connection (RFC 5321 with 8BITMIME, SMTPUTF8, SIZE, PIPELINING and AUTH PLAIN/LOGIN). */
final class SmtpSession {

    private static final int LIMIT = 32 * 1024 * 1024;
    private static final int LINE_LIMIT = 8 * 1024;
    private static final Set<Kind> AT_THE_END = EnumSet.complementOf(EnumSet.of(Kind.REFUSE_RECIPIENT));

    private final InputStream in;
    private final OutputStream out;
    private final Received<ReceivedMail> mails;
    private final FaultSwitch<MailFault> faults;
    private final Clock clock;
    private String sender = "";
    private boolean mailing;
    private final List<String> recipients = new ArrayList<>();

    SmtpSession(
            InputStream in,
            OutputStream out,
            Received<ReceivedMail> mails,
            FaultSwitch<MailFault> faults,
            Clock clock) {
        this.in = new BufferedInputStream(in);
        this.out = new BufferedOutputStream(out);
        this.mails = mails;
        this.faults = faults;
        this.clock = clock;
    }

    /** Serves commands until the client or a fault ends the connection. */
    void run() throws IOException, InterruptedException {
        reply("220 minori.local ESMTP mail sink");
        boolean open = true;
        while (open) {
            String line = readLine();
            open = command(line.split(" ", 2)[0].toUpperCase(Locale.ROOT), line);
        }
    }

    private boolean command(String verb, String line) throws IOException, InterruptedException {
        switch (verb) {
            case "EHLO" ->
                reply(
                        "250-minori.local",
                        "250-SIZE " + LIMIT,
                        "250-8BITMIME",
                        "250-SMTPUTF8",
                        "250-PIPELINING",
                        "250 AUTH PLAIN LOGIN");
            case "HELO", "NOOP", "RSET" -> {
                reset();
                reply("250 OK");
            }
            case "AUTH" -> authenticate(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> {
                return data();
            }
            case "VRFY" -> reply("252 Send some mail and see");
            case "QUIT" -> {
                reply("221 Bye");
                return false;
            }
            default -> reply("500 Unknown command");
        }
        return true;
    }

    private void mail(String line) throws IOException {
        Optional<String> path = path(line, "FROM:");
        if (path.isEmpty()) {
            reply("501 Syntax: MAIL FROM:<address>");
            return;
        }
        reset();
        sender = path.get();
        mailing = true;
        reply("250 OK");
    }

    private void recipient(String line) throws IOException {
        Optional<String> path = path(line, "TO:").filter(address -> !address.isBlank());
        if (!mailing) {
            reply("503 MAIL first");
        } else if (path.isEmpty()) {
            reply("501 Syntax: RCPT TO:<address>");
        } else {
            Optional<MailFault> fault = faults.strike(
                    candidate -> candidate.kind() == Kind.REFUSE_RECIPIENT && candidate.strikes(path.get()));
            if (fault.isPresent()) {
                reply(fault.get().code() + " Refused on request");
            } else {
                recipients.add(path.get());
                reply("250 OK");
            }
        }
    }

    /** Returns whether the connection stays open. */
    private boolean data() throws IOException, InterruptedException {
        if (recipients.isEmpty()) {
            reply("503 No valid recipient");
            return true;
        }
        reply("354 End with a line that holds only a dot");
        byte[] raw = readMessage();
        if (raw.length > LIMIT) {
            reset();
            reply("552 Message is larger than " + LIMIT + " bytes");
            return true;
        }
        List<String> to = List.copyOf(recipients);
        Optional<MailFault> fault = faults.strike(candidate ->
                AT_THE_END.contains(candidate.kind()) && to.stream().anyMatch(candidate::strikes));
        if (fault.isEmpty()) {
            keep(to, raw);
            return true;
        }
        return fail(fault.get(), to, raw);
    }

    private boolean fail(MailFault fault, List<String> to, byte[] raw) throws IOException, InterruptedException {
        return switch (fault.kind()) {
            case REFUSE_MESSAGE -> {
                reset();
                reply(fault.code() + " Refused on request");
                yield true;
            }
            case CUT_BEFORE_REPLY -> {
                store(to, raw);
                yield false;
            }
            case CUT_AFTER_REPLY -> {
                keep(to, raw);
                yield false;
            }
            case DELAY -> {
                Thread.sleep(fault.delayMillis());
                keep(to, raw);
                yield true;
            }
            case CUT_AND_LOSE, REFUSE_RECIPIENT -> false;
        };
    }

    private void keep(List<String> to, byte[] raw) throws IOException {
        ReceivedMail mail = store(to, raw);
        reset();
        reply("250 OK kept as " + mail.id());
    }

    private ReceivedMail store(List<String> to, byte[] raw) {
        return mails.add(id -> new ReceivedMail(id, clock.instant(), sender, to, raw));
    }

    private void authenticate(String line) throws IOException {
        String[] words = line.split(" ");
        if (words.length > 1 && words[1].equalsIgnoreCase("LOGIN")) {
            if (words.length < 3) {
                reply("334 VXNlcm5hbWU6");
                readLine();
            }
            reply("334 UGFzc3dvcmQ6");
            readLine();
        } else if (words.length == 2) {
            reply("334 ");
            readLine();
        }
        reply("235 Anybody is welcome");
    }

    private void reset() {
        sender = "";
        mailing = false;
        recipients.clear();
    }

    /** The address between angle brackets after the keyword; parameters such as {@code SIZE=…} are ignored. */
    private static Optional<String> path(String line, String keyword) {
        int start = line.toUpperCase(Locale.ROOT).indexOf(keyword);
        int open = line.indexOf('<', start);
        int close = line.indexOf('>', open);
        return start < 0 || open < 0 || close < 0 ? Optional.empty() : Optional.of(line.substring(open + 1, close));
    }

    private byte[] readMessage() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        while (true) {
            byte[] line = readBytes(LIMIT);
            if (line.length == 1 && line[0] == '.') {
                return message.toByteArray();
            }
            if (message.size() <= LIMIT) {
                int from = line.length > 0 && line[0] == '.' ? 1 : 0;
                message.write(line, from, line.length - from);
                message.write('\r');
                message.write('\n');
            }
        }
    }

    private String readLine() throws IOException {
        return new String(readBytes(LINE_LIMIT), StandardCharsets.UTF_8);
    }

    private byte[] readBytes(int limit) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The client has gone");
            }
            if (next == '\n') {
                byte[] bytes = line.toByteArray();
                int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
                return java.util.Arrays.copyOf(bytes, length);
            }
            if (line.size() > limit) {
                throw new IOException("A line is longer than " + limit + " bytes");
            }
            line.write(next);
        }
    }

    private void reply(String... lines) throws IOException {
        for (String line : lines) {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }
}
