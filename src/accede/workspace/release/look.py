"""What would be seen, before anybody decides it; and the decision, by the number of exactly what was shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.publishing.held import loaded
from accede.publishing.pages.corrections import Corrected, corrected
from accede.publishing.site.leak import Appearing, Leak, seen_with, would_appear
from accede.publishing.told import kind_told
from accede.publishing.wording import in_thousands, instant, parted
from accede.records.evidence import evidence_of
from accede.records.models import SourceVersion
from accede.records.reference import Reference
from accede.records.release import release, to_release
from accede.vocabulary.capital import capital
from accede.workspace.asking import Asking
from accede.workspace.release.chosen import Chosen, chosen_of, forget
from accede.workspace.release.lines import OfState, by_state, line_of, titles_of
from accede.workspace.release.words import until_told
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Seen:
    """Records of one kind that some readers would see: `told` how many are new, corrected, or for fewer until now."""

    kind: str
    told: tuple[tuple[str, str], ...]
    states: tuple[OfState, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """Who would see what: everybody, or the States Parties alone."""

    heading: str
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class LookPage:
    """Everything the template prints. `number` confirms exactly this; `has_changed` where another was sent."""

    title: str
    opening: str
    embargo: str
    audiences: tuple[Audience, ...]
    restricted: tuple[str, ...]
    sources: tuple[str, ...]
    corrected: tuple[Corrected, ...]
    unseen: str
    mark: str
    number: str
    button: str
    has_changed: bool
    reason: str
    publication: str


def look(request: Asking, mark: str) -> HttpResponse:
    """The page; sent to it with the number that it shows, what is chosen is released. Raises what `release` raises."""
    chosen = chosen_of(request, mark)
    going = to_release(request.actor, chosen.references, at=chosen.at)
    leak = would_appear(going, chosen.at)
    if request.method != "POST":
        return _shown(request, chosen, going, leak)
    if request.POST.get("number") != leak.number:
        return _shown(request, chosen, going, leak, has_changed=True)
    released = release(
        request.actor, chosen.references, at=chosen.at, reason=request.POST.get("reason", "").strip()[:2000]
    )
    forget(request, mark)
    messages.success(request, _done(released, chosen.at))
    return see_other(reverse("workspace:release"))


def _done(released: int, at: datetime | None) -> str:
    number = {"number": in_thousands(released)}
    if at is None:
        told = ngettext("%(number)s record is released.", "%(number)s records are released.", released)
        return told % number
    told = ngettext(
        "%(number)s record is under embargo until %(instant)s.",
        "%(number)s records are under embargo until %(instant)s.",
        released,
    )
    return told % {**number, "instant": instant(at)}


def _shown(
    request: Asking, chosen: Chosen, going: Mapping[Reference, object], leak: Leak, *, has_changed: bool = False
) -> HttpResponse:
    now = datetime.now(UTC)
    beside = [each for each in _references(leak.all) if each not in chosen.references]
    titles = titles_of(each.key for each in beside)
    after = loaded(seen_with(going, chosen.at)) if leak.corrections else None
    unseen = len(going) - len(leak.all)
    page = LookPage(
        title=gettext("What would be seen"),
        opening=_opening(leak),
        embargo=until_told(chosen.at, now) if chosen.at else "",
        audiences=tuple(_audiences(leak)),
        restricted=tuple(_restricted(leak)),
        sources=tuple(titles.get(each.key, each.key) for each in beside if each.kind == SourceVersion.record_kind()),
        corrected=tuple(corrected(each, after) for each in leak.corrections) if after else (),
        unseen=_unseen(unseen) if unseen else "",
        mark=chosen.mark,
        number=leak.number,
        button=_button(len(going), chosen.at),
        has_changed=has_changed,
        reason=request.POST.get("reason", ""),
        publication=reverse("workspace:publish"),
    )
    return render(request, "release/look.html", page, status=409 if has_changed else 200)


def _references(found: Iterable[Appearing]) -> tuple[Reference, ...]:
    return tuple(Reference(each.kind, each.key, each.version) for each in found)


def _opening(leak: Leak) -> str:
    everybody, parties = len(leak.everybody), len(leak.states_parties)
    told = []
    if everybody:
        said = ngettext(
            "Everybody would see %(number)s record that was not public",
            "Everybody would see %(number)s records that were not public",
            everybody,
        )
        told.append(said % {"number": in_thousands(everybody)})
    if parties:
        said = ngettext(
            "States Parties would see %(number)s record that they did not see",
            "States Parties would see %(number)s records that they did not see",
            parties,
        )
        told.append(said % {"number": in_thousands(parties)})
    return f"{parted(told)}." if told else gettext("Nobody would see anything that they do not see already.")


def _unseen(number: int) -> str:
    return ngettext(
        "%(number)s of the records would be seen by nobody: a later version is released already.",
        "%(number)s of the records would be seen by nobody: later versions are released already.",
        number,
    ) % {"number": in_thousands(number)}


def _button(number: int, at: datetime | None) -> str:
    if at is None:
        return ngettext("Release %(number)s record", "Release %(number)s records", number) % {"number": number}
    told = ngettext("Put %(number)s record under embargo", "Put %(number)s records under embargo", number)
    return told % {"number": number}


def _audiences(leak: Leak) -> Iterable[Audience]:
    for heading, found in (
        (gettext("Everybody"), leak.everybody),
        (gettext("States Parties alone"), leak.states_parties),
    ):
        if found:
            yield Audience(heading, tuple(_seen(found)))


def _seen(found: Iterable[Appearing]) -> Iterable[Seen]:
    kinds: dict[str, list[Appearing]] = {}
    for each in found:
        kinds.setdefault(each.kind, []).append(each)
    for kind, held in kinds.items():
        evidence = evidence_of(_references(held))
        lines = [line_of(reference, each) for reference, each in evidence.items()]
        yield Seen(capital(kind_told(kind)), tuple(_counts(held)), by_state(lines))


def _counts(held: Iterable[Appearing]) -> Iterable[tuple[str, str]]:
    counts: dict[str, int] = {}
    for each in held:
        word = came_from(each)
        counts[word] = counts.get(word, 0) + 1
    for word, number in counts.items():
        yield word, in_thousands(number)


def came_from(each: Appearing) -> str:
    """Who alone could see it until now, in words."""
    if each.came_from is None:
        return gettext("new")
    if each.was_restricted:
        return gettext("until now for %(readers)s only") % {"readers": gettext(each.came_from.label)}
    return gettext("a later version")


def _restricted(leak: Leak) -> Iterable[str]:
    """By State and words what fewer readers could see until now."""
    narrower = [each for each in leak.all if each.was_restricted]
    lines = {reference: line_of(reference, each) for reference, each in evidence_of(_references(narrower)).items()}
    for appearing, reference in zip(narrower, _references(narrower), strict=True):
        line = lines[reference]
        yield " · ".join(part for part in (line.name, line.words, came_from(appearing)) if part)
