"""Finished bytes that a process keeps, the last asked for, up to a size. What is public only."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock


class Kept:
    """Bytes by name, up to `most` bytes in all."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> bytes | None:
        with self._lock:
            found = self._held.get(name)
            if found is not None:
                self._held.move_to_end(name)
            return found

    def put(self, name: str, body: bytes) -> None:
        with self._lock:
            self.size += len(body) - len(self._held.pop(name, b""))
            self._held[name] = body
            while self.size > self.most:
                self.size -= len(self._held.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self.size = 0
