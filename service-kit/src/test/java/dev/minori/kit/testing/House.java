package dev.minori.kit.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one module is laid out, for {@link HouseRules}: features below the base package, in each feature the doors
 * {@code rest}, {@code store}, {@code events} and {@code schedule}, vendors behind packages of their own, wiring in
 * {@code platform}.
 *
 * @param base for example {@code dev.minori.scoring}
 * @param atLeast how many classes the module has at least; fewer means that the rules looked at nothing
 * @param features whether the module has features behind doors; false for libraries and tools, which are technology
 * @param vendors packages behind which a vendor or a protocol lives, below the base, for example {@code salesforce}
 * @param engines library packages that one package of the module may use although it is no door, by package below the
 *     base
 */
public record House(String base, int atLeast, boolean features, Set<String> vendors, Map<String, Set<String>> engines) {
    private static final Set<String> DOORS = Set.of("rest", "store", "events", "schedule");

    /** What a feature may use besides its own module: rules of the domain are tested without a container. */
    private static final Set<String> PLAIN = Set.of(
            "java",
            "javax.crypto",
            "org.jspecify",
            "jakarta.enterprise",
            "jakarta.transaction",
            "jakarta.inject",
            "io.quarkus.logging",
            "io.smallrye.config",
            "dev.minori.events",
            "dev.minori.kit");

    public House {
        vendors = Set.copyOf(vendors);
        engines = Map.copyOf(engines);
    }

    /** A module without vendors and engines. */
    public static House of(String base, int atLeast) {
        return new House(base, atLeast, true, Set.of(), Map.of());
    }

    /** A library or a tool: only the rules that do not speak of features apply. */
    public static House ofTechnology(String base, int atLeast) {
        return new House(base, atLeast, false, Set.of(), Map.of());
    }

    /** The same module with packages behind which vendors or protocols live. */
    public House withVendors(String... packages) {
        return new House(base, atLeast, features, Set.of(packages), engines);
    }

    /** The same module with a library that one of its packages may use. */
    public House withEngine(String packageBelowBase, String... libraries) {
        Map<String, Set<String>> more = new LinkedHashMap<>(engines);
        more.put(packageBelowBase, Set.of(libraries));
        return new House(base, atLeast, features, vendors, more);
    }

    /** Classes that hold rules and use cases: neither behind a door nor behind a vendor's wall, nor wiring. */
    DescribedPredicate<JavaClass> feature() {
        return DescribedPredicate.describe(
                "a feature root", type -> isOwn(type) && door(type).isEmpty() && !isWiring(type));
    }

    /** Whether a feature may use the type. */
    DescribedPredicate<JavaClass> usableBy(JavaClass user) {
        Set<String> libraries = Stream.concat(PLAIN.stream(), enginesOf(user)).collect(Collectors.toUnmodifiableSet());
        return DescribedPredicate.describe(
                "plain", type -> isOwn(type) ? door(type).isEmpty() : isIn(type.getPackageName(), libraries));
    }

    boolean isOwn(JavaClass type) {
        return isIn(type.getPackageName(), Set.of(base));
    }

    boolean isBehind(JavaClass type, String... doors) {
        return Arrays.asList(doors).contains(lastSegment(type));
    }

    boolean isVendor(JavaClass type) {
        return isIn(below(type), vendors);
    }

    /** The door's package, or an empty text for a class that is behind none. */
    String door(JavaClass type) {
        if (!isOwn(type)) {
            return "";
        }
        if (DOORS.contains(lastSegment(type))) {
            return type.getPackageName();
        }
        return vendors.stream()
                .filter(vendor -> isIn(below(type), Set.of(vendor)))
                .map(vendor -> base + "." + vendor)
                .findFirst()
                .orElse("");
    }

    private boolean isWiring(JavaClass type) {
        return isIn(below(type), Set.of("platform")) || type.getPackageName().equals(base);
    }

    private Stream<String> enginesOf(JavaClass user) {
        return engines.entrySet().stream()
                .filter(engine -> isIn(below(user), Set.of(engine.getKey())))
                .flatMap(engine -> engine.getValue().stream());
    }

    private String below(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(base + ".") ? name.substring(base.length() + 1) : "";
    }

    private static String lastSegment(JavaClass type) {
        String name = type.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether a package is one of the given ones or below one. */
    static boolean isIn(String name, Set<String> packages) {
        return packages.stream().anyMatch(parent -> name.equals(parent) || name.startsWith(parent + "."));
    }
}
