"""Holds every figure, list, date and vote of a draft against the register (`accede check`).

Two steps: `find` reads the draft and knows nothing of the register; `judge` asks the register, loaded once with what the
claims need. A sentence that is not understood makes no claim.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from accede.intake.documents import read_document
from accede.overview.load import Kind, load
from accede.paper.tree import Document
from accede.records.current import current
from accede.records.values import View
from accede.register.models import TreatyVersion
from accede.register.treaty_file import read_treaty
from accede.reporting.checker.answers import Answers
from accede.reporting.checker.find import claims_of
from accede.reporting.checker.judge import findings, needs
from accede.reporting.checker.passages import refuse_long
from accede.reporting.checker.reading.vocabulary import Names
from accede.reporting.checker.values import Checked
from accede.vocabulary.state_names import shipped_names


def check_file(path: Path, treaty: str, view: View, *, is_asked: bool) -> tuple[Document, Checked]:
    """A draft and all its findings. `is_asked`: somebody named the day of the view. Raises Unreadable, UnknownName."""
    document = read_document(path)
    refuse_long(document, str(path))
    return document, check(document, treaty, view, is_asked=is_asked)


def check(document: Document, treaty: str, view: View, *, is_asked: bool) -> Checked:
    """All findings of a draft, as known in a view. Raises UnknownName for a treaty the register does not hold."""
    names = names_of(treaty, view)
    claims = list(claims_of(document, names, view.as_of, is_asked=is_asked))
    answers = answers_for(treaty, view, needs(claims))
    return Checked(tuple(findings(claims, answers)))


def names_of(treaty: str, view: View) -> Names:
    """The names of all treaties and States that the register holds."""
    held = current(TreatyVersion, view)
    return Names(treaty, [read_treaty(each.fact.definition, f"{each.key}.toml") for each in held], shipped_names())


def answers_for(treaty: str, view: View, kinds: frozenset[str]) -> Answers:
    """The register with these kinds of evidence, ready to be asked."""
    return Answers(load(view, treaty, *cast("list[Kind]", sorted(kinds | {"actions", "occasions"}))))
