package dev.minori.simulators.salesforce;

/** Which API versions exist. Versions 21 to 30 are retired: they answer 410. */
public final class ApiVersions {

    static final int OLDEST = 31;
    static final int NEWEST = 66;
    private static final int OLDEST_RETIRED = 1;
    private static final int WINTER_25 = 62;

    private ApiVersions() {}

    /** The version of a path segment such as {@code v65.0}, checked. */
    public static String check(String segment) {
        if (!segment.matches("v\\d{1,3}\\.0")) {
            throw SalesforceFault.notFound();
        }
        int number = Integer.parseInt(segment.substring(1, segment.indexOf('.')));
        if (number >= OLDEST_RETIRED && number < OLDEST) {
            throw new SalesforceFault(
                    410,
                    "UNSUPPORTED_API_VERSION",
                    "The requested API version is retired. Use version " + OLDEST + ".0 or later.");
        }
        if (number > NEWEST || number < OLDEST_RETIRED) {
            throw SalesforceFault.notFound();
        }
        return number + ".0";
    }

    /** The release a version came with: three a year, Winter first. */
    static String label(int number) {
        int releases = number - WINTER_25;
        String season = switch (Math.floorMod(releases, 3)) {
            case 0 -> "Winter";
            case 1 -> "Spring";
            default -> "Summer";
        };
        return season + " '" + (25 + Math.floorDiv(releases, 3));
    }
}
