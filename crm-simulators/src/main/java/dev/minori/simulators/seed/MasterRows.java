package dev.minori.simulators.seed;

import dev.minori.simulators.salesforce.schema.ObjectType;
import dev.minori.simulators.salesforce.schema.SalesforceId;
import dev.minori.simulators.store.CopyWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Users, accounts, contacts and contracts. One pass over the customers an object, so that one COPY runs at a time. */
final class MasterRows {

    private final RowLoader rows;
    private final SeedPlan plan;
    private final Owners owners;

    MasterRows(RowLoader rows) {
        this.rows = rows;
        this.plan = rows.plan();
        this.owners = rows.owners();
    }

    void users() throws SQLException {
        ObjectType user = rows.object("User");
        Instant created = RowLoader.at(plan.today().minusYears(5), 36_000);
        try (CopyWriter out = rows.open(user, "Username", "LastName", "FirstName", "Email", "Title", "IsActive")) {
            String integration = owners.integrationUsername();
            rows.add(
                    out,
                    rows.integrationUser(),
                    created,
                    created,
                    integration,
                    "連携ユーザー",
                    null,
                    integration,
                    null,
                    true);
            long number = 2;
            for (Owners.User csm : owners.csms()) {
                rows.add(
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
            String former = "retired@" + rows.orgName() + ".minori-demo.example";
            rows.add(out, SalesforceId.of("005", number++), created, created, former, "木下", "光", former, null, false);
            rows.finish(user, out, number);
        }
    }

    void accounts() throws SQLException {
        ObjectType account = rows.object("Account");
        try (CopyWriter out = rows.open(
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
                Instant created =
                        RowLoader.at(customer.started().minusDays(dice.between(14, 60)), dice.between(33_000, 62_000));
                Instant changed = RowLoader.at(
                        customer.started().plusDays((long)
                                (ChronoUnit.DAYS.between(customer.started(), plan.today()) * dice.between(0.1, 0.99))),
                        dice.between(33_000, 62_000));
                rows.add(
                        out,
                        RowLoader.accountId(i),
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
                        rows.owner(customer));
            }
            rows.finish(account, out, plan.accounts() + 1L);
        }
    }

    void contacts() throws SQLException {
        ObjectType contact = rows.object("Contact");
        List<String> roles = List.of("推進者", "決裁者", "窓口", "利用者", "利用者");
        List<String> titles = List.of("部長", "課長", "係長", "主任", "担当");
        List<String> departments = List.of("営業企画部", "情報システム部", "経営企画室", "カスタマーサポート部", "総務部");
        try (CopyWriter out = rows.open(
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
                    Instant created =
                            RowLoader.at(customer.started().plusDays(number * 11L), dice.between(33_000, 62_000));
                    rows.add(
                            out,
                            RowLoader.contactId(i, number),
                            created,
                            created,
                            RowLoader.accountId(i),
                            person.last(),
                            person.first(),
                            person.kana(),
                            customer.mailOf(person, number),
                            null,
                            titles.get(Math.min(number, 4)),
                            dice.pick(departments),
                            roles.get(Math.min(number, 4)),
                            dice.chance(0.04),
                            rows.owner(customer));
                    number++;
                }
            }
            rows.finish(contact, out, (long) plan.accounts() * RowLoader.CONTACTS_PER_ACCOUNT + 1);
        }
    }

    void contracts() throws SQLException {
        ObjectType contract = rows.object("Contract");
        try (CopyWriter out = rows.open(
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
                    rows.add(
                            out,
                            id,
                            RowLoader.at(
                                    signed.isAfter(plan.today()) ? plan.today().minusDays(3) : signed, 39_600),
                            RowLoader.at(
                                    touched.isAfter(plan.today()) ? plan.today().minusDays(3) : touched, 41_400),
                            RowLoader.accountId(i),
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
                            rows.owner(customer));
                    previous = id;
                }
            }
            rows.finish(contract, out, (long) plan.accounts() * Term.MAX_TERMS + 1);
        }
    }
}
