"""A letter as a paper: letterhead, addressee, the texts filled in, signature; then the annex, on a page of its own.

Pure but for `register_for`. The tree: the sections before the first heading are the letter itself, of which the first is the
address and the last, of a letter that is signed, the place of the signature; `render` sets the address above the title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from django.utils.translation import gettext, override

from accede.activities.letters import Letter, Round
from accede.outreach.letter.address import formal_name, meeting_told, table_name, to_addressee
from accede.outreach.letter.annex import annex
from accede.outreach.letter.annex.matter import annexed
from accede.outreach.letter.lines import told
from accede.outreach.letter.texts import letter_words
from accede.outreach.letter.variables import filled, paragraphs, refuse_unknown
from accede.overview.load import EVERY_KIND, load
from accede.overview.occasions import occasion
from accede.overview.register import Register
from accede.paper.tree import Document, Masthead, Paragraph, Run, Section
from accede.publishing.wording import headed, parted
from accede.records.values import View
from accede.register.values import Occasion
from accede.reporting.recipes.prose import typographic, words
from accede.vocabulary.errors import Refused
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterForm, LetterPlace
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

KIND = "letter"
NEEDS = EVERY_KIND
PUBLIC = frozenset({Classification.PUBLIC})
BODY = (LetterPlace.OPENING, LetterPlace.REQUEST, LetterPlace.INVITATION, LetterPlace.CLOSING)


def register_for(treaty: str, as_of: date, known_on: datetime | None = None) -> Register:
    """The register that letters are written from: what is public and accepted, on a day, as known by an instant (now)."""
    view = View(as_of=as_of, known_on=known_on or datetime.now(UTC), classes=PUBLIC, accepted=True)
    return load(view, treaty, *NEEDS)


def letter_document(
    register: Register,
    round: Round,  # noqa: A002  what it is called everywhere
    letter: Letter,
    texts: Mapping[LetterPlace, str],
    *,
    organization: str = "",
    salutation: str = "",
    link: str = "",
) -> Document:
    """The letter to a State, in the letter's language, from what is public in the register on its view's day.

    `texts` are the round's in that language, by place. `organization` is who is addressed (default: the State by its formal
    name), `salutation` how the letter begins (default: the usual one), `link` the address at which the State can answer. A
    note verbale has neither salutation nor signature. Raises Refused for a register that shows what is not public or a
    variable that is unknown, UnknownName for a State, a meeting or a language.
    """
    if not register.view.public and register.view.classes != PUBLIC:
        raise Refused("a letter tells what is public alone", remedy="Load the register with register_for")
    written = letter.language
    words_ = letter_words(written)
    invited = tuple(occasion(register, key).fact for key in round.invites)
    values = _values(register, round, letter, organization, link, invited)
    asked = {**texts, **({LetterPlace.REQUEST: letter.exception} if letter.exception.strip() else {})}
    subject = asked.get(LetterPlace.SUBJECT, "")
    refuse_unknown(subject)
    prose = [text for place in BODY for text in paragraphs(asked.get(place, ""), values)]
    is_note = round.form is LetterForm.NOTE_VERBALE
    greeting = [] if is_note else [salutation or words_.salutation]
    with override(written):
        matter = annexed(register, letter.state)
        sections = [
            Section("", (), tuple(_plain(line) for line in _address(letter, organization))),
            Section("", (), tuple(_plain(text) for text in (*greeting, *prose))),
            *([] if is_note else [Section("", (), tuple(_signature(round, written)))]),
            annex(matter, invited),
        ]
        head = _masthead(register, round, letter)
    return Document(
        kind=KIND,
        language=written,
        masthead=head,
        title=words(typographic(filled(subject, values))),
        sections=tuple(sections),
        as_of=register.view.as_of.isoformat(),
        known_on=register.view.known_on.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
    )


def _values(
    register: Register, round_: Round, letter: Letter, organization: str, link: str, invited: tuple[Occasion, ...]
) -> dict[str, str]:
    """What stands in the place of each variable; empty where there is nothing."""
    written = letter.language
    names = register.treaty.names[Language(written)]
    with override(written):
        meetings = parted(meeting_told(each, written) for each in invited)
    return {
        "state": table_name(letter.state, written),
        "formal_state": formal_name(letter.state, written),
        "addressee": organization or formal_name(letter.state, written),
        "to_addressee": to_addressee(organization, written),
        "convention": typographic(names.short or names.formal),
        "formal_convention": typographic(names.formal),
        "presidency": table_name(round_.presidency, written) if round_.presidency else "",
        "number": letter.number,
        "date": round_.on.wording(written),
        "as_of": _day(register.view.as_of, written),
        "due": round_.due.wording(written) if round_.due else "",
        "meeting": meetings,
        "link": f"\N{FIRST STRONG ISOLATE}{link}\N{POP DIRECTIONAL ISOLATE}" if link and written == "ar" else link,
    }


def _day(on: date, language: str) -> str:
    return PartialDate.on_day(on).wording(language)


def _masthead(register: Register, round_: Round, letter: Letter) -> Masthead:
    written = letter.language
    presidency = table_name(round_.presidency, written) if round_.presidency else ""
    presiding = headed(gettext("Presidency"), presidency) if presidency else gettext("Presidency")
    return Masthead(
        organ=typographic(register.treaty.names[Language(written)].formal),
        meeting=gettext("Note verbale") if round_.form is LetterForm.NOTE_VERBALE else presiding,
        place_and_dates=presiding if round_.form is LetterForm.NOTE_VERBALE else "",
        symbol=letter.number,
        dated=round_.on.wording(written),
    )


def _address(letter: Letter, organization: str) -> Iterator[str]:
    yield from (
        line.strip()
        for line in (organization or formal_name(letter.state, letter.language)).splitlines()
        if line.strip()
    )


def _signature(round_: Round, language: str) -> Iterator[Paragraph]:
    """Who signs; the function of somebody without a name, or where neither is given, the Presidency."""
    if round_.signatory:
        yield Paragraph((Run(round_.signatory, "bold"),))
    if round_.signatory_function or not round_.signatory:
        yield _plain(round_.signatory_function or gettext("The Presidency"))


def _plain(text: str) -> Paragraph:
    return Paragraph(told(typographic(text)))
