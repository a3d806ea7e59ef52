"""How often somebody asks: counted by network address and by link, without cookies, for all processes of the machine.

A file of fixed size in ACCEDE_HOME holds the counts: whoever comes from many addresses fills no disk and pushes nobody else's
count out. What is counted is named by a keyed hash, so that no address can be read from the file. Two names may share a place
(one in 65,536); then they share a count.
"""

from __future__ import annotations

import fcntl
import hashlib
import mmap
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from time import time

from django.conf import settings

PLACES = 65_536
COUNT = struct.Struct("<II")
"""The window that a count is of, and the count."""
FILE = "attempts"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times within a window of so many seconds."""

    name: str
    most: int
    seconds: int


ASKED = Limit("asked", 300, 600)
"""Requests of an address: a mission opens a page a few times, and many may stand behind one address."""
WRONG = Limit("wrong", 20, 600)
"""Tokens of an address that open nothing."""
OPENED = Limit("opened", 200, 3600)
"""Requests by a link."""
SENT = Limit("sent", 30, 3600)
"""Forms sent by a link, those with mistakes among them."""


def is_over(limit: Limit, who: str) -> bool:
    """Whether the limit has been reached; counts nothing."""
    with _counts() as counts:
        return _count(counts, limit, who) >= limit.most


def note(limit: Limit, who: str) -> bool:
    """Count once more; whether it was still within the limit."""
    with _counts() as counts:
        count = _count(counts, limit, who) + 1
        COUNT.pack_into(counts, _place(limit, who), _window(limit), min(count, 2**32 - 1))
        return count <= limit.most


def network_of(address: str) -> str:
    """The address, or of one of IPv6 the network that a household has: /64."""
    found = ip_address(address)
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or IPv6Address(int(found) >> 64 << 64))
    return str(found)


def _count(counts: mmap.mmap, limit: Limit, who: str) -> int:
    window, count = COUNT.unpack_from(counts, _place(limit, who))
    return count if window == _window(limit) else 0


def _window(limit: Limit) -> int:
    return int(time()) // limit.seconds


def _place(limit: Limit, who: str) -> int:
    key = hashlib.sha256(settings.SECRET_KEY.encode()).digest()
    named = hashlib.blake2b(f"{limit.name}:{who}".encode(), key=key, digest_size=4).digest()
    return int.from_bytes(named, "little") % PLACES * COUNT.size


@contextmanager
def _counts() -> Iterator[mmap.mmap]:
    """The counts, for one process at a time."""
    path = Path(settings.ACCEDE_HOME) / FILE
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(number, fcntl.LOCK_EX)
        if os.fstat(number).st_size != PLACES * COUNT.size:
            os.ftruncate(number, PLACES * COUNT.size)
        with mmap.mmap(number, PLACES * COUNT.size) as counts:
            yield counts
    finally:
        os.close(number)
