"""One address before several servers, as a proxy has it: passes bytes on to one at a time."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Front:
    """Listens at `port`; passes all that comes to the port last turned to."""

    def __init__(self, listening: socket.socket) -> None:
        self._listening, self._to, self._open = listening, 0, set[socket.socket]()
        self.port = int(listening.getsockname()[1])

    def turn(self, port: int) -> None:
        """Pass on to another server; what is connected to the one before is cut off."""
        self._to = port
        for each in list(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def listen(self) -> None:
        """Take connections until the listening socket is closed."""
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                for ends in ((near, far), (far, near)):
                    self._open.add(ends[0])
                    threading.Thread(target=self._pass_on, args=ends, daemon=True).start()

    def _pass_on(self, this: socket.socket, that: socket.socket) -> None:
        with suppress(OSError):
            while some := this.recv(65536):
                that.sendall(some)
        with suppress(OSError):
            that.shutdown(socket.SHUT_RDWR)
        self._open.discard(this)
        this.close()


@contextmanager
def fronted() -> Iterator[Front]:
    """A front that listens on loopback."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        front = Front(listening)
        threading.Thread(target=front.listen, daemon=True).start()
        yield front
