package dev.minori.simulators.seed;

import dev.minori.simulators.salesforce.org.Org;
import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.CopyWriter;
import dev.minori.simulators.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of each object, one pass over the customers an object, so that one COPY runs at a time. */
final class SalesforceRows {

    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int CONTACTS_PER_ACCOUNT = 8;
    private static final List<String> AUDIT = List.of(
            "Id", "IsDeleted", "CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById", "SystemModstamp");
    /** An account number no generated account has: the parent of the usage rows that are orphans on purpose. */
    private static final long NO_SUCH_ACCOUNT = 900_000_001L;

    private final Connection connection;
    private final Org org;
    private final SeedPlan plan;
    private final Owners owners;
    private final Map<String, Long> rows = new LinkedHashMap<>();
    private final String integrationUser;

    SalesforceRows(Connection connection, Org org, SeedPlan plan, Owners owners) {
        this.connection = connection;
        this.org = org;
        this.plan = plan;
        this.owners = owners;
        this.integrationUser = SalesforceId.of("005", 1);
    }

    Map<String, Long> write() throws SQLException {
        users();
        accounts();
        contracts();
        if (plan.details()) {
            contacts();
            cases();
            mails();
        }
        if (plan.usageDays() > 0) {
            usage();
        }
        return rows;
    }

    private CopyWriter open(ObjectType object, String... columns) throws SQLException {
        List<String> all = new ArrayList<>(AUDIT);
        all.addAll(Arrays.asList(columns));
        return new CopyWriter(connection, org.schema().table(object), all);
    }

    private ObjectType object(String name) {
        return org.schema().object(name).orElseThrow(() -> new IllegalStateException("no object " + name));
    }

    private void add(CopyWriter out, String id, Instant created, Instant changed, @Nullable Object... values)
            throws SQLException {
        Instant first = notLater(created);
        Instant last = notLater(changed);
        @Nullable Object[] row = new Object[AUDIT.size() + values.length];
        row[0] = id;
        row[1] = false;
        row[2] = first;
        row[3] = integrationUser;
        row[4] = last;
        row[5] = integrationUser;
        row[6] = last;
        System.arraycopy(values, 0, row, AUDIT.size(), values.length);
        out.add(row);
    }

    private Instant notLater(Instant stamp) {
        return (stamp.isAfter(plan.now()) ? plan.now() : stamp).truncatedTo(ChronoUnit.SECONDS);
    }

    private void finish(ObjectType object, CopyWriter out, long nextNumber) throws SQLException {
        out.finish();
        rows.put(object.name(), out.rows());
        Sql.update(
                connection,
                "update sf_object set next_number = ? where org = ? and name = ?",
                nextNumber,
                org.name(),
                object.name());
    }

    private static Instant at(LocalDate day, int secondOfDay) {
        return day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(ZONE).toInstant();
    }

    private String owner(Customer customer) {
        return SalesforceId.of("005", 2 + customer.index() % owners.csms().size());
    }

    private String csm(Customer customer) {
        return owners.csms().get(customer.index() % owners.csms().size()).last();
    }

    private static String accountId(int index) {
        return SalesforceId.of("001", index + 1L);
    }

    private void users() throws SQLException {
        ObjectType user = object("User");
        Instant created = at(plan.today().minusYears(5), 36_000);
        try (CopyWriter out = open(user, "Username", "LastName", "FirstName", "Email", "Title", "IsActive")) {
            String integration = owners.integrationUsername();
            add(out, integrationUser, created, created, integration, "連携ユーザー", null, integration, null, true);
            long number = 2;
            for (Owners.User csm : owners.csms()) {
                add(
                        out,
                        SalesforceId.of("005", number++),
                        created,
                        created,
                        csm.email(),
                        csm.last(),
                        csm.first(),
                        csm.email(),
                        "カスタマーサクセス担当",
                        true);
            }
            String former = "retired@" + org.name() + ".minori-demo.example";
            add(out, SalesforceId.of("005", number++), created, created, former, "木下", "光", former, null, false);
            finish(user, out, number);
        }
    }

    private void accounts() throws SQLException {
        ObjectType account = object("Account");
        try (CopyWriter out = open(
                account,
                "Name",
                "NameKana__c",
                "NameEn__c",
                "CorporateNumber__c",
                "CustomerCode__c",
                "Industry",
                "NumberOfEmployees",
                "Phase__c",
                "TouchModel__c",
                "Website",
                "Phone",
                "BillingPostalCode",
                "BillingCountry",
                "BillingState",
                "BillingCity",
                "BillingStreet",
                "OnboardedOn__c",
                "OwnerId")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                Dice dice = customer.dice("account");
                Place place = Place.roll(dice);
                LocalDate onboarded = customer.started().plusDays(dice.between(25, 70));
                Instant created = at(customer.started().minusDays(dice.between(14, 60)), dice.between(33_000, 62_000));
                Instant changed = at(
                        customer.started().plusDays((long)
                                (ChronoUnit.DAYS.between(customer.started(), plan.today()) * dice.between(0.1, 0.99))),
                        dice.between(33_000, 62_000));
                add(
                        out,
                        accountId(i),
                        created,
                        changed,
                        DirtyRows.accountName(plan, customer),
                        customer.name().kana(),
                        customer.name().english(),
                        DirtyRows.corporateNumber(plan, customer),
                        customer.code(),
                        customer.name().industry(),
                        customer.employees(),
                        customer.phase(),
                        customer.touchModel(),
                        "https://www." + customer.name().domain(),
                        place.phone(),
                        place.postalCode(),
                        "日本",
                        place.prefecture(),
                        place.city(),
                        place.street(),
                        onboarded.isAfter(plan.today()) ? null : onboarded,
                        owner(customer));
            }
            finish(account, out, plan.accounts() + 1L);
        }
    }

    private void contacts() throws SQLException {
        ObjectType contact = object("Contact");
        List<String> roles = List.of("推進者", "決裁者", "窓口", "利用者", "利用者");
        List<String> titles = List.of("部長", "課長", "係長", "主任", "担当");
        List<String> departments = List.of("営業企画部", "情報システム部", "経営企画室", "カスタマーサポート部", "総務部");
        try (CopyWriter out = open(
                contact,
                "AccountId",
                "LastName",
                "FirstName",
                "NameKana__c",
                "Email",
                "Phone",
                "Title",
                "Department",
                "Role__c",
                "HasOptedOutOfEmail",
                "OwnerId")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                Dice dice = customer.dice("contacts");
                int number = 0;
                for (Person person : customer.people()) {
                    Instant created = at(customer.started().plusDays(number * 11L), dice.between(33_000, 62_000));
                    add(
                            out,
                            contactId(i, number),
                            created,
                            created,
                            accountId(i),
                            person.last(),
                            person.first(),
                            person.kana(),
                            customer.mailOf(person, number),
                            null,
                            titles.get(Math.min(number, 4)),
                            dice.pick(departments),
                            roles.get(Math.min(number, 4)),
                            dice.chance(0.04),
                            owner(customer));
                    number++;
                }
            }
            finish(contact, out, (long) plan.accounts() * CONTACTS_PER_ACCOUNT + 1);
        }
    }

    private static String contactId(int account, int number) {
        return SalesforceId.of("003", (long) account * CONTACTS_PER_ACCOUNT + number + 1);
    }

    private void contracts() throws SQLException {
        ObjectType contract = object("Contract");
        try (CopyWriter out = open(
                contract,
                "AccountId",
                "ContractNumber",
                "Status",
                "StartDate",
                "EndDate",
                "NoticeDeadline__c",
                "MonthlyAmount__c",
                "BillingPeriod__c",
                "AutoRenew__c",
                "ProductName__c",
                "Seats__c",
                "CancelledOn__c",
                "CancelReason__c",
                "PreviousContract__c",
                "OwnerId")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                String previous = null;
                long number = (long) i * Term.MAX_TERMS;
                for (Term term : Term.of(customer)) {
                    number++;
                    String id = SalesforceId.of("800", number);
                    LocalDate signed = term.start().minusDays(14);
                    LocalDate touched = term.cancelledOn() == null ? term.start() : term.cancelledOn();
                    add(
                            out,
                            id,
                            at(signed.isAfter(plan.today()) ? plan.today().minusDays(3) : signed, 39_600),
                            at(touched.isAfter(plan.today()) ? plan.today().minusDays(3) : touched, 41_400),
                            accountId(i),
                            String.format(Locale.ROOT, "%08d", number),
                            term.status(),
                            term.start(),
                            DirtyRows.contractEnd(plan, customer, term),
                            term.noticeDeadline(),
                            term.monthlyYen(),
                            term.billing(),
                            term.autoRenew(),
                            term.product(),
                            term.seats(),
                            term.cancelledOn(),
                            term.cancelReason(),
                            previous,
                            owner(customer));
                    previous = id;
                }
            }
            finish(contract, out, (long) plan.accounts() * Term.MAX_TERMS + 1);
        }
    }

    private void cases() throws SQLException {
        ObjectType ticketType = object("Case");
        long number = 0;
        try (CopyWriter out = open(
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
                    Instant opened = at(ticket.opened(), dice.between(33_000, 50_000));
                    LocalDate closedOn = ticket.closed();
                    Instant closed = closedOn == null ? null : notLater(at(closedOn, dice.between(51_000, 64_000)));
                    add(
                            out,
                            SalesforceId.of("500", number),
                            opened,
                            closed == null ? opened : closed,
                            accountId(i),
                            contactId(i, dice.between(0, people - 1)),
                            String.format(Locale.ROOT, "%08d", number),
                            ticket.subject(),
                            ticket.description(),
                            ticket.status(),
                            ticket.priority(),
                            ticket.type(),
                            closed,
                            owner(customer));
                }
            }
            finish(ticketType, out, number + 1);
        }
    }

    private void mails() throws SQLException {
        ObjectType message = object("EmailMessage");
        long number = 0;
        try (CopyWriter out = open(
                message, "RelatedToId", "FromAddress", "ToAddress", "Subject", "TextBody", "Incoming", "MessageDate")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                Person person = customer.people().getFirst();
                String theirs = customer.mailOf(person, 0);
                String ours = owners.csms().get(i % owners.csms().size()).email();
                for (Mail mail : Mail.of(customer, Math.max(plan.usageDays(), 90))) {
                    number++;
                    Instant sent = at(mail.day(), mail.minute() * 60);
                    add(
                            out,
                            SalesforceId.of("02s", number),
                            sent,
                            sent,
                            accountId(i),
                            mail.incoming() ? theirs : ours,
                            mail.incoming() ? ours : theirs,
                            mail.subject(),
                            mail.letter(person, customer.name(), csm(customer)),
                            mail.incoming(),
                            notLater(sent));
                }
            }
            finish(message, out, number + 1);
        }
    }

    private void usage() throws SQLException {
        ObjectType usage = object("DailyUsage__c");
        LocalDate from = plan.today().minusDays(plan.usageDays());
        long number = 0;
        try (CopyWriter out = open(
                usage, "Name", "Account__c", "Date__c", "UsageKey__c", "ActiveUsers__c", "Logins__c", "Actions__c")) {
            for (int i = 0; i < plan.accounts(); i++) {
                Customer customer = plan.customer(i);
                LocalDate left = customer.left();
                LocalDate last = left == null ? plan.today().minusDays(1) : left;
                LocalDate day = customer.started().isAfter(from) ? customer.started() : from;
                for (; !day.isAfter(last); day = day.plusDays(1)) {
                    number++;
                    addUsage(out, number, accountId(i), customer.code(), customer.usage(day));
                }
            }
            for (Customer.Usage orphan : DirtyRows.orphanUsage(plan)) {
                number++;
                addUsage(out, number, SalesforceId.of("001", NO_SUCH_ACCOUNT), "C-99999", orphan);
            }
            finish(usage, out, number + 1);
        }
    }

    private void addUsage(CopyWriter out, long number, String account, String code, Customer.Usage usage)
            throws SQLException {
        // The nightly job that counts usage writes at two in the morning of the next day.
        Instant written = at(usage.day().plusDays(1), 7_200 + (int) (number % 600));
        add(
                out,
                SalesforceId.of("a00", number),
                written,
                written,
                String.format(Locale.ROOT, "U-%010d", number),
                account,
                usage.day(),
                code + "|" + usage.day(),
                usage.activeUsers(),
                usage.logins(),
                usage.actions());
    }
}
