"""The counts and the signs of life in OpenMetrics format, for whoever brings the token. Where none is set there is no such page."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import metadata

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from accede.publishing.refusals import no_page
from accede.watching import signs, tally


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Everything, as it is now."""
    if not _is_let_in(request):
        return no_page(request)
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Everything())
    headers = {"Cache-Control": "no-store"}
    told: bytes = generate_latest(registry)  # type: ignore[no-untyped-call]
    return HttpResponse(told, content_type=CONTENT_TYPE_LATEST, headers=headers)


def _is_let_in(request: HttpRequest) -> bool:
    wanted = settings.ACCEDE_METRICS_TOKEN
    brought = request.headers.get("Authorization", "")
    return bool(wanted) and hmac.compare_digest(brought.encode(), f"Bearer {wanted}".encode())


class _Everything(Collector):
    """What is told, in the order in which it is told."""

    def collect(self) -> Iterator[Metric]:
        yield from _of_requests(tally.counts())
        yield from _of_disk(signs.of_disk())
        try:
            found = signs.of_database(datetime.now(UTC))
        except DatabaseError:
            connection.close()
            yield _gauge("database_up", "Whether the database answers.", 0)
            return
        yield _gauge("database_up", "Whether the database answers.", 1)
        yield from _of_database(found)


def _of_requests(counts: tally.Counts) -> Iterator[Metric]:
    version = InfoMetricFamily("accede", "What answers.")
    version.add_metric((), {"version": _version()})
    yield version
    yield _gauge("processes", "Processes that have counted since the start of the server.", counts.processes())
    requests = CounterMetricFamily("accede_requests", "Requests by route and status.", labels=("route", "status"))
    seconds = CounterMetricFamily(
        "accede_request_seconds", "Time that requests took.", labels=("route",), unit="seconds"
    )
    statements = CounterMetricFamily("accede_statements", "Statements asked of the database.", labels=("route",))
    size = CounterMetricFamily(
        "accede_answer_bytes", "Bytes of answers, before compression.", labels=("route",), unit="bytes"
    )
    for each in counts.by_route():
        for status, number in each.by_status.items():
            requests.add_metric((each.route, str(status) if status else "other"), number)
        seconds.add_metric((each.route,), each.seconds)
        statements.add_metric((each.route,), each.statements)
        size.add_metric((each.route,), each.bytes)
    yield from (requests, seconds, statements, size)
    took = HistogramMetricFamily(
        "accede_request_duration_seconds",
        "How long requests took, by part of the site.",
        labels=("area",),
        unit="seconds",
    )
    for area in counts.by_area():
        so_far, buckets = 0, []
        for bound, number in zip((*map(str, tally.BOUNDS), "+Inf"), area.by_bound, strict=True):
            so_far += number
            buckets.append((bound, float(so_far)))
        took.add_metric((area.area,), buckets, area.seconds)
    yield took
    slow = CounterMetricFamily("accede_slow_statements", "Statements that took longer than ACCEDE_SLOW_QUERY_MS.")
    slow.add_metric((), counts.slow())
    yield slow


def _of_disk(found: signs.OfDisk) -> Iterator[Metric]:
    yield _gauge("disk_free_bytes", "Free where the register lives.", found.free, "bytes")
    yield _instant("backup", "When a backup was last made.", found.backed_up_at)
    yield _instant("verify", "When the register was last held against its seals.", found.verified_at)
    if found.verified_ok is not None:
        yield _gauge("verify_ok", "Whether it was whole then.", int(found.verified_ok))
    yield _instant("witness", "When the witness of the chain was last written to on this machine.", found.noted_at)


def _of_database(found: signs.OfDatabase) -> Iterator[Metric]:
    yield _gauge("audit_entries", "Length of the audit chain.", found.entries)
    yield _instant("audit_entry", "When the newest audit entry was written.", found.written_at)
    yield _gauge("workers", "Processes that do work in the background, as they announced themselves.", found.workers)
    yield _instant("worker_seen", "When one of them was last seen.", found.worker_seen_at)
    jobs = GaugeMetricFamily(
        "accede_jobs", "Jobs by kind and state; ended ones are listed for a while.", labels=("kind", "state")
    )
    for (kind, state), number in sorted(found.jobs.items()):
        jobs.add_metric((kind, state), number)
    yield jobs
    due = GaugeMetricFamily(
        "accede_job_due_timestamp_seconds",
        "Since when the oldest job that is due waits.",
        labels=("kind",),
        unit="seconds",
    )
    for kind, since in sorted(found.due_since.items()):
        due.add_metric((kind,), since.timestamp())
    yield due
    yield _gauge("records_for_review", "Records that wait for a second person.", found.for_review)
    yield _instant("records_for_review_since", "Since when the oldest of them waits.", found.review_since)
    yield _gauge("mail_waiting", "Letters that are to be sent.", found.mail_waiting)
    yield _instant("mail_waiting_since", "Since when the oldest of them waits.", found.mail_since)
    yield _gauge(
        "mail_unknown",
        "Letters offered to a mail server of which nobody knows whether it took them.",
        found.mail_offered,
    )
    yield _gauge("replies_waiting", "Messages that came in and are matched with no State.", found.replies_waiting)


def _gauge(name: str, told: str, value: float, unit: str = "") -> Metric:
    return GaugeMetricFamily(f"accede_{name}", told, value=value, unit=unit)


def _instant(name: str, told: str, at: datetime | None) -> Metric:
    """Instants and not ages: who reads them knows what time it is. Without one there is no sample."""
    family = GaugeMetricFamily(f"accede_{name}_timestamp_seconds", told, labels=(), unit="seconds")
    if at is not None:
        family.add_metric((), at.timestamp())
    return family


def _version() -> str:
    try:
        return metadata.version("accede")
    except metadata.PackageNotFoundError:
        return "not installed"
