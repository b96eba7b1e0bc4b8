package yuanliu.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Which addresses are somebody else's: neither this machine nor one behind the same wall, however it is written.
final class Addresses {

    /// Networks that are not public though the platform has no word for them.
    private static final List<Network> NOT_PUBLIC = List.of(
            Network.of("0.0.0.0", 8),
            Network.of("100.64.0.0", 10),
            Network.of("192.0.0.0", 24),
            Network.of("192.0.2.0", 24),
            Network.of("198.18.0.0", 15),
            Network.of("198.51.100.0", 24),
            Network.of("203.0.113.0", 24),
            Network.of("240.0.0.0", 4),
            Network.of("fc00::", 7),
            Network.of("2001::", 23),
            Network.of("2001:db8::", 32));
    private static final Network NAT64 = Network.of("64:ff9b::", 96);
    private static final Network NAT64_OF_ONES_OWN = Network.of("64:ff9b:1::", 48);
    private static final Network SIX_TO_FOUR = Network.of("2002::", 16);
    private static final Network COMPATIBLE = Network.of("::", 96);

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || NAT64_OF_ONES_OWN.has(address)
                || NOT_PUBLIC.stream().anyMatch(network -> network.has(address))) {
            return false;
        }
        return !(address instanceof Inet6Address six) || isPublicWithin(six);
    }

    /// An address of the old kind can be carried inside one of the new kind, and is reached by it.
    private static boolean isPublicWithin(Inet6Address address) {
        var bytes = address.getAddress();
        if (NAT64.has(address) || COMPATIBLE.has(address)) {
            return isPublic(inner(Arrays.copyOfRange(bytes, 12, 16)));
        }
        return !SIX_TO_FOUR.has(address) || isPublic(inner(Arrays.copyOfRange(bytes, 2, 6)));
    }

    private static InetAddress inner(byte[] four) {
        try {
            return Inet4Address.getByAddress(four);
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }

    private record Network(byte[] start, int bits) {

        static Network of(String literal, int bits) {
            return new Network(InetAddress.ofLiteral(literal).getAddress(), bits);
        }

        boolean has(InetAddress address) {
            var bytes = address.getAddress();
            if (bytes.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((bytes[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
