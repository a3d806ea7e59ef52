"""What a State answers: one typed value, whether it came by the page or in the Word form. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from accede.vocabulary.confirming import Holds, Intention
from accede.vocabulary.errors import Damaged
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.practices import Claim, Question

SHAPE = 1
"""Number of the JSON shape; another one is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAnswer:
    """What the State says of one thing on record (`key` of the evidence): whether it is right, and its own words about it."""

    key: str
    holds: Holds | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswer:
    """What it answers to a question. `acts` are those that a moratorium covers, `number` how many mines a stockpile has."""

    question: Question
    claim: Claim | None = None
    since: PartialDate | None = None
    number: int | None = None
    acts: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAnswer:
    """Whether it comes to a meeting (key of the occasion), and by whom: personal data, which no record holds."""

    occasion: str
    comes: Intention | None = None
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that came in one form, of one State. What was left open is not in it.

    `statement` is meant for the record, in the State's own words; `message` is for the presidency alone. `filled_by` and
    `function` say who filled it in: personal data, which no record holds.
    """

    treaty: str
    state: str
    as_of: date
    language: str
    nothing_changed: bool = False
    entries: tuple[EntryAnswer, ...] = ()
    questions: tuple[QuestionAnswer, ...] = ()
    report: Intention | None = None
    report_text: str = ""
    meetings: tuple[MeetingAnswer, ...] = ()
    statement: str = ""
    message: str = ""
    filled_by: str = ""
    function: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing but who filled it in."""
        return self == _blank(self)

    @property
    def confirms_all(self) -> bool:
        """Whether it says that nothing has changed, and nothing that would contradict it."""
        return self.nothing_changed and not any(each.holds is Holds.CHANGED for each in self.entries)


def _blank(answers: Answers) -> Answers:
    return Answers(
        treaty=answers.treaty,
        state=answers.state,
        as_of=answers.as_of,
        language=answers.language,
        filled_by=answers.filled_by,
        function=answers.function,
    )


def without_persons(answers: Answers) -> Answers:
    """The same without who filled it in, who comes, and what is for the presidency alone."""
    meetings = tuple(replace(each, who="") for each in answers.meetings)
    return replace(answers, filled_by="", function="", message="", meetings=meetings)


def to_json(answers: Answers) -> str:
    """The answers as they are kept."""
    return json.dumps({"shape": SHAPE, **asdict(answers)}, default=_plain, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> Answers:
    """The answers that were kept. Raises Damaged for what is none."""
    try:
        told = json.loads(text)
        if told.pop("shape") != SHAPE:
            raise ValueError("another shape")
        return Answers(
            **told
            | {
                "as_of": date.fromisoformat(told["as_of"]),
                "report": _member(Intention, told["report"]),
                "entries": tuple(
                    EntryAnswer(**each | {"holds": _member(Holds, each["holds"])}) for each in told["entries"]
                ),
                "questions": tuple(_question(each) for each in told["questions"]),
                "meetings": tuple(
                    MeetingAnswer(**each | {"comes": _member(Intention, each["comes"])}) for each in told["meetings"]
                ),
            }
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Damaged(
            "what a State sent is not as it was written", remedy="Put the database of the last backup back"
        ) from error


def _question(told: dict[str, Any]) -> QuestionAnswer:
    return QuestionAnswer(
        **told
        | {
            "question": Question(told["question"]),
            "claim": _member(Claim, told["claim"]),
            "since": PartialDate.parse(told["since"]["edtf"]) if told["since"] else None,
            "acts": tuple(told["acts"]),
        }
    )


def _member(kind: Any, value: str | None) -> Any:
    return kind(value) if value else None


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
