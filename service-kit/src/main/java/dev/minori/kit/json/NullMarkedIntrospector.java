package dev.minori.kit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSpecify's word: a record component that is not {@code @Nullable}, in a package that is {@code @NullMarked},
 * must be in the JSON and must not be null there. Otherwise a message that lacks an id would become an object that the
 * compiler believes complete.
 */
final class NullMarkedIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isNeverNull(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return annotated instanceof AnnotatedMember member && isNeverNull(member)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean isNeverNull(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        if (!(member instanceof AnnotatedParameter parameter)
                || !owner.isRecord()
                || !owner.getPackage().isAnnotationPresent(NullMarked.class)) {
            return false;
        }
        RecordComponent[] components = owner.getRecordComponents();
        return parameter.getOwner().getParameterCount() == components.length
                && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
