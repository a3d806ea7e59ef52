"""What readers are given of the register: names, occasions, treaties. Made again only where one of them was recorded."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from django.db.models import Max

from accede.intake.ground import Ground
from accede.intake.propose import ground_of
from accede.records.models import Event, Version
from accede.records.values import View
from accede.register.models import NameVersion, OccasionVersion, TreatyVersion

MODELS: tuple[type[Version], ...] = (NameVersion, OccasionVersion, TreatyVersion)


def ground(treaty: str) -> Ground:
    """The ground of a treaty as it is now."""
    newest = [model.objects.aggregate(newest=Max("id"))["newest"] or 0 for model in MODELS]  # type: ignore[attr-defined]
    happened = Event.objects.filter(record__in=[model.record_kind() for model in MODELS]).count()
    return _ground(treaty, (*newest, happened))


@lru_cache(maxsize=4)
def _ground(treaty: str, state_of_it: tuple[int, ...]) -> Ground:
    return ground_of(treaty, View(as_of=date.max, known_on=datetime.now(UTC)))
