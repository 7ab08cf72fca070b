package dev.minori.platform.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the command line of a Java process that runs on the same JDK as this one. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The {@code java} program of the JDK this process runs on. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * A command that runs a main class of this module.
     *
     * @param heap maximum heap, for example {@code 256m}
     */
    public static List<String> ofMain(Installation installation, String heap, Class<?> main, List<String> arguments) {
        return ofMainClass(installation, heap, main.getName(), arguments);
    }

    /** As {@link #ofMain}, for a class known by its name. */
    public static List<String> ofMainClass(
            Installation installation, String heap, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(base(heap));
        command.add("-cp");
        command.add(installation.classPath());
        command.add(main);
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** A command that runs an executable jar. */
    public static List<String> ofJar(Path jar, String heap) {
        List<String> command = new ArrayList<>(base(heap));
        command.add("-jar");
        command.add(jar.toString());
        return List.copyOf(command);
    }

    private static List<String> base(String heap) {
        return List.of(
                java().toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
