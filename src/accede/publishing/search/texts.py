"""What can be found: each State, statement, practice, activity, meeting, roll call and word of the glossary, as a text. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.translation import gettext

from accede.activities.values import Activity
from accede.evidence.rules import newest_by
from accede.overview.ballot_history import held_votes
from accede.overview.dossier import statement_items
from accede.overview.gaps import heard_of
from accede.overview.items import activity_item, practice_item
from accede.overview.meeting import meetings_held
from accede.overview.occasions import key_of
from accede.overview.practices import practices
from accede.overview.register import Register
from accede.publishing import sentences
from accede.publishing.addresses import slug
from accede.publishing.codes import code_words
from accede.publishing.glossary import TERMS
from accede.publishing.regions import region
from accede.publishing.roll_call import key_of as roll_call_key
from accede.publishing.roll_call import name_of, text_of
from accede.publishing.wording import language, when
from accede.vocabulary.label import Labelled
from accede.vocabulary.punctuation import marks
from accede.vocabulary.state_names import shipped_names


class Kind(Labelled):
    """Kinds of what is found, in the order in which they are listed."""

    STATE = "state", "States"
    STATEMENT = "statement", "Statements"
    PRACTICE = "practice", "Claims about practice"
    ACTIVITY = "activity", "Activities"
    MEETING = "meeting", "Meetings"
    ROLL_CALL = "roll_call", "Roll calls"
    TERM = "term", "Words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What may be found, where it is (`page`, `of`, `anchor`), and what is shown of it.

    `body` is in `language` ("" for the page's own) and is what snippets are cut from; `beside` is searched and not shown.
    """

    kind: Kind
    title: str
    body: str
    beside: str = ""
    language: str = ""
    page: str
    of: Mapping[str, object] = field(default_factory=dict)
    anchor: str = ""
    region: str = ""
    year: str = ""


def texts(register: Register) -> Iterator[Text]:
    """Everything that can be found, in the language that is written in now."""
    regions = {each.fact.iso3: region(each.fact) for each in register.states}
    yield from _states(regions)
    yield from _statements(register, regions)
    yield from _practices(register, regions)
    yield from _activities(register, regions)
    yield from _meetings(register)
    yield from _roll_calls(register)
    for term in TERMS:
        meaning = gettext(term.meaning).replace("*", "")
        yield Text(kind=Kind.TERM, title=gettext(term.word), body=meaning, page="glossary", anchor=term.anchor)


def _states(regions: Mapping[str, str]) -> Iterator[Text]:
    """Each State with all its names in all languages, so that it is found by any of them."""
    for iso3, names in groupby(sorted(shipped_names().all, key=lambda name: name.state), key=lambda name: name.state):
        if iso3 in regions:
            every = dict.fromkeys(name.text for name in names)
            yield Text(
                kind=Kind.STATE,
                title=sentences.name(iso3),
                body="",
                beside=" · ".join((iso3, *every)),
                page="state",
                of={"iso3": iso3},
                region=regions[iso3],
            )


def _titled(*parts: str) -> str:
    return marks(language()).comma.join(parts)


def _statements(register: Register, regions: Mapping[str, str]) -> Iterator[Text]:
    for iso3, heard in heard_of(register).items():
        for item in statement_items(heard):
            yield Text(
                kind=Kind.STATEMENT,
                title=_titled(sentences.name(iso3), item.citation),
                body=item.text or item.summary,
                beside=" · ".join((item.translation, item.summary, *map(code_words, item.codes))),
                language=item.language if item.text else "en",
                page="statements",
                anchor=slug(item.evidence),
                region=regions.get(iso3, ""),
                year=str(newest_by(item.said_on).year),
            )


def _practices(register: Register, regions: Mapping[str, str]) -> Iterator[Text]:
    for topic in practices(register):
        fact = topic.counts.fact
        if fact.state in regions:
            yield Text(
                kind=Kind.PRACTICE,
                title=_titled(sentences.name(fact.state), when(fact.claimed)),
                body=sentences.practice(practice_item(topic.counts)),
                page="state",
                of={"iso3": fact.state},
                anchor="does",
                region=regions[fact.state],
                year=str(newest_by(fact.claimed).year),
            )


def _activities(register: Register, regions: Mapping[str, str]) -> Iterator[Text]:
    for held in register.counting(register.activities):
        if not register.has_happened(held.fact.on, held.source):
            continue
        state = _about(held.fact)
        yield Text(
            kind=Kind.ACTIVITY,
            title=_titled(gettext(held.fact.kind.label), when(held.fact.on)),
            body=sentences.activity(activity_item(held)),
            page="state" if state in regions else "home",
            of={"iso3": state} if state in regions else {},
            anchor="towards" if state in regions else "",
            region=regions.get(state, ""),
            year=str(newest_by(held.fact.on).year),
        )


def _meetings(register: Register) -> Iterator[Text]:
    """Each meeting of the treaty that has begun: by its key, its title, where it was and who presided."""
    for held in meetings_held(register).held:
        fact, key = held.fact, key_of(held)
        named = [sentences.name(iso3) for iso3 in (fact.country, fact.presidency) if iso3]
        yield Text(
            kind=Kind.MEETING,
            title=_titled(key, when(fact.starts)) if fact.starts else key,
            body=fact.title or fact.name,
            beside=" · ".join((key, fact.name, fact.city, fact.president, gettext(fact.kind.label), *named)),
            language="en",
            page="meeting",
            of={"key": key},
            year=str(newest_by(fact.starts).year) if fact.starts else "",
        )


def _roll_calls(register: Register) -> Iterator[Text]:
    for vote in held_votes(register):
        call = vote.call
        yield Text(
            kind=Kind.ROLL_CALL,
            title=name_of(call),
            body=call.title or text_of(call),
            beside=" · ".join((call.symbol, call.draft, gettext(Kind.ROLL_CALL.label))),
            language="en" if call.title else "",
            page="rollcall",
            of={"key": roll_call_key(call.body, call.session)},
            year=str(newest_by(call.voted).year),
        )


def _about(activity: Activity) -> str:
    """The one State an activity is about or went to; empty where there are several or none."""
    if activity.about_state:
        return activity.about_state
    return activity.towards[0] if len(activity.towards) == 1 else ""
