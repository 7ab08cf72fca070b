package dev.minori.simulators.seed;

import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.CopyWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What happens at customers day by day: tickets, mails and usage. */
final class EventRows {

    /** An account number no generated account has: the parent of the usage rows that are orphans on purpose. */
    private static final long NO_SUCH_ACCOUNT = 900_000_001L;

    private final RowLoader rows;
    private final SeedPlan plan;

    EventRows(RowLoader rows) {
        this.rows = rows;
        this.plan = rows.plan();
    }

    void cases() throws SQLException {
        ObjectType ticketType = rows.object("Case");
        long number = 0;
        try (CopyWriter out = rows.open(
                ticketType,
                "AccountId",
                "ContactId",
                "CaseNumber",
                "Subject",
                "Description",
                "Status",
                "Priority",
                "Type",
                "ClosedDate",
                "OwnerId")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                Dice dice = customer.dice("case-times");
                int people = customer.people().size();
                for (Ticket ticket : Ticket.of(customer, Math.max(plan.usageDays(), 90))) {
                    number++;
                    Instant opened = RowLoader.at(ticket.opened(), dice.between(33_000, 50_000));
                    LocalDate closedOn = ticket.closed();
                    Instant closed = closedOn == null
                            ? null
                            : rows.notLater(RowLoader.at(closedOn, dice.between(51_000, 64_000)));
                    rows.add(
                            out,
                            SalesforceId.of("500", number),
                            opened,
                            closed == null ? opened : closed,
                            RowLoader.accountId(i),
                            RowLoader.contactId(i, dice.between(0, people - 1)),
                            String.format(Locale.ROOT, "%08d", number),
                            ticket.subject(),
                            ticket.description(),
                            ticket.status(),
                            ticket.priority(),
                            ticket.type(),
                            closed,
                            rows.owner(customer));
                }
            }
            rows.finish(ticketType, out, number + 1);
        }
    }

    void mails() throws SQLException {
        ObjectType message = rows.object("EmailMessage");
        long number = 0;
        try (CopyWriter out = rows.open(
                message, "RelatedToId", "FromAddress", "ToAddress", "Subject", "TextBody", "Incoming", "MessageDate")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                Person person = customer.people().getFirst();
                String theirs = customer.mailOf(person, 0);
                String ours = rows.csm(customer).email();
                for (Mail mail : Mail.of(customer, Math.max(plan.usageDays(), 90))) {
                    number++;
                    Instant sent = RowLoader.at(mail.day(), mail.minute() * 60);
                    rows.add(
                            out,
                            SalesforceId.of("02s", number),
                            sent,
                            sent,
                            RowLoader.accountId(i),
                            mail.incoming() ? theirs : ours,
                            mail.incoming() ? ours : theirs,
                            mail.subject(),
                            mail.letter(
                                    person, customer.name(), rows.csm(customer).last()),
                            mail.incoming(),
                            rows.notLater(sent));
                }
            }
            rows.finish(message, out, number + 1);
        }
    }

    void usage() throws SQLException {
        LocalDate from = plan.today().minusDays(plan.usageDays());
        usage(from, plan.today(), Instant.MIN, 1, Set.of(), DirtyRows.orphanUsage(plan));
    }

    /**
     * Loads the usage of some days.
     *
     * @param until day after the last one
     * @param notBefore the earliest stamp a row may carry: what is written late is also stamped late, or readers that
     *     ask for what changed since would never see it
     * @param firstNumber number of the first row
     * @param known keys that exist already and are left alone
     */
    void usage(
            LocalDate from,
            LocalDate until,
            Instant notBefore,
            long firstNumber,
            Set<String> known,
            List<Customer.Usage> orphans)
            throws SQLException {
        ObjectType usage = rows.object("DailyUsage__c");
        long number = firstNumber;
        try (CopyWriter out = rows.open(
                usage, "Name", "Account__c", "Date__c", "UsageKey__c", "ActiveUsers__c", "Logins__c", "Actions__c")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                LocalDate left = customer.left();
                LocalDate end = left == null ? until : left.plusDays(1);
                LocalDate day = customer.started().isAfter(from) ? customer.started() : from;
                for (; day.isBefore(end); day = day.plusDays(1)) {
                    if (!known.contains(key(customer.code(), day))) {
                        addUsage(
                                out, number++, notBefore, RowLoader.accountId(i), customer.code(), customer.usage(day));
                    }
                }
            }
            for (Customer.Usage orphan : orphans) {
                addUsage(out, number++, notBefore, SalesforceId.of("001", NO_SUCH_ACCOUNT), "C-99999", orphan);
            }
            rows.finish(usage, out, number);
        }
    }

    private static String key(String code, LocalDate day) {
        return code + "|" + day;
    }

    private void addUsage(
            CopyWriter out, long number, Instant notBefore, String account, String code, Customer.Usage usage)
            throws SQLException {
        // The nightly job that counts usage writes at two in the morning of the next day.
        Instant night = RowLoader.at(usage.day().plusDays(1), 7_200 + (int) (number % 600));
        Instant written = night.isBefore(notBefore) ? notBefore : night;
        rows.add(
                out,
                SalesforceId.of("a00", number),
                written,
                written,
                String.format(Locale.ROOT, "U-%010d", number),
                account,
                usage.day(),
                key(code, usage.day()),
                usage.activeUsers(),
                usage.logins(),
                usage.actions());
    }
}
