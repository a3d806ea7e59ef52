"""From what was filled in to Answers, whether on the page or in Word, and back to what is shown filled in.

Nothing is cleaned in silence: what cannot be kept is told by the name of its field, and everything else stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from accede.outreach.confirm.answers import Answers, EntryAnswer, MeetingAnswer, QuestionAnswer
from accede.outreach.confirm.fields import ACTS, Field, FieldKind, fields_of
from accede.outreach.confirm.form import Form, Open
from accede.paper.sound import UNPRINTABLE
from accede.publishing.wording import in_thousands, language, when
from accede.vocabulary.confirming import Holds, Intention
from accede.vocabulary.errors import InvalidDate
from accede.vocabulary.partial_date import PartialDate, read_date
from accede.vocabulary.practices import Claim, Question

TURNED = re.compile("[\\u202a-\\u202e\\u2066-\\u2069]")
"""Marks that turn the text after them around; those of a letter's own direction (U+200E, U+200F, U+061C) are no danger."""
TICKED = "1"
MOST_MINES = 10**10

Values = Mapping[str, str]
"""What was filled in, by the name of the field: the value of a choice, "1" for a tick, else the text as it was typed."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was read: the answers, and what is wrong with a field, by its name. With something wrong, answers is None."""

    answers: Answers | None
    wrong: Mapping[str, str]


def read(form: Form, values: Values) -> Filled:
    """The answers, in the language that is written in. What stands under other names than those of the form is not looked at."""
    fields = fields_of(form)
    wrong = {name: why for name, field in fields.items() if (why := _wrong(field, values.get(name, "")))}
    if wrong:
        return Filled(None, wrong)
    given = {name: _even(values.get(name, "")) for name in fields}
    return Filled(_answers(form, given), {})


def values_of(form: Form, answers: Answers) -> dict[str, str]:
    """What shows these answers filled in."""
    values = {
        "nothing_changed": TICKED if answers.nothing_changed else "",
        "report": str(answers.report or ""),
        "report_text": answers.report_text,
        "statement": answers.statement,
        "message": answers.message,
        "filled_by": answers.filled_by,
        "function": answers.function,
    }
    entries, meetings = {each.key: each for each in answers.entries}, {each.occasion: each for each in answers.meetings}
    for entry in form.entries:
        if said := entries.get(entry.key):
            values |= {f"e_{entry.sign}_holds": str(said.holds or ""), f"e_{entry.sign}_text": said.text}
    for meeting in form.meetings:
        if told := meetings.get(meeting.key):
            values |= {f"m_{meeting.sign}_comes": str(told.comes or ""), f"m_{meeting.sign}_who": told.who}
    for each in answers.questions:
        values |= {
            f"q_{each.question}_claim": str(each.claim or ""),
            f"q_{each.question}_since": _written(each.since) if each.since else "",
            f"q_{each.question}_number": "" if each.number is None else str(each.number),
            f"q_{each.question}_text": each.text,
        } | {f"act_{act}": TICKED for act in each.acts}
    return {name: values.get(name, "") for name in fields_of(form)}


def _written(on: PartialDate) -> str:
    """A date as it is filled in: in words where they are read back to the same, else as EDTF."""
    worded = when(on)
    return worded if date_of(worded) == on else on.edtf


def _answers(form: Form, given: Values) -> Answers:
    return Answers(
        treaty=form.treaty,
        state=form.state,
        as_of=form.as_of,
        language=language(),
        nothing_changed=given.get("nothing_changed") == TICKED,
        entries=tuple(_entries(form, given)),
        questions=tuple(_questions(form.questions, given)),
        report=_intention(given["report"]),
        report_text=given["report_text"],
        meetings=tuple(_meetings(form, given)),
        statement=given["statement"],
        message=given["message"],
        filled_by=given["filled_by"],
        function=given["function"],
    )


def _entries(form: Form, given: Values) -> Iterator[EntryAnswer]:
    for entry in form.entries:
        holds, text = given[f"e_{entry.sign}_holds"], given[f"e_{entry.sign}_text"]
        if holds or text:
            yield EntryAnswer(key=entry.key, holds=Holds(holds) if holds else None, text=text)


def _questions(questions: tuple[Open, ...], given: Values) -> Iterator[QuestionAnswer]:
    for each in questions:
        name = f"q_{each.question}"
        claim, since, number = (given.get(f"{name}_{part}", "") for part in ("claim", "since", "number"))
        is_moratorium = each.question is Question.MORATORIUM
        said = QuestionAnswer(
            question=each.question,
            claim=Claim(claim) if claim else None,
            since=date_of(since) if since else None,
            number=number_of(number) if number else None,
            acts=tuple(str(act) for act in ACTS if is_moratorium and given[f"act_{act}"] == TICKED),
            text=given[f"{name}_text"],
        )
        if said != QuestionAnswer(question=each.question):
            yield said


def _meetings(form: Form, given: Values) -> Iterator[MeetingAnswer]:
    for each in form.meetings:
        comes, who = given[f"m_{each.sign}_comes"], given[f"m_{each.sign}_who"]
        if comes or who:
            yield MeetingAnswer(occasion=each.key, comes=_intention(comes), who=who)


def _intention(value: str) -> Intention | None:
    return Intention(value) if value else None


def _wrong(field: Field, value: str) -> str:
    """What is wrong with what was filled in; "" where nothing is."""
    text = _even(value)
    if found := UNPRINTABLE.search(text) or TURNED.search(text):
        return gettext("It has a sign in it that cannot be printed (%(sign)s). Take it out and send it again.") % {
            "sign": f"U+{ord(found[0]):04X}"
        }
    if len(text) > field.most:
        return gettext("It has %(number)s characters; there is room for %(most)s. Shorten it, or add it as a file.") % {
            "number": in_thousands(len(text)),
            "most": in_thousands(field.most),
        }
    match field.kind:
        case FieldKind.TICK if text not in ("", TICKED):
            return gettext("Choose one of the answers that are offered.")
        case FieldKind.CHOICE if text not in dict(field.options):
            return gettext("Choose one of the answers that are offered.")
        case FieldKind.DATE if text and date_of(text) is None:
            return gettext("This is not understood as a date. Write it as 2018, 2018-05 or 2018-05-06.")
        case FieldKind.NUMBER if text and number_of(text) is None:
            return gettext("Write the number in digits, or leave it open.")
    return ""


def date_of(text: str) -> PartialDate | None:
    """A date in the language that is written in, in English or in EDTF; None for what is none."""
    for spoken in dict.fromkeys((language(), "en")):
        try:
            return read_date(text, spoken)
        except InvalidDate:
            continue
    try:
        return PartialDate.parse(text)
    except InvalidDate:
        return None


def number_of(text: str) -> int | None:
    """A whole number, its thousands parted by spaces, commas or full stops; in the digits of any script. None for what is none."""
    digits = re.sub(r"(?<=\d)[\s\u00a0\u202f.,'\u066c](?=\d{3}(?!\d))", "", text.strip())
    if not digits.isdecimal() or len(digits) > len(str(MOST_MINES)):
        return None
    return int(digits)


def _even(value: str) -> str:
    """With the line ends of every machine made one, and no white space around."""
    return "\n".join(line.rstrip() for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
