"""A sealed paper: bytes with a hash, kept for good. A correction is a new edition, never a change of one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.paper.canonical import canonical_bytes, document_from, tree_hash
from accede.paper.tree import Document, text_of
from accede.records import kept
from accede.records.models import EventKind
from accede.records.write import writing
from accede.reporting.models import ClearanceVersion, EditionVersion
from accede.reporting.values import Edition
from accede.vocabulary.errors import Damaged, Refused
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

FOLDER = "editions"
REMEDY = "Put back the copy of the last backup"


def seal(
    actor: Actor,
    document: Document,
    *,
    treaty: str,
    symbol: str = "",
    classification: Classification = Classification.PUBLIC,
    accepted_by: str = "",
) -> Edition:
    """Keep the canonical bytes of a paper, and record that this is the edition. Sealing it again adds nothing.

    A symbol given here is printed in the masthead of what is sealed. `accepted_by` is who cleared the paper: by that the edition is
    accepted too, and can be released. Raises Refused for a paper that does not say as
    of which day and as known on which instant it speaks, and for one that bears another symbol already; NotAllowed.
    """
    actor.must(Verb.SEAL, classification, where=text_of(document.title))
    printed = document.masthead.symbol
    if symbol and printed and symbol != printed:
        raise Refused(
            f"the paper bears the symbol {printed}, not {symbol}", remedy="Write it again with the symbol it is to have"
        )
    if symbol:
        document = replace(document, masthead=replace(document.masthead, symbol=symbol))
    if not (document.as_of and document.known_on):
        raise Refused(
            "a paper that was not written from the register cannot be sealed",
            where=text_of(document.title),
            remedy="Import it, and write the paper from the register",
        )
    edition = Edition(
        treaty=treaty,
        paper=document.kind,
        title=text_of(document.title),
        language=document.language,
        as_of=PartialDate.on_day(date.fromisoformat(document.as_of)),
        known_on=document.known_on,
        tree_sha256=tree_hash(document),
        symbol=document.masthead.symbol,
    )
    kept.keep(FOLDER, canonical_bytes(document))
    with writing(actor.name, "seal") as write:
        if not EditionVersion.objects.filter(key=edition_key(edition)).exists():
            write.record(edition_key(edition), edition, source="", classification=classification)
            if accepted_by:
                write.happen(
                    EventKind.ACCEPTANCE, EditionVersion, edition_key(edition), 1, reason="cleared", by=accepted_by
                )
    return edition


def edition_key(edition: Edition) -> str:
    """The key of an edition's record: what it is a paper of, and the first characters of its hash."""
    return f"{edition.treaty}/{edition.paper}/{edition.as_of.edtf}/{edition.language}/{edition.tree_sha256[:16]}"


def rebuild(edition: Edition) -> Document:
    """The paper that was sealed, from its kept bytes: the same tree, and so the same file in every format.

    Raises Damaged where the kept file is gone or is not what was sealed.
    """
    place = f"{FOLDER}/{edition.tree_sha256}"
    try:
        content = kept.read(FOLDER, edition.tree_sha256)
    except FileNotFoundError as error:
        raise Damaged("the sealed paper is gone", where=place, remedy=REMEDY) from error
    if hashlib.sha256(content).hexdigest() != edition.tree_sha256:
        raise Damaged("the sealed paper was changed after it was sealed", where=place, remedy=REMEDY)
    return document_from(content)


def missing_editions() -> Iterator[str]:
    """A sentence for each sealed or cleared paper whose bytes are gone; changed ones are found by `records.kept.damaged`."""
    for word, model in (("sealed", EditionVersion), ("cleared", ClearanceVersion)):
        named = model.objects.order_by("id").values_list("key", "tree_sha256")
        for sentence in kept.missing(FOLDER, named):
            yield sentence.replace("its kept copy", f"the {word} paper", 1)
