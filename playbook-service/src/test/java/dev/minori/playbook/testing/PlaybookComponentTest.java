package dev.minori.playbook.testing;

import dev.minori.kit.testing.ServiceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The surroundings all component tests share, so that the application starts once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@QuarkusTestResource(
        value = ServiceTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "playbook"),
            @ResourceArg(
                    name = "channels",
                    value = "customer-health,customer-health-bulk,deliveries,workspace-directory")
        })
@QuarkusTestResource(Surroundings.class)
public @interface PlaybookComponentTest {}
