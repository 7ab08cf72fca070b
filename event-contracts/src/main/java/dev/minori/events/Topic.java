package dev.minori.events;

/** The topics, each with one kind of event. 24 partitions, retention 7 days: transport, not storage. */
public enum Topic {
    CUSTOMER_FACTS("customer-facts", CustomerFactEvent.class),
    CUSTOMER_FACTS_BULK("customer-facts-bulk", CustomerFactEvent.class),
    CUSTOMER_HEALTH("customer-health", HealthEvent.class),
    CUSTOMER_HEALTH_BULK("customer-health-bulk", HealthEvent.class),
    PLAYBOOK_EVENTS("playbook-events", PlaybookEvent.class),
    NOTIFICATIONS("notifications", NotificationEvent.class),
    DELIVERIES("deliveries", DeliveryEvent.class),
    WORKSPACE_DIRECTORY("workspace-directory", DirectoryEvent.class);

    /** Never changed in place: the partition of a key would move and its order break. */
    public static final int PARTITIONS = 24;

    private final String topicName;
    private final Class<? extends MinoriEvent> eventType;

    Topic(String topicName, Class<? extends MinoriEvent> eventType) {
        this.topicName = topicName;
        this.eventType = eventType;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** The sealed interface of its events. */
    public Class<? extends MinoriEvent> eventType() {
        return eventType;
    }

    /** The topic that carries this event in this lane; customer facts and customer health have a bulk topic, because loads make many of them. */
    public static Topic of(MinoriEvent event, Lane lane) {
        return switch (event) {
            case CustomerFactEvent _ ->
                switch (lane) {
                    case LIVE -> CUSTOMER_FACTS;
                    case BULK -> CUSTOMER_FACTS_BULK;
                };
            case HealthEvent _ ->
                switch (lane) {
                    case LIVE -> CUSTOMER_HEALTH;
                    case BULK -> CUSTOMER_HEALTH_BULK;
                };
            case PlaybookEvent _ -> PLAYBOOK_EVENTS;
            case NotificationEvent _ -> NOTIFICATIONS;
            case DeliveryEvent _ -> DELIVERIES;
            case DirectoryEvent _ -> WORKSPACE_DIRECTORY;
        };
    }
}
