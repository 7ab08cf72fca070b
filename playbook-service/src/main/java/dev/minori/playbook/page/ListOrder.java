package dev.minori.playbook.page;

import dev.minori.kit.problem.FieldError;
import dev.minori.kit.problem.KitProblem;
import dev.minori.kit.problem.ProblemException;
import dev.minori.kit.problem.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An order in which a list can be asked for. */
public interface ListOrder {
    /** The word in the query. */
    String parameter();

    /** The order called so; throws invalid-parameter naming those there are. */
    static <O extends Enum<O> & ListOrder> O of(Class<O> orders, String parameter) {
        return Arrays.stream(orders.getEnumConstants())
                .filter(order -> order.parameter().equals(parameter))
                .findFirst()
                .orElseThrow(() -> unknown(Arrays.stream(orders.getEnumConstants())
                        .map(ListOrder::parameter)
                        .collect(Collectors.joining(", "))));
    }

    private static ProblemException unknown(String known) {
        Wording detail = new Wording("sortは次のいずれかです: " + known, "sort is one of " + known + ".");
        return new ProblemException(
                KitProblem.INVALID_PARAMETER, detail, List.of(new FieldError("query:sort", "unknown", detail)));
    }
}
