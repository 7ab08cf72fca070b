package dev.minori.kit.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Input that breaks a rule: JSON that does not fit, and Bean Validation. */
class InputMappers {
    private final ProblemMappers others;

    InputMappers(ProblemMappers others) {
        this.others = others;
    }

    @ServerExceptionMapper
    Response unfitting(MismatchedInputException failure, HttpHeaders request) {
        return JsonProblems.of(failure, request);
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException failure, ResourceInfo resource, HttpHeaders request) {
        boolean ours = failure.getConstraintViolations().stream().anyMatch(InputMappers::isOfReturnValue);
        if (ours || failure.getConstraintViolations().isEmpty()) {
            return others.unforeseen(failure, request);
        }
        List<FieldError> errors = failure.getConstraintViolations().stream()
                .map(violation -> error(violation, resource))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        Wording detail = new Wording(
                "%d件の項目に誤りがあります。".formatted(errors.size()), "%d field(s) are not valid.".formatted(errors.size()));
        return ProblemResponses.of(KitProblem.INVALID_REQUEST, detail, errors, request);
    }

    private static boolean isOfReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static FieldError error(ConstraintViolation<?> violation, ResourceInfo resource) {
        String code = ConstraintNames.code(
                violation.getConstraintDescriptor().getAnnotation().annotationType());
        return new FieldError(pointer(violation.getPropertyPath(), resource), code, ConstraintNames.wording(violation));
    }

    /** Method, parameter, then the way inside: {@code create.request.fields[0].name} is {@code /fields/0/name}. */
    private static String pointer(Path path, ResourceInfo resource) {
        StringBuilder pointer = new StringBuilder();
        Iterator<Path.Node> nodes = path.iterator();
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
                case PARAMETER -> pointer.append(parameter(node.as(Path.ParameterNode.class), resource));
                case BEAN, PROPERTY, CONTAINER_ELEMENT -> step(pointer, node);
            }
        }
        return pointer.toString();
    }

    private static void step(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(node.getKey());
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(node.getName());
        }
    }

    private static String parameter(Path.ParameterNode node, ResourceInfo resource) {
        Annotation[][] annotations = resource.getResourceMethod().getParameterAnnotations();
        if (node.getParameterIndex() >= annotations.length) {
            return "";
        }
        for (Annotation annotation : annotations[node.getParameterIndex()]) {
            switch (annotation) {
                case QueryParam query -> {
                    return "query:" + query.value();
                }
                case PathParam path -> {
                    return "path:" + path.value();
                }
                case HeaderParam header -> {
                    return "header:" + header.value();
                }
                case CookieParam cookie -> {
                    return "cookie:" + cookie.value();
                }
                default -> {}
            }
        }
        return "";
    }
}
