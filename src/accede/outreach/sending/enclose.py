"""What a message has with it: the letter as PDF, and where asked for the form to be filled in. Made once, kept, sent as kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from accede.accounts.actor import Actor
from accede.activities.letters import Letter, Round
from accede.outreach.confirm.link import link_for
from accede.outreach.confirm.word import word_form
from accede.outreach.models import Delivery
from accede.outreach.rounds.composed import FOLDER, cleared_tree, has_link, register_for, with_link
from accede.records import kept
from accede.records.values import Evidence
from accede.reporting.render import pdf
from accede.vocabulary.errors import Damaged


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The bytes of the letter, and of the form (empty where none goes with it)."""

    letter: bytes
    form: bytes


def enclose(actor: Actor, delivery: Delivery, round_: Evidence[Round], letter: Evidence[Letter]) -> Enclosed:
    """The files of a delivery, made from the tree that was cleared where they were not made before.

    The file that was made to be handed over, or went to another address of the State, is the one that goes. A letter that has a
    place for the address at which the State answers gets one of its own, made here and not known before.
    Raises Damaged where what was cleared or made is gone, Unreadable for a letter that cannot be printed, Refused, UnknownName.
    """
    if letter.fact.file_sha256:
        delivery.file_sha256 = letter.fact.file_sha256
    if not delivery.file_sha256:
        document = cleared_tree(letter)
        if has_link(document):
            document = with_link(document, link_for(actor, letter.key))
        delivery.file_sha256 = kept.keep(FOLDER, pdf.render(document))
        delivery.save(update_fields=["file_sha256"])
    if delivery.bears_form and not delivery.form_sha256:
        delivery.form_sha256 = kept.keep(FOLDER, word_form(register_for(round_.fact), round_.fact, letter.fact))
        delivery.save(update_fields=["form_sha256"])
    return Enclosed(
        letter=_kept(delivery, delivery.file_sha256),
        form=_kept(delivery, delivery.form_sha256) if delivery.bears_form else b"",
    )


def _kept(delivery: Delivery, name: str) -> bytes:
    try:
        content = kept.read(FOLDER, name)
    except FileNotFoundError as error:
        raise Damaged("a file that goes with the letter is gone", where=delivery.letter, remedy=_REMEDY) from error
    if hashlib.sha256(content).hexdigest() != name:
        raise Damaged("a file that goes with the letter was changed", where=delivery.letter, remedy=_REMEDY)
    return content


_REMEDY = "Put back the copy of the last backup, or cancel the letter and queue it again"
