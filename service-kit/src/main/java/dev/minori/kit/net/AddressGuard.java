package dev.minori.kit.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Tells public addresses from those inside. Decides on the numeric address that will be connected to, so that neither a
 * name nor an odd way to write a number gets round it. What is not known to be public is inside.
 */
public final class AddressGuard {
    private AddressGuard() {}

    /** Whether the address is reachable for everybody, by the IANA special-purpose registries. */
    public static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> isPublic4(v4.getAddress());
            case Inet6Address v6 -> isPublic6(v6.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] bytes) {
        int a = bytes[0] & 0xFF;
        int b = bytes[1] & 0xFF;
        int c = bytes[2] & 0xFF;
        boolean inside = a == 0
                || a == 10
                || a == 127
                || (a == 100 && b >= 64 && b <= 127) // shared address space
                || (a == 169 && b == 254) // link local, with the metadata service of clouds
                || (a == 172 && b >= 16 && b <= 31)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 192 && b == 168)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113)
                || a >= 224;
        return !inside;
    }

    /** Global unicast 2000::/3 without the ranges in it that lead elsewhere (Teredo, 6to4, documentation). */
    private static boolean isPublic6(byte[] bytes) {
        if (isMapped(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        int second = ((bytes[2] & 0xFF) << 8) | (bytes[3] & 0xFF);
        boolean globalUnicast = first >= 0x2000 && first <= 0x3FFF;
        boolean special = (first == 0x2001 && second < 0x0200)
                || (first == 0x2001 && second == 0x0DB8)
                || first == 0x2002
                || first >= 0x3FF0;
        return globalUnicast && !special;
    }

    private static boolean isMapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
    }
}
