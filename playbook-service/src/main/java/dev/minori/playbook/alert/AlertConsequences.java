package dev.minori.playbook.alert;

import dev.minori.playbook.customer.CustomerHealth;
import dev.minori.playbook.customer.CustomerProfile;
import dev.minori.playbook.customer.CustomerStore;
import dev.minori.playbook.notice.Addressee;
import dev.minori.playbook.notice.Audience;
import dev.minori.playbook.notice.Notice;
import dev.minori.playbook.notice.Notices;
import dev.minori.playbook.segment.SegmentStay;
import dev.minori.playbook.task.TaskKind;
import dev.minori.playbook.task.TaskOrigin;
import dev.minori.playbook.task.TaskPriority;
import dev.minori.playbook.task.Tasks;
import dev.minori.playbook.text.LocalText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** What follows when an alert opens: who is told, and the task a rule asks for. */
@ApplicationScoped
class AlertConsequences {
    private final Notices notices;
    private final Tasks tasks;
    private final CustomerStore customers;

    AlertConsequences(Notices notices, Tasks tasks, CustomerStore customers) {
        this.notices = notices;
        this.tasks = tasks;
        this.customers = customers;
    }

    void of(Alert alert, AlertRule rule, SegmentStay stay) {
        AlertRule.RuleTask task = rule.task();
        if (task != null) {
            String customer = customers
                    .find(stay.customerId())
                    .map(CustomerProfile::name)
                    .orElseGet(() -> stay.customerId().toString());
            LocalText title = task.title().fill(stay.placeholders(customer));
            tasks.openForOwner(
                    alert.customerId(),
                    new Tasks.Work(TaskKind.WORK, priority(alert.severity()), title, null, stay.quotedFactIds()),
                    task.dueInBusinessDays(),
                    new TaskOrigin.FromAlert(alert.id()));
        }
        for (Audience audience : rule.audiences()) {
            notices.ask(new Notice(
                    "alert|" + alert.id() + "|opened|" + audience.wireName(),
                    alert.customerId(),
                    "alert",
                    alert.id(),
                    rule.templateKey(),
                    new Addressee.Around(audience),
                    data(alert, stay),
                    stay.quotedFactIds()));
        }
    }

    private static TaskPriority priority(Severity severity) {
        return switch (severity) {
            case HIGH -> TaskPriority.HIGH;
            case MEDIUM -> TaskPriority.NORMAL;
            case LOW -> TaskPriority.LOW;
        };
    }

    private Map<String, String> data(Alert alert, SegmentStay stay) {
        Map<String, String> data = new TreeMap<>();
        stay.evidence().forEach((name, value) -> data.put("evidence." + name, value));
        data.put("title.ja", alert.title().ja());
        data.put("title.en", alert.title().en());
        data.put("severity.ja", alert.severity().text().ja());
        data.put("severity.en", alert.severity().text().en());
        data.put("alertLink", "/alerts/" + alert.id());
        stay.quote().ifPresent(quote -> data.put("quote", quote));
        if (stay.concernsCustomer()) {
            customers.findHealth(alert.customerId()).map(CustomerHealth::reason).ifPresent(reason -> {
                data.put("reason.ja", reason.ja());
                data.put("reason.en", reason.en());
            });
        }
        return data;
    }
}
