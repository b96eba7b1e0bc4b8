package yuanliu.webhook;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One POST to an address that has been looked at. A client that is handed a name looks it up again, and a name may
/// then lead elsewhere: so the connection is made to the address, and the name is only said (and proved, over TLS).
final class Post {

    private static final int LONGEST_LINE = 8192;

    private final URI url;
    private final Duration timeout;

    Post(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
    }

    /// The status of the answer. No redirection is followed.
    int to(InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        var millis = Math.toIntExact(timeout.toMillis());
        var deadline = System.nanoTime() + timeout.toNanos();
        try (var plain = new Socket(Proxy.NO_PROXY)) {
            plain.connect(new InetSocketAddress(address, port()), millis);
            plain.setSoTimeout(millis);
            try (var socket = secured(plain)) {
                var out = socket.getOutputStream();
                out.write(head(headers, body.length));
                out.write(body);
                out.flush();
                return status(new BufferedInputStream(socket.getInputStream()), deadline);
            }
        }
    }

    private int port() {
        return url.getPort() >= 0 ? url.getPort() : isSecure() ? 443 : 80;
    }

    private boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    private Socket secured(Socket plain) throws IOException {
        if (!isSecure()) {
            return plain;
        }
        var socket = (SSLSocket)
                ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, url.getHost(), port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private byte[] head(Map<String, String> headers, int length) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var head = new StringBuilder("POST ")
                .append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getHost())
                .append(url.getPort() >= 0 ? ":" + url.getPort() : "")
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(InputStream in, long deadline) throws IOException {
        var line = line(in, deadline);
        while (line.matches("HTTP/1\\.[01] 1\\d\\d.*")) {
            while (!line.isEmpty()) {
                line = line(in, deadline);
            }
            line = line(in, deadline);
        }
        if (!line.matches("HTTP/1\\.[01] \\d{3}( .*)?")) {
            throw new IOException("对方的应答不是 HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static String line(InputStream in, long deadline) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("对方在限定时间内没有应答");
            }
            if (read < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("对方的应答不是 HTTP");
            }
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }
}
