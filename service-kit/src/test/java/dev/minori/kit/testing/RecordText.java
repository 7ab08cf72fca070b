package dev.minori.kit.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;

/** Tells a record's generated toString (one invokedynamic to ObjectMethods) from a written one. */
final class RecordText {
    private RecordText() {}

    static boolean isGenerated(JavaClass type) {
        return ClassFile.of().parse(bytes(type)).methods().stream()
                .filter(method -> method.methodName().equalsString("toString")
                        && method.methodType().equalsString("()Ljava/lang/String;"))
                .anyMatch(RecordText::callsObjectMethods);
    }

    private static boolean callsObjectMethods(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch((CodeElement element) -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod()
                                .owner()
                                .descriptorString()
                                .equals("Ljava/lang/runtime/ObjectMethods;"));
    }

    private static byte[] bytes(JavaClass type) {
        try (InputStream in = type.getSource()
                .orElseThrow(() -> new IllegalStateException("no class file of " + type.getName()))
                .getUri()
                .toURL()
                .openStream()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
