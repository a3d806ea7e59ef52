"""The file of a letter that is handed over: made once, with the address at which the State answers, kept with its hash."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import Letter
from accede.outreach.confirm.link import link_for
from accede.outreach.rounds.composed import FOLDER, cleared_tree, has_link, with_link
from accede.outreach.rounds.held import IN_WORK, letter_held
from accede.outreach.rounds.steps import refuse_slower
from accede.records import kept
from accede.records.write import writing
from accede.reporting.render import pdf
from accede.vocabulary.errors import Refused
from accede.vocabulary.letters import LetterStep


def make_files(actor: Actor, letters: Iterable[tuple[str, int]]) -> int:
    """Make the file of each of these cleared letters (key and the version that was seen); returns how many were made.

    A letter that has its file keeps it. Raises NotAllowed, UnknownName, Damaged; Refused where somebody else was faster, and for
    a letter that is not cleared or went already.
    """
    made = 0
    with writing(actor.name, "make files of letters", reason="to be handed over") as write:
        for key, version in letters:
            actor.must(Verb.RECORD, IN_WORK, where=key)
            held = letter_held(key)
            refuse_slower(held, version)
            if held.fact.step not in (LetterStep.CLEARED, LetterStep.SIGNED):
                raise Refused(
                    f"the letter is {held.fact.step.label}", where=key, remedy="Choose letters that are cleared"
                )
            if held.fact.file_sha256:
                continue
            document = cleared_tree(held)
            if has_link(document):
                document = with_link(document, link_for(actor, key))
            name = kept.keep(FOLDER, pdf.render(document))
            write.record(key, replace(held.fact, file_sha256=name), source="", classification=IN_WORK)
            made += 1
    return made


def printed(letter: Letter) -> bytes | None:
    """The file that was made or sent of a letter; None where there is none, or it is not kept any more."""
    if not letter.file_sha256:
        return None
    try:
        return kept.read(FOLDER, letter.file_sha256)
    except FileNotFoundError:
        return None
