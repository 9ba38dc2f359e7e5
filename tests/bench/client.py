"""One client that asks for the board again and again: bytes out, bytes in, so that it costs next to nothing itself.

python -m tests.bench.client PORT HOST SECONDS      # prints requests a second
"""

import socket
import sys
import time


def main() -> None:
    """Stop at the first answer that is not 200."""
    port, host, seconds = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
    request = f"GET /api/board HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    done = 0
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
            connection.sendall(request)
            first = connection.recv(65536)
            if not first.startswith(b"HTTP/1.1 200"):
                sys.exit(f"answered {first[:60]!r}")
            while connection.recv(65536):
                pass
        done += 1
    sys.stdout.write(str(done / (time.perf_counter() - began)))


if __name__ == "__main__":
    main()
