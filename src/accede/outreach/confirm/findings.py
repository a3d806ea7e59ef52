"""From what a State answered to proposals for the register: nothing is recorded here, a person chooses, another one accepts.

What was submitted becomes the source: a text of the answers as they were put and given, without who filled them in, without who
comes to a meeting, without what was said to the presidency alone, and without what is only meant to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, override

from accede.activities.values import Activity
from accede.evidence.values import Code, Confirmation, Practice, Statement
from accede.intake.findings import Certainty, DocumentKind, Findings, Proposal
from accede.intake.prose.circumstances import codes_of
from accede.outreach.confirm.answers import Answers, EntryAnswer, QuestionAnswer, without_persons
from accede.outreach.confirm.fields import Field, FieldKind, parts_of, title_of
from accede.outreach.confirm.form import Entry, Form
from accede.outreach.confirm.read import TICKED, values_of
from accede.overview.items import PracticeItem, StatementItem
from accede.publishing.wording import headed, when
from accede.reporting.checker.reading.languages import language_of
from accede.vocabulary.activities import ActivityKind
from accede.vocabulary.confirming import Holds
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Actor, Claim, ClaimStatus, PracticeKind, Question
from accede.vocabulary.state_names import shipped_names
from accede.vocabulary.statements import Channel, TextKind

ON_RECORD = ("statements", "practices", "questions")
"""The parts of the form that are about what is so; of "words" the statement alone."""
KINDS = {
    Question.MORATORIUM: PracticeKind.MORATORIUM,
    Question.STOCKPILE: PracticeKind.STOCKPILE,
    Question.PRODUCTION: PracticeKind.PRODUCTION,
    Question.TRANSFER: PracticeKind.TRANSFER,
    Question.USE: PracticeKind.USE,
}


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers, laid out as a text: `lines` by the name of the field that they answer."""

    text: str
    places: dict[str, str]


def answered(form: Form, answers: Answers, came_on: date) -> Answered:
    """What was submitted as a text, in the language of the form; the same answers give the same text."""
    with override(answers.language):
        values = values_of(form, without_persons(answers))
        lines = [title_of(form), gettext("Sent on %(day)s") % {"day": when(PartialDate.on_day(came_on))}]
        places: dict[str, str] = {}
        for part in parts_of(form):
            for block in part.blocks:
                told = [(field, values[field.name]) for field in block.fields if _is_on_record(part.key, field)]
                if not any(value for _, value in told):
                    continue
                place = block.heading or next((each.words for each in block.told), part.heading)
                lines += ["", place]
                for field, value in told:
                    if value:
                        lines += _lines(field, value)
                        places[field.name] = _short(place)
    return Answered("\n".join(_plain(line) for line in lines), places)


def findings_of(form: Form, answers: Answers, came_on: date, *, reply_to: str | None = None) -> Findings:
    """The proposals. `reply_to` is the key of the activity that the round of letters is: "" where that is not told, None where no
    letter was answered."""
    reader = _Reader(form, answers, PartialDate.on_day(came_on), reply_to, answered(form, answers, came_on))
    names = shipped_names()
    return Findings(
        kind=DocumentKind.REPLY,
        title=f"Form of {names.in_sentence(form.state)} on what is on record, {reader.on.wording()}",
        as_of=reader.on,
        proposals=tuple(reader.proposals()),
        not_understood=(),
        states=(form.state,),
        treaty=form.treaty,
        issued=reader.on,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """One form being read."""

    form: Form
    answers: Answers
    on: PartialDate
    reply_to: str | None
    submitted: Answered

    def proposals(self) -> Iterator[Proposal]:
        """That the State answered a letter; that nothing changed; what it says; what it claims."""
        if self.reply_to is not None:
            yield self.reply(self.reply_to)
        yield from self.confirmation()
        yield from self.statements()
        yield from self.practices()

    def reply(self, reply_to: str) -> Proposal:
        """That it answered, whatever it says."""
        reply = Activity(
            treaty=self.form.treaty, kind=ActivityKind.REPLY, on=self.on, by=self.form.state, reply_to=reply_to
        )
        return Proposal(fact=reply, locator="form", passage=self.submitted.text.split("\n", 1)[0])

    def confirmation(self) -> Iterator[Proposal]:
        """A confirmation renews the last statement, so it is proposed where all or that one is said to be right still."""
        about = {each.key: each for each in self.answers.entries}
        last = self.form.last_said
        said = about.get(last.key) if last else None
        if said is not None and said.holds is Holds.CHANGED:
            return
        if self.answers.confirms_all:
            field, certainty = "nothing_changed", Certainty.READ
            summary = "The State marked in the form that nothing has changed."
        elif last is not None and said is not None and said.holds is Holds.HOLDS:
            others = [about.get(each.key) for each in self.form.statements]
            is_whole = all(each is not None and each.holds is Holds.HOLDS for each in others)
            field, certainty = f"e_{last.sign}_holds", Certainty.READ if is_whole else Certainty.LIKELY
            summary = "The State marked in the form that its last statement is still right."
        else:
            return
        passage = self.passage(field)
        yield Proposal(
            fact=Confirmation(
                treaty=self.form.treaty,
                state=self.form.state,
                said=self.on,
                citation=self.citation(),
                text=passage,
                summary=summary,
                reply_to=self.reply_to or "",
            ),
            locator=self.locator(field),
            passage=passage,
            certainty=certainty,
        )

    def statements(self) -> Iterator[Proposal]:
        """Its own words: what it wishes to have on record, what it corrects, what it answers to a question."""
        given: list[tuple[str, str, str]] = []
        if self.answers.statement:
            given.append(("statement", self.answers.statement, ""))
        entries = {each.key: each for each in self.form.entries}
        for said in self.answers.entries:
            if said.text and said.key in entries:
                entry = entries[said.key]
                given.append((f"e_{entry.sign}_text", said.text, _about(entry)))
        given += [
            (f"q_{each.question}_text", each.text, f", on {each.question.label}")
            for each in self.answers.questions
            if each.text
        ]
        for place, (field, text, about) in enumerate(given, 1):
            yield Proposal(
                fact=Statement(
                    treaty=self.form.treaty,
                    state=self.form.state,
                    occasion="",
                    said=self.on,
                    citation=f"{self.citation()}{about}",
                    channel=Channel.INFORMATION_SENT if self.reply_to is None else Channel.RESPONSE_TO_LETTER,
                    text_kind=TextKind.QUOTATION,
                    text=text,
                    language=language_of(text, self.answers.language),
                    place=place,
                    codes=tuple(Code(kind=kind, code=code, trigger=words) for kind, code, words in codes_of(text)),
                ),
                locator=self.locator(field),
                passage=text,
                certainty=Certainty.READ if field == "statement" else Certainty.LIKELY,
            )

    def practices(self) -> Iterator[Proposal]:
        """What it claims: answers to questions, and what others claimed of it or it claimed before and says to be right."""
        for each in self.answers.questions:
            if each.question in KINDS and (claim := _claimed(each)) is not None:
                field = _answering(each)
                yield Proposal(
                    fact=self.claim(each, claim),
                    locator=self.locator(field),
                    passage=self.passage(field),
                    certainty=Certainty.READ if each.claim is claim else Certainty.LIKELY,
                )
        entries = {each.key: each for each in self.form.practices}
        for said in self.answers.entries:
            if said.holds is Holds.HOLDS and said.key in entries:
                yield self.held_still(entries[said.key], said)

    def claim(self, each: QuestionAnswer, claim: Claim) -> Practice:
        """What it claims of its own practice on this day."""
        is_told = claim is not Claim.NOT_TOLD
        return Practice(
            treaty=self.form.treaty,
            state=self.form.state,
            kind=KINDS[each.question],
            claim=claim,
            status=ClaimStatus.DECLARED if is_told else ClaimStatus.DECLINED,
            claimant=self.form.state,
            claimed=self.on,
            number=each.number,
            acts=each.acts,
            since=each.since,
        )

    def held_still(self, entry: Entry, said: EntryAnswer) -> Proposal:
        """The same claim, made by the State on this day; likely only where somebody else had made it."""
        item = entry.item
        assert isinstance(item, PracticeItem)
        field = f"e_{entry.sign}_holds"
        is_own = item.claimant == self.form.state and item.actor is Actor.STATE
        declined = item.claim is Claim.NOT_TOLD
        again = Practice(
            treaty=self.form.treaty,
            state=self.form.state,
            kind=item.kind,
            claim=item.claim,
            status=ClaimStatus.DECLINED if declined else ClaimStatus.DECLARED if is_own else ClaimStatus.CONFIRMED,
            claimant=self.form.state,
            claimed=self.on,
            actor=item.actor,
            actor_name=item.actor_name,
            place=item.place,
            weapon=item.weapon,
            number=item.number,
            acts=item.acts,
            scope=item.scope,
            since=item.since,
            until=item.until,
        )
        certainty = Certainty.READ if is_own and not said.text else Certainty.LIKELY
        return Proposal(fact=again, locator=self.locator(field), passage=self.passage(field), certainty=certainty)

    def citation(self) -> str:
        """How it is cited, in English as the register's citations are."""
        return f"Answers of {shipped_names().in_sentence(self.form.state)} about its entry, {self.on.wording()}"

    def locator(self, field: str) -> str:
        return f"form, {self.submitted.places.get(field, field)}"

    def passage(self, field: str) -> str:
        """The line of the text that answers a field."""
        with override(self.answers.language):
            value = values_of(self.form, self.answers)[field]
            found = next(
                each
                for part in parts_of(self.form)
                for block in part.blocks
                for each in block.fields
                if each.name == field
            )
            return _plain("\n".join(_lines(found, value)))


def _claimed(each: QuestionAnswer) -> Claim | None:
    """What it answered, or what a number, a day or an act by itself tells; None where nothing does."""
    if each.claim is not None:
        return each.claim
    if each.number is not None:
        return Claim.HAS if each.number else Claim.HAS_NOT
    return Claim.HAS if each.since or each.acts else None


def _answering(each: QuestionAnswer) -> str:
    """The name of the field by which it was answered."""
    name = f"q_{each.question}"
    if each.claim is not None:
        return f"{name}_claim"
    if each.number is not None:
        return f"{name}_number"
    return f"{name}_since" if each.since else f"act_{each.acts[0]}"


def _is_on_record(part: str, field: Field) -> bool:
    return part in ON_RECORD or field.name == "statement"


def _lines(field: Field, value: str) -> list[str]:
    """A field as it was answered."""
    match field.kind:
        case FieldKind.TICK:
            return [field.label] if value == TICKED else []
        case FieldKind.CHOICE:
            return [headed(field.label, dict(field.options)[value])]
        case FieldKind.TEXT:
            return [field.label, *value.split("\n")]
        case _:
            return [headed(field.label, value)]


def _about(entry: Entry) -> str:
    """What a correction is about, in English."""
    item = entry.item
    if isinstance(item, StatementItem):
        return f", on what it said ({item.citation}, {item.said_on.wording()})"
    return f", on {item.kind.label}"


def _short(text: str) -> str:
    text = _plain(" ".join(text.split()))
    return text if len(text) <= 100 else text[:100].rsplit(" ", 1)[0] + " …"


def _plain(text: str) -> str:
    """Without the isolates that set texts of the register apart on a page."""
    return text.replace("\N{FIRST STRONG ISOLATE}", "").replace("\N{POP DIRECTIONAL ISOLATE}", "")


__all__ = ["Answered", "answered", "findings_of"]
