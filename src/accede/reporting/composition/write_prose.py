"""Write the words of a paper: a new version of each place that changed. Nobody overwrites what somebody else wrote meanwhile."""

from __future__ import annotations

from collections.abc import Mapping

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.write import writing
from accede.reporting.composition.held import IN_WORK, blocks_of, plan_held
from accede.reporting.recipes.live import refuse_unknown
from accede.reporting.recipes.places import Place, Prose, places_of
from accede.reporting.values import ProseBlock
from accede.vocabulary.errors import Refused

LONGEST = 20_000
"""Characters of a place."""


def write_prose(
    actor: Actor, key: str, texts: Prose, *, expected_versions: Mapping[Place, int], reason: str = ""
) -> tuple[Place, ...]:
    """Record what was written for places of a paper; returns those that changed. All of them or none.

    `expected_versions` are those that were seen (0: nothing was there). Raises NotAllowed; UnknownName for a paper that is not
    planned and for a name in braces that stands for no figure; Refused where somebody else was faster, for a place that the paper
    does not have, and for a text that is too long.
    """
    plan = plan_held(actor, key)
    actor.must(Verb.RECORD, IN_WORK, where=key)
    even = {place: _even(text) for place, text in texts.items()}
    for place, text in even.items():
        _refuse(key, plan.fact.paper.label, place, text, place in places_of(plan.fact.paper))
    written: list[Place] = []
    with writing(actor.name, "write prose", reason=reason.strip() or "wording") as write:
        held = blocks_of(key)
        for place, text in even.items():
            block = held.get(place)
            if text == (block.fact.text if block else ""):
                continue
            if (block.version if block else 0) != expected_versions.get(place, 0):
                raise Refused(
                    f"{block.recorded_by} wrote for “{place.label}” meanwhile"
                    if block
                    else f"nothing was written for “{place.label}” so far",
                    where=key,
                    remedy="Look at both texts and save again",
                )
            fact = ProseBlock(
                treaty=plan.fact.treaty,
                paper=key,
                place=place,
                language=plan.fact.language,
                text=text,
                taken_from=block.fact.taken_from if block else "",
            )
            write.record(f"{key}/{place}", fact, source="", classification=IN_WORK)
            written.append(place)
    return tuple(written)


def _refuse(key: str, paper: str, place: Place, text: str, is_there: bool) -> None:
    if not is_there:
        raise Refused(f"a {paper} has no place “{place.label}” for words", where=key, remedy="Choose another place")
    if len(text) > LONGEST:
        raise Refused(
            f"what is written for “{place.label}” has {len(text):,} characters, more than {LONGEST:,}",
            where=key,
            remedy="Shorten it, or part it",
        )
    refuse_unknown(text, where=place.label)


def _even(text: str) -> str:
    """With the line ends of every machine made one, without white space around."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
