"""What the State declares of its practice; and, apart from it and never like it, what others say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, pgettext

from accede.outreach.letter.annex.matter import Annexed
from accede.outreach.letter.lines import told
from accede.overview.items import PracticeItem
from accede.paper.tree import Cell, Paragraph, Row, Section, Table
from accede.publishing import sentences
from accede.publishing.sentences import act, capital, claimed
from accede.publishing.wording import held, in_thousands, listed, parted, when
from accede.reporting.recipes.prose import words
from accede.vocabulary.practices import Claim, PracticeKind


def practices(matter: Annexed) -> Section | None:
    """The part; none where nothing is held."""
    items = matter.dossier.answer.practices
    own = [item for item in items if item.claimant == item.iso3]
    others = [item for item in items if item.claimant != item.iso3]
    if not items:
        return None
    blocks: list[Paragraph | Table] = []
    if own:
        heads = (gettext("Practice"), gettext("As declared by the State"), gettext("When"))
        header = Row(tuple(Cell((Paragraph(told(head)),)) for head in heads))
        blocks.append(Table("plain", (), (header,), tuple(_row(matter, item) for item in own), (26.0, 38.0, 36.0)))
    if others:
        lead = gettext("As said by others, not by the State; that it is recorded is no judgement on it:")
        blocks += [matter.plain(lead), *_entries(matter, others)]
    return Section("", told(gettext("Practice")), tuple(blocks))


def _row(matter: Annexed, item: PracticeItem) -> Row:
    keys = (item.evidence,)
    kind = Paragraph(told(capital(gettext(item.kind.label))), matter.next_number())
    details = parted(_details(item))
    claim = gettext(item.status.label) if item.kind is PracticeKind.POLICY else _claim(item.claim)
    said = [Paragraph(told(claim)), *([Paragraph(told(details), kind="note")] if details else [])]
    on = Paragraph(words(*told(claimed(item.claimed)), *matter.mark((item.source, item.evidence))))
    return Row((Cell((kind,)), Cell(tuple(said), keys), Cell((on,), keys)))


def _claim(claim: Claim) -> str:
    """What the State said of a practice of its own."""
    match claim:
        case Claim.HAS:
            return pgettext("declared", "yes")
        case Claim.HAS_NOT:
            return pgettext("declared", "no")
        case Claim.CEASED:
            return pgettext("declared", "ceased")
        case Claim.NOT_TOLD:
            return pgettext("declared", "declined to say")
        case Claim.UNKNOWN:
            return pgettext("declared", "not known")


def _details(item: PracticeItem) -> Iterator[str]:
    if item.acts:
        yield gettext("covers %(acts)s") % {"acts": listed([act(each) for each in item.acts])}
    if item.weapon:
        yield held(item.weapon)
    if item.number is not None:
        yield gettext("number: %(number)s") % {"number": in_thousands(item.number)}
    if item.since:
        yield gettext("since %(day)s") % {"day": when(item.since)}
    if item.until:
        yield gettext("until %(day)s") % {"day": when(item.until)}
    if item.scope:
        yield held(item.scope)


def _entries(matter: Annexed, items: Iterable[PracticeItem]) -> list[Paragraph]:
    return [matter.entry(told(sentences.practice(item)), source=item.source, evidence=item.evidence) for item in items]
