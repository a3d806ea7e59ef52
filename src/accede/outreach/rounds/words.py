"""The words of the letters of a round, in each language: ours until somebody writes others. Nobody overwrites another's."""

from __future__ import annotations

from collections.abc import Mapping

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.activities.letters import LetterText, Round
from accede.outreach.done.persons import ADDRESS, TITLED
from accede.outreach.letter import default_texts, refuse_unknown
from accede.outreach.rounds.held import IN_WORK, round_held, texts_held
from accede.outreach.rounds.keys import text_key
from accede.records.write import writing
from accede.vocabulary.errors import Refused, UnknownName
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import LetterPlace

LONGEST = 10_000
"""Characters of a place."""

Texts = Mapping[LetterPlace, str]


def texts_of(round_key: str, round_: Round, language: str) -> Texts:
    """The words of the letters of a round in a language: what was written, and in other places what comes with the programme."""
    written = texts_held(round_key, language)
    given = default_texts(language, round_.form, is_reminder=bool(round_.reminds))
    return {
        place: written[language, place].fact.text if (language, place) in written else given.get(place, "")
        for place in LetterPlace
    }


def write_texts(
    actor: Actor,
    round_key: str,
    language: str,
    texts: Texts,
    *,
    expected_versions: Mapping[LetterPlace, int],
    reason: str = "",
) -> tuple[LetterPlace, ...]:
    """Record the words for places of the letters in one language; returns those that changed. All of them or none.

    `expected_versions` are those that were seen (0: ours). An empty text leaves the place out of the letters. Letters that are
    cleared stay as they were read. Raises NotAllowed; UnknownName for a round or a language that is not there; Refused
    where somebody else was faster, for a text that is too long, and for a name in braces that stands for nothing.
    """
    round_ = round_held(round_key).fact
    actor.must(Verb.RECORD, IN_WORK, where=round_key)
    if language not in {str(each) for each in Language}:
        raise UnknownName(f"letters are not written in “{language}”", where=round_key, remedy="Choose one of the six")
    even = {place: refuse_words(round_key, place.label, text) for place, text in texts.items()}
    written: list[LetterPlace] = []
    with writing(actor.name, "write letters", reason=reason.strip() or "wording") as write:
        held = texts_held(round_key, language)
        shown = texts_of(round_key, round_, language)
        for place, text in even.items():
            if text == shown[place]:
                continue
            before = held.get((language, place))
            if (before.version if before else 0) != expected_versions.get(place, 0):
                raise Refused(
                    f"{before.recorded_by} wrote for “{place.label}” meanwhile"
                    if before
                    else f"nothing was written for “{place.label}” so far",
                    where=round_key,
                    remedy="Look at both texts and save again",
                )
            fact = LetterText(treaty=round_.treaty, round=round_key, language=language, place=place, text=text)
            write.record(text_key(round_key, language, place), fact, source="", classification=IN_WORK)
            written.append(place)
    return tuple(written)


def refuse_words(where: str, place: str, text: str) -> str:
    """The text with even line ends. Raises Refused for one that is too long, and for a variable that is not there."""
    even = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()
    if len(even) > LONGEST:
        raise Refused(
            f"what is written for “{place}” has {len(even):,} characters, more than {LONGEST:,}",
            where=where,
            remedy="Shorten it",
        )
    refuse_unknown(even)
    return even


def refuse_persons_in(where: str, *texts: str) -> None:
    """Raises Refused for an address of mail or a person by title and name in what is never erased."""
    for text in texts:
        found = ADDRESS.search(text) or TITLED.search(text)
        if found:
            raise Refused(
                f"“{found[0]}” is an address or names a person, and what is recorded is never erased",
                where=where,
                remedy="Write the function or the organization instead",
            )


__all__ = ["Texts", "refuse_persons_in", "refuse_words", "texts_of", "write_texts"]
