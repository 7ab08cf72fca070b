package dev.minori.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesTheProcessThatHoldsAPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.canListen(socket.getLocalPort())).isFalse();
            assertThat(Ports.accepts(socket.getLocalPort())).isTrue();
            ProcessHandle holder = PortOwner.find(socket.getLocalPort()).orElseThrow();
            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(PortOwner.describe(holder)).contains("pid " + holder.pid() + ": ", "java");
        }
    }

    @Test
    void seesAHolderOnAllInterfacesToo() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(Ports.canListen(socket.getLocalPort())).isFalse();
            assertThat(PortOwner.find(socket.getLocalPort()))
                    .map(ProcessHandle::pid)
                    .hasValue(ProcessHandle.current().pid());
        }
    }

    @Test
    void aFreePortHasNoHolder() {
        int port = Ports.free();
        assertThat(Ports.canListen(port)).isTrue();
        assertThat(Ports.accepts(port)).isFalse();
        assertThat(PortOwner.find(port)).isEmpty();
    }
}
