package dev.minori.simulators.salesforce.org;

/**
 * How an org gives long results away.
 *
 * @param locators how long query locators live
 * @param mostRows no page of a query or of a bulk result has more rows, however many a client asks for
 */
public record Paging(Locators locators, int mostRows) {

    public Paging {
        if (mostRows < 1) {
            throw new IllegalArgumentException("pageRows must be at least 1");
        }
    }
}
