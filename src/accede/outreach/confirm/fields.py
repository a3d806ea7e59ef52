"""The form laid out, in the language that is written in: parts, what is on record, and fields with names, labels and bounds.

The page and the Word form print the same parts; the names of fields are the same in both, in every language and every year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext, gettext_lazy, gettext_noop

from accede.outreach.confirm.form import Ahead, Entry, Form, Open
from accede.overview.items import PracticeItem, StatementItem
from accede.overview.occasions import days_of
from accede.publishing import sentences
from accede.publishing.codes import code_words
from accede.publishing.pages.statements import mark
from accede.publishing.wording import headed, held, language, listed, sentence, when
from accede.vocabulary.capital import capital
from accede.vocabulary.confirming import Holds, Intention
from accede.vocabulary.practices import Claim, PracticeKind, Question
from accede.vocabulary.statements import CodeKind

LONG, SHORT = 4_000, 200
"""Characters of a text and of a line."""
ACTS = (PracticeKind.USE, PracticeKind.PRODUCTION, PracticeKind.EXPORT, PracticeKind.TRANSFER, PracticeKind.STOCKPILE)
"""What a moratorium may cover."""
CLAIMS = (Claim.HAS, Claim.HAS_NOT, Claim.CEASED, Claim.NOT_TOLD)


class FieldKind(Enum):
    """How a field is filled in."""

    TICK = "tick"
    CHOICE = "choice"
    LINE = "line"
    DATE = "date"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in. `name` has at most 20 small letters, digits and "_", as Word has it; `options` are value and words."""

    name: str
    kind: FieldKind
    label: str
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def most(self) -> int:
        """How many characters it takes."""
        return LONG if self.kind is FieldKind.TEXT else SHORT


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is on record: words, their language, and whether they are the State's own."""

    words: str
    language: str
    is_quotation: bool = False
    is_remark: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, what is on record under it, and what is asked about it."""

    heading: str
    told: tuple[Told, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the form."""

    key: str
    heading: str
    opening: str
    blocks: tuple[Block, ...]


def parts_of(form: Form) -> tuple[Part, ...]:
    """The parts, in the language that is written in; those with nothing in them are left out."""
    parts = (_statements(form), _practices(form), _questions(form), _ahead(form), _own_words(), _who())
    return tuple(part for part in parts if part.blocks)


def fields_of(form: Form) -> dict[str, Field]:
    """Every field by its name."""
    return {field.name: field for part in parts_of(form) for block in part.blocks for field in block.fields}


def title_of(form: Form) -> str:
    """What the form is called."""
    return gettext("%(state)s: what is on record, to be confirmed") % {"state": sentences.name(form.state)}


def opening_of(form: Form) -> str:
    """Where the State stands, and when it was last heard."""
    return f"{sentences.standing(form.found, form.as_of)} {sentences.last_word(form.found)}"


def _statements(form: Form) -> Part:
    nothing = gettext("No statement of your State is held.")
    every = Field(
        "nothing_changed",
        FieldKind.TICK,
        gettext("Nothing has changed: all that is on record here is still right."),
    )
    blocks = tuple(_entry(each) for each in form.statements)
    return Part(
        "statements",
        gettext("What your State has said"),
        gettext("Please say of each whether it is still right; what you leave open stays as it is.")
        if blocks
        else nothing,
        (Block("", (), (every,)), *blocks) if form.entries else (),
    )


def _practices(form: Form) -> Part:
    return Part(
        "practices",
        gettext("What is on record about mines"),
        gettext("Some of this was said by others; each line says by whom. Your State’s own word stands beside it."),
        tuple(_entry(each) for each in form.practices),
    )


def _entry(entry: Entry) -> Block:
    item = entry.item
    heading = _cited(item) if isinstance(item, StatementItem) else ""
    told = tuple(_said(item)) if isinstance(item, StatementItem) else (_claimed(item),)
    about = f"e_{entry.sign}"
    return Block(
        heading,
        told,
        (
            Field(f"{about}_holds", FieldKind.CHOICE, gettext("Is it still right?"), options=_options(Holds)),
            Field(
                f"{about}_text",
                FieldKind.TEXT,
                gettext("What is to be corrected or added, in your State’s own words"),
            ),
        ),
    )


def _cited(item: StatementItem) -> str:
    return capital(headed(when(item.said_on), held(item.citation)))


def _said(item: StatementItem) -> Iterator[Told]:
    text = item.text or item.summary
    spoken = item.language if item.text else "en"
    own = item.text != "" and item.text_kind.value == "quotation"
    yield Told(sentence([mark(item.text_kind)]), language(), is_remark=True)
    for paragraph in (part for part in text.split("\n") if part.strip()):
        yield Told(paragraph, spoken, is_quotation=own)
    if item.text and item.summary:
        yield Told(item.summary, "en", is_remark=True)
    if item.codes:
        by_kind = {kind: [code_words(code) for code in item.codes if code.kind is kind] for kind in CodeKind}
        said = [
            sentence([headed(capital(gettext(kind.label)), listed(tuple(dict.fromkeys(words))))])
            for kind, words in by_kind.items()
            if words
        ]
        yield Told(" ".join(said), language(), is_remark=True)
    for each in item.confirmed:
        yield Told(
            gettext("Confirmed on %(day)s (%(citation)s).") % {"day": when(each.on), "citation": held(each.citation)},
            language(),
            is_remark=True,
        )


def _claimed(item: PracticeItem) -> Told:
    return Told(sentences.practice(item), language())


_ASKED = {
    Question.REASONS: gettext_noop("For what reasons does your State remain outside the Convention?"),
    Question.MORATORIUM: gettext_noop("Does your State apply a moratorium?"),
    Question.STOCKPILE: gettext_noop("Does your State hold a stockpile of anti-personnel mines?"),
    Question.PRODUCTION: gettext_noop("Does your State produce anti-personnel mines?"),
    Question.TRANSFER: gettext_noop("Does your State export or otherwise transfer anti-personnel mines?"),
    Question.USE: gettext_noop("Does your State use anti-personnel mines?"),
}
_CLAIMED = {
    Claim.HAS: gettext_lazy("yes"),
    Claim.HAS_NOT: gettext_lazy("no"),
    Claim.CEASED: gettext_lazy("no longer"),
    Claim.NOT_TOLD: gettext_lazy("we do not say"),
}


def _questions(form: Form) -> Part:
    return Part(
        "questions",
        gettext("Questions"),
        gettext("These are asked of every State. Those that are open come first. Answer as many as you wish."),
        tuple(_question(each) for each in form.questions),
    )


def _question(each: Open) -> Block:
    return Block(
        gettext(_ASKED[each.question]), (Told(_answered(each), language(), is_remark=True),), tuple(_asked(each))
    )


def _answered(each: Open) -> str:
    if each.last is None:
        return gettext("No answer of your State is on record.")
    return gettext("Last answered: %(day)s.") % {"day": when(each.last)}


def _asked(each: Open) -> Iterator[Field]:
    name = f"q_{each.question}"
    if each.question is not Question.REASONS:
        options = tuple((str(claim), str(_CLAIMED[claim])) for claim in CLAIMS)
        yield Field(
            f"{name}_claim", FieldKind.CHOICE, gettext("Answer"), options=(("", gettext("no answer")), *options)
        )
    if each.question is Question.MORATORIUM:
        for act in ACTS:
            label = gettext("The moratorium covers: %(act)s") % {"act": gettext(act.label)}
            yield Field(f"act_{act}", FieldKind.TICK, label)
        yield Field(f"{name}_since", FieldKind.DATE, gettext("Since when"), gettext("A year, a month or a day"))
    if each.question is Question.STOCKPILE:
        yield Field(f"{name}_number", FieldKind.NUMBER, gettext("How many, if your State says so"))
    yield Field(f"{name}_text", FieldKind.TEXT, gettext("In your State’s own words"))


def _ahead(form: Form) -> Part:
    latest = [sentences.report(item) for item in form.reports[:1]]
    report = Block(
        gettext("Voluntary report"),
        tuple(Told(words, language(), is_remark=True) for words in latest)
        or (Told(gettext("No report of your State is on record."), language(), is_remark=True),),
        (
            Field(
                "report",
                FieldKind.CHOICE,
                gettext("Does your State mean to submit a report under Article 7?"),
                options=_options(Intention),
            ),
            Field("report_text", FieldKind.LINE, gettext("When, and about what")),
        ),
    )
    return Part("ahead", gettext("What lies ahead"), "", (report, *(_meeting(each) for each in form.meetings)))


def _meeting(each: Ahead) -> Block:
    days = days_of(each.fact) or each.fact.starts
    place = sentence([part for part in (when(days) if days else "", held(each.fact.city)) if part])
    return Block(
        held(each.fact.title or each.fact.name),
        (Told(place, language(), is_remark=True),),
        (
            Field(
                f"m_{each.sign}_comes",
                FieldKind.CHOICE,
                gettext("Will your State take part?"),
                options=_options(Intention),
            ),
            Field(
                f"m_{each.sign}_who",
                FieldKind.LINE,
                gettext("By whom"),
                gettext("For the organizers alone; it is not put on record."),
            ),
        ),
    )


def _own_words() -> Part:
    statement = Field(
        "statement",
        FieldKind.TEXT,
        gettext("What your State wishes to have put on record about the Convention"),
        gettext("It is quoted as you write it, once it has been looked at."),
    )
    message = Field(
        "message", FieldKind.TEXT, gettext("A message to the presidency"), gettext("It is not put on record.")
    )
    return Part("words", gettext("In your own words"), "", (Block("", (), (statement, message)),))


def _who() -> Part:
    name = Field("filled_by", FieldKind.LINE, gettext("Name"))
    function = Field("function", FieldKind.LINE, gettext("Function and mission or ministry"))
    return Part(
        "who",
        gettext("Who fills this in"),
        gettext("So that the presidency can ask you back. It is not put on record, and is erased afterwards."),
        (Block("", (), (name, function)),),
    )


def _options(kind: type[Holds] | type[Intention]) -> tuple[tuple[str, str], ...]:
    return (("", gettext("no answer")), *((str(each), gettext(each.label)) for each in kind))
