"""Write the public site, the API's answers and the data to a folder: only what changed, all at once."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.db import connections

from accede.publishing.held import register_of
from accede.publishing.site import days as site_days
from accede.publishing.site import further, pages
from accede.publishing.site.assets import assets
from accede.publishing.site.file import File, Group, Lying, State, Written
from accede.publishing.site.leak import Appearing, appearing
from accede.publishing.site.links import relative
from accede.publishing.site.manifest import LEFT, NAME, PUBLIC_KEY, SIGNATURE, leave, left_in, manifest, sign
from accede.publishing.site.tree import replacing
from accede.publishing.standpoint import Standpoint, standpoint
from accede.records.parent import end_with
from accede.vocabulary.errors import Damaged, Refused

PACKED = frozenset(
    {".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".ics", ".map", ".atom", ".jsonld"}
)
"""Files that are also there compressed, for servers that send such files as they are."""
OURS = frozenset({NAME, SIGNATURE, PUBLIC_KEY, LEFT})

Progress = Callable[[str, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How many pages the publication has, how many of its files were written and were the same before, and the seconds."""

    pages: int
    written: int
    unchanged: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be published: fixed before anything is written."""

    now: Standpoint
    days: Mapping[date, str]
    assets: Mapping[str, File]

    def names(self) -> Mapping[str, str]:
        """The path of each style and script by its address."""
        return {address: file.path for address, file in self.assets.items()}

    def groups(self) -> list[Group]:
        """All files."""
        static = Group("styles", lambda: self.assets.values())
        return [static, *pages.groups(self.now, self.days), *further.groups(self.now, self.days)]


def publication(now: datetime | None = None) -> Publication:
    """The publication of this instant."""
    at = standpoint(now or datetime.now(UTC))
    return Publication(at, site_days.days(register_of(at)), assets())


def new_to_the_public(folder: Path, asked: Publication) -> tuple[Appearing, ...]:
    """What will be seen that the publication in the folder does not show. Raises Refused for a folder of something else."""
    before = None
    if left_in(folder):
        before = datetime.fromisoformat(json.loads((folder / NAME).read_bytes())["known_on"])
    return appearing(asked.now.view(), before)


def publish(
    folder: Path, asked: Publication, *, processes: int = 0, progress: Progress = lambda what, number: None
) -> Published:
    """Write it, in so many processes (0: one a processor).

    Where nothing changed nothing is written, not even a time. Raises Refused where the folder holds something else or another
    publication is under way, Damaged for links that lead nowhere: nothing is published then.
    """
    started = monotonic()
    before, groups = left_in(folder), asked.groups()
    told = _told(folder, before, groups)
    if told is not None:
        return Published(pages=told, written=0, unchanged=len(before), seconds=monotonic() - started)
    with replacing(folder) as staged:
        made = list(
            _made(_Job(folder, staged, before, asked.names()), groups, processes or os.cpu_count() or 1, progress)
        )
        state = {path: held for part in made for path, held in part.state.items()}
        broken = _broken(made, state)
        if broken:
            raise Damaged(f"{len(broken)} links of the site lead to no page ({'; '.join(broken[:5])})")
        content = manifest(settings.ACCEDE_TREATY, asked.now.known_on.isoformat(), asked.now.today.isoformat(), state)
        signature, key = sign(content)
        for name, body in ((NAME, content), (SIGNATURE, signature), (PUBLIC_KEY, key)):
            (staged / name).write_bytes(body)
        leave(staged, state)
    return Published(
        pages=sum(part.pages for part in made),
        written=sum(part.written for part in made),
        unchanged=sum(len(part.state) - part.written for part in made),
        seconds=monotonic() - started,
    )


@dataclass(frozen=True, slots=True)
class _Job:
    folder: Path
    staged: Path
    before: State
    names: Mapping[str, str]


@dataclass(slots=True)
class _Part:
    """What became of a group. `links` gives each file that is linked to, with a page that links to it."""

    state: dict[str, Written]
    links: dict[str, str]
    pages: int = 0
    written: int = 0


def _told(folder: Path, before: State, groups: Iterable[Group]) -> int | None:
    """The number of pages where the folder holds all files as they must be; None where anything differs."""
    if not before:
        return None
    number = count = 0
    for group in groups:
        for file in group.files():
            if not _is_same(folder, file, before):
                return None
            count, number = count + 1, number + file.is_page
    return number if count == len(before) and all((folder / name).is_file() for name in OURS) else None


def _is_same(folder: Path, file: File, before: State) -> bool:
    """Whether the file lies there as the last publication left it, and would be made the same."""
    held = before.get(file.path)
    return (
        held is not None and held.depends_on == _digest(file.depends_on.encode()) and _is_left(folder / file.path, held)
    )


def _made(job: _Job, groups: Sequence[Group], processes: int, progress: Progress) -> Iterator[_Part]:
    """Each group made, in processes that share the register in memory."""
    _working.append((job, groups))
    done = 0
    try:
        with _parallel(processes) as each:
            for part in each(_make, range(len(groups))):
                done += part.pages
                progress("pages", done)
                yield part
    finally:
        _working.clear()


@contextmanager
def _parallel(processes: int) -> Iterator[Callable[..., Iterable[_Part]]]:
    """A `map` whose results come in any order. Raises Refused where the system ends a process, as for want of memory."""
    if processes == 1:
        yield map
        return
    connections.close_all()  # each process opens its own
    with ProcessPoolExecutor(
        processes,
        mp_context=get_context("fork"),
        initializer=end_with,  # without us they would wait for ever, and hold the folder
        initargs=(os.getpid(), signal.SIGKILL),
    ) as pool:
        try:
            yield lambda make, numbers: (
                done.result() for done in as_completed([pool.submit(make, n) for n in numbers])
            )
        except BrokenProcessPool as error:
            raise Refused(
                "the system ended a process that wrote pages",
                remedy="Look for what takes up the memory, and publish again",
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


_working: list[tuple[_Job, Sequence[Group]]] = []
"""What this process and its children publish; at most one."""


def _make(number: int) -> _Part:
    job, groups = _working[0]
    part = _Part({}, {})
    for file in groups[number].files():
        part.pages += file.is_page
        links = _links(job, file, part)
        for target in links:
            part.links.setdefault(target, file.path)
    return part


def _links(job: _Job, file: File, part: _Part) -> set[str]:
    """Put the file into its place; the files it links to, where it is a page that was made again."""
    place, before = job.staged / file.path, job.before.get(file.path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if before is not None and _is_same(job.folder, file, job.before):
        _take_over(job, file.path)
        part.state[file.path] = before
        return set()
    body = file.make()
    links: set[str] = set()
    if file.is_page:
        body, links = relative(body, file.path, job.names)
    depends_on, sha256 = _digest(file.depends_on.encode()), _digest(body)
    if before is not None and before.sha256 == sha256 and _is_left(job.folder / file.path, before):
        _take_over(job, file.path)
    else:
        part.written += 1
        place.write_bytes(body)
        if place.suffix in PACKED:
            _packed(place).write_bytes(gzip.compress(body, 6, mtime=0))
    packed = _lying(_packed(place)) if place.suffix in PACKED else None
    part.state[file.path] = Written(depends_on=depends_on, sha256=sha256, plain=_lying(place), packed=packed)
    return links


def _is_left(place: Path, held: Written) -> bool:
    """Whether the file and its compressed form, which servers send in its stead, lie there as they were left."""
    try:
        return _lying(place) == held.plain and (held.packed is None or _lying(_packed(place)) == held.packed)
    except FileNotFoundError:
        return False


def _packed(place: Path) -> Path:
    return place.with_name(f"{place.name}.gz")


def _lying(place: Path) -> Lying:
    found = place.stat()
    return Lying(found.st_size, found.st_mtime_ns)


def _take_over(job: _Job, path: str) -> None:
    """The file of the last publication, and its compressed form: the same file under a second name."""
    place = job.folder / path
    for held in (place, _packed(place)):
        if held.exists():
            os.link(held, job.staged / held.relative_to(job.folder))


def _broken(made: Iterable[_Part], state: State) -> tuple[str, ...]:
    return tuple(
        sorted(
            f"{target} in {path}"
            for part in made
            for target, path in part.links.items()
            if target not in state and target not in OURS
        )
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
