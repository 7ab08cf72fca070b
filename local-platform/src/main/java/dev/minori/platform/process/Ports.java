package dev.minori.platform.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds TCP ports on the loopback interface. */
public final class Ports {

    /** Below the ports that the system gives to clients, which would come and go on them meanwhile. */
    private static final int FIRST = 20_000;

    private static final int COUNT = 12_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /**
     * A port that is free, and that this process has not given away before; another process may still take it first.
     *
     * @throws IllegalStateException if all are taken
     */
    public static int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (canListen(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port of 127.0.0.1 is free from " + FIRST + " on");
    }

    /** Whether a server could listen on the port of 127.0.0.1 now. */
    public static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do it: connections of an earlier run that linger are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something accepts connections on the port of 127.0.0.1. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
