"""What the presidency and others did to bring States in, and the answers. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from accede.publishing.register import PublicRegister
from accede.publishing.tables.bearing import borne
from accede.publishing.tables.row import Bearing, Day, Provenance, Row, day, known_day, provenance, says, word
from accede.publishing.tables.table import Table
from accede.vocabulary.activities import ActivityKind, PressTone, SetOff
from accede.vocabulary.practices import Actor


class ActivityRow(Row, frozen=True, kw_only=True):
    """An activity."""

    treaty: Annotated[str, says("Key of the treaty.")]
    kind: Annotated[ActivityKind, says("What was done.")]
    on: Annotated[Day, says("When.")]
    by: Annotated[str, says("Who acted: an ISO alpha-3 key, President, ISU, or the name of an organization.")]
    presidency: Annotated[str | None, says("ISO 3166-1 alpha-3 key of the State presiding then.")]
    title: Annotated[str | None, says("Its title.")]
    towards: Annotated[tuple[str, ...], says("Keys of the States it was done towards.")]
    towards_all_outside: Annotated[bool, says("Whether it went to every State outside the treaty.")]
    towards_count: Annotated[int | None, says("To how many States it went, as the source says.")]
    meeting: Annotated[str | None, says("Key of the meeting at which it was done.")]
    forum: Annotated[str | None, says("Name of another forum.")]
    plan_actions: Annotated[tuple[str, ...], says("Keys of the plan's actions it was done under.")]
    reply_to: Annotated[str | None, says("Key of the activity it answers.")]
    tone: Annotated[PressTone | None, says("Of a press release: welcome, regret or condemnation.")]
    about_state: Annotated[str | None, says("Of a press release: the State concerned; not always who acted.")]
    alleged_by: Annotated[str | None, says("Who alleges what set it off.")]
    actor: Annotated[Actor | None, says("Who is said to have acted.")]
    weapon: Annotated[str | None, says("With which weapon.")]
    places: Annotated[tuple[str, ...], says("Where.")]
    set_off_on: Annotated[Day | None, says("When what set it off happened.")]
    summary: Annotated[str | None, says("Our own summary.")]
    on_behalf_of: Annotated[str | None, says("For whom somebody else acted: an ISO alpha-3 key or a name.")]
    place: Annotated[str | None, says("Where it was.")]
    participants: Annotated[
        tuple[str, ...],
        says(
            "States and organizations that took part, never persons; of bilateral meetings, calls and démarches none."
        ),
    ]
    follows: Annotated[str | None, says("Key of the activity it follows up, where that is public too.")]
    set_off: Annotated[SetOff | None, says("Of a press release or an appeal: what set it off.")]
    actor_name: Annotated[str | None, says("Name of who is said to have acted.")]
    bearing: Annotated[Bearing, says("counts; or another source that agrees or contradicts.")]
    source: Annotated[Provenance, says("Where the record comes from:")]


def rows(register: PublicRegister) -> Iterator[ActivityRow]:
    """The activities that had happened by the day, in the order of days."""
    public = {each.key for each in register.activities}
    found = [
        each
        for each in borne(register.topics(register.activities))
        if register.has_happened(each[0].fact.on, each[0].source)
    ]
    for record, bearing in sorted(found, key=lambda each: (each[0].fact.on.counts_from, each[0].key)):
        fact = record.fact
        yield ActivityRow(
            key=record.key,
            treaty=fact.treaty,
            kind=fact.kind,
            on=known_day(fact.on),
            by=fact.by,
            presidency=word(fact.presidency),
            title=word(fact.title),
            towards=fact.towards,
            towards_all_outside=fact.towards_all_outside,
            towards_count=fact.towards_count,
            meeting=word(fact.occasion),
            forum=word(fact.forum),
            plan_actions=fact.plan_actions,
            reply_to=word(fact.reply_to),
            tone=fact.tone,
            about_state=word(fact.about_state),
            alleged_by=word(fact.alleged_by),
            actor=fact.actor,
            weapon=word(fact.weapon),
            places=fact.places,
            set_off_on=day(fact.set_off_on),
            summary=word(fact.summary),
            on_behalf_of=word(fact.on_behalf_of),
            place=word(fact.place),
            participants=() if fact.kind.is_confidential else fact.participants,
            follows=word(fact.follows if fact.follows in public else ""),
            set_off=fact.set_off,
            actor_name=word(fact.actor_name),
            bearing=bearing,
            source=provenance(register, record),
        )


TABLE = Table(
    name="activities",
    title="Activities",
    description="Letters, replies, meetings, visits, appeals and press releases of the presidency and others.",
    row=ActivityRow,
    rows=rows,
    dated="on",
)
