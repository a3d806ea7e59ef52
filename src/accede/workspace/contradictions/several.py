"""What sources say against each other: every side with its source and grade; one is chosen, with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from accede.accounts.policy import Verb
from accede.overview.contradictions import Claimed, Contradiction, contradictions
from accede.overview.register import Register
from accede.publishing import sentences, wording
from accede.publishing.addresses import slug
from accede.publishing.pages.contradictions import about, claimed
from accede.records.choose import Chosen, choices_made, choose
from accede.records.models import MODEL_OF_FACT
from accede.records.reference import Reference
from accede.records.reviewing import Standing, stages
from accede.vocabulary.errors import Refused, UnknownName
from accede.workspace.asking import Asking, register_of
from accede.workspace.records.page import address_of
from accede.workspace.records.told import kind_words, subject
from accede.workspace.screens import render, see_other


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it says, where that is from, whether it answers now; `reference` names it in the form, "" for none."""

    says: str
    source: str
    grade: str
    dated: str
    stage: str
    counts: bool
    is_chosen: bool
    address: str
    reference: str


@dataclass(frozen=True, slots=True)
class Item:
    """A contradiction. `chosen` says who chose, when and why; `caution` what a choice would do beyond it."""

    id: str
    topic: str
    about: str
    states: str
    sides: tuple[Side, ...]
    chosen: str
    why: str
    caution: str
    reason: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """Everything the template prints: those that nobody has chosen between first."""

    title: str
    opening: str
    open: tuple[Item, ...]
    settled: tuple[Item, ...]
    may_choose: bool


def several(request: Asking) -> HttpResponse:
    """All contradictions; a choice between the sides of one."""
    register = register_of(request.actor)
    found = contradictions(register)
    if request.method != "POST":
        return _answer(request, register, found)
    topic, reason = request.POST.get("topic", ""), request.POST.get("reason", "")
    wanted = next((each for each in found if each.topic == topic), None)
    if wanted is None:
        raise UnknownName("there is no such contradiction any more", where=topic, remedy="Look at the list again")
    reference = next(
        (held for side in wanted.sides if _told(held := _reference(side)) == request.POST.get("record", "")), None
    )
    try:
        if reference is None:
            raise Refused("no side is chosen", remedy="Choose the side that is right")
        choose(request.actor, reference, topic=topic, reason=reason)
    except Refused as error:
        return _answer(request, register, found, topic, reason, error.told)
    messages.success(request, gettext("Chosen: %(what)s.") % {"what": _about(wanted)})
    return see_other(f"{reverse('workspace:contradictions')}#{_id(topic)}")


def _answer(
    request: Asking,
    register: Register,
    found: Iterable[Contradiction],
    topic: str = "",
    reason: str = "",
    problem: str = "",
) -> HttpResponse:
    held = list(found)
    made = choices_made()
    standing = stages(_reference(side) for each in held for side in each.sides)
    settled = [each for each in held if _chosen(each, made)]
    still_open = [each for each in held if not _chosen(each, made)]

    def items(some: Iterable[Contradiction]) -> tuple[Item, ...]:
        return tuple(
            _item(
                register,
                each,
                _chosen(each, made),
                standing,
                reason if each.topic == topic else "",
                problem if each.topic == topic else "",
            )
            for each in some
        )

    page = ContradictionsPage(
        title=gettext("Contradictions"),
        opening=_opening(len(still_open), len(settled)),
        open=items(still_open),
        settled=items(settled),
        may_choose=bool(request.actor.classes(Verb.JUDGE)),
    )
    return render(request, "contradictions/contradictions.html", page, status=409 if problem else 200)


def _opening(still_open: int, settled: int) -> str:
    if not still_open and not settled:
        return gettext("No two records contradict each other.")
    told = ngettext(
        "On %(number)s question the records contradict each other, and nobody has chosen.",
        "On %(number)s questions the records contradict each other, and nobody has chosen.",
        still_open,
    ) % {"number": still_open}
    if not settled:
        return told
    chosen = ngettext("On %(number)s somebody has.", "On %(number)s somebody has.", settled) % {"number": settled}
    return f"{told} {chosen}"


def _chosen(found: Contradiction, made: Mapping[str, Chosen]) -> Chosen | None:
    """The choice that stands, if it is for one of the sides."""
    choice = made.get(found.topic)
    keys = {side.record.key for side in found.sides}
    return choice if choice is not None and choice.reference.key in keys else None


def _item(
    register: Register,
    found: Contradiction,
    choice: Chosen | None,
    standing: Mapping[Reference, Standing],
    reason: str,
    problem: str,
) -> Item:
    said = ""
    if choice is not None:
        said = gettext("%(who)s chose on %(day)s.") % {"who": choice.by, "day": wording.day(choice.at.date())}
    return Item(
        id=_id(found.topic),
        topic=found.topic,
        about=_about(found),
        states=wording.listed([sentences.name(iso3) for iso3 in found.states]),
        sides=tuple(_side(register, side, choice, standing) for side in found.sides),
        chosen=said,
        why=choice.reason if choice else "",
        caution=_caution(found),
        reason=reason,
        problem=problem,
    )


def _about(found: Contradiction) -> str:
    """What the sides differ on; a record that has no words of its own for that by its kind and name."""
    if found.about != found.topic:
        return about(found.about)
    kind = kind_words(_reference(found.sides[0]).kind)
    return wording.headed(kind, wording.held(subject(found.sides[0].record.fact)))


def _side(register: Register, side: Claimed, choice: Chosen | None, standing: Mapping[Reference, Standing]) -> Side:
    source = register.sources.get(side.record.source)
    dated = (source.information_as_of or source.issued) if source else None
    reference = _reference(side)
    stage = standing[reference].stage
    is_chosen = choice is not None and choice.reference.key == side.record.key
    return Side(
        says=_says(side),
        source=source.title if source else side.record.source,
        grade=gettext(source.grade.label) if source else "",
        dated=wording.when(dated) if dated else "",
        stage=gettext(stage.label),
        counts=side.counts or is_chosen,
        is_chosen=is_chosen,
        address=address_of(reference.kind, reference.key),
        reference=_told(reference) if stage.is_accepted else "",
    )


def _says(side: Claimed) -> str:
    if not side.ballots:
        return claimed(side.says)
    by_ballot: dict[str, list[str]] = {}
    for iso3, ballot in side.ballots:
        by_ballot.setdefault(gettext(ballot.label), []).append(sentences.name(iso3))
    parts = [wording.headed(ballot, wording.listed(names)) for ballot, names in by_ballot.items()]
    return "; ".join(parts)


def _caution(found: Contradiction) -> str:
    """Of roll calls: a choice is for the whole record, and not for the ballots in question alone."""
    if not any(side.ballots for side in found.sides):
        return ""
    held = [str(len(side.record.fact.ballots)) for side in found.sides]
    return gettext(
        "A choice is for the whole roll call: the records hold %(numbers)s ballots. To change one ballot, correct the record."
    ) % {"numbers": wording.listed(held)}


def _reference(side: Claimed) -> Reference:
    kind = MODEL_OF_FACT[type(side.record.fact)].record_kind()
    return Reference(kind, side.record.key, side.record.version)


def _told(reference: Reference) -> str:
    return f"{reference.kind} {reference.version} {reference.key}"


def _id(topic: str) -> str:
    return slug(topic).replace("|", "and")
