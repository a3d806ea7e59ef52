"""Asks a server for one address as fast as it answers, over sixteen connections that stay open; a process of its own.

python load.py PORT,PORT ADDRESS SECONDS [HEADER...]

Prints answers, seconds, statuses, length of a body and its own share of a processor as JSON.

The connections are shared out among the ports. It only looks for the end of each answer, so that a processor asked this way
is the server's: some 40 microseconds an answer are ours.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time

CONNECTIONS = 16


class Connection:
    """One connection that asks again as soon as it is answered."""

    def __init__(self, port: int, asking: bytes) -> None:
        self.asking, self.got = asking, b""
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> None:
        self.got = b""
        self.socket.sendall(self.asking)

    def has_answer(self) -> bool:
        """Read what is there; whether the answer is whole. Raises SystemExit where the server hangs up."""
        part = self.socket.recv(1 << 20)
        if not part:
            raise SystemExit("the server closed the connection")
        self.got += part
        end = self.got.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = self.got[:end].lower()
        if b"chunked" in head:
            return self.got.endswith(b"\r\n0\r\n\r\n")
        at = head.find(b"content-length:")
        length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
        return len(self.got) >= end + 4 + length


def load(ports: list[int], address: str, seconds: float, headers: list[str]) -> dict[str, object]:
    """Answers by the second, after one round that nobody counts."""
    asking = "\r\n".join([f"GET {address} HTTP/1.1", "Host: 127.0.0.1", "Accept: */*", *headers, "", ""]).encode()
    statuses, length = set(), 0
    for number in range(CONNECTIONS):  # one after another, closed before a server would close them as idle
        connection = Connection(ports[number % len(ports)], asking)
        connection.ask()
        while not connection.has_answer():
            pass
        statuses.add(int(connection.got.split(b" ", 2)[1]))
        length = len(connection.got.partition(b"\r\n\r\n")[2])
        connection.socket.close()
    connections = [Connection(ports[number % len(ports)], asking) for number in range(CONNECTIONS)]
    with selectors.DefaultSelector() as ready:
        for connection in connections:
            ready.register(connection.socket, selectors.EVENT_READ, connection)
            connection.ask()
        answers, begun, busy = 0, time.perf_counter(), time.process_time()
        until = begun + seconds
        while (now := time.perf_counter()) < until:
            for key, _ in ready.select(timeout=1):
                if key.data.has_answer():
                    answers += 1
                    key.data.ask()
        busy = (time.process_time() - busy) / (now - begun)
    return {
        "answers": answers,
        "asked_before": len(connections),
        "seconds": now - begun,
        "statuses": sorted(statuses),
        "bytes": length,
        "busy": busy,
    }


if __name__ == "__main__":
    ports, address, seconds, *headers = sys.argv[1:]
    print(json.dumps(load([int(port) for port in ports.split(",")], address, float(seconds), headers)))
