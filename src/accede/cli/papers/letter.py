"""accede paper letter: what is on record about a State, as a letter to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from accede.cli.options import Asked, Day, Named, answer_options
from accede.cli.papers.writing import JSON, Wanted, paper_options, write
from accede.cli.register import FULL, open_for
from accede.vocabulary.languages import Language
from accede.vocabulary.letters import Addressees, LetterForm, LetterStep
from accede.vocabulary.partial_date import PartialDate
from accede.vocabulary.sources import Classification

if TYPE_CHECKING:
    from accede.activities.letters import Letter, Round
    from accede.overview.register import Register

AHEAD = timedelta(days=365)
"""A letter of no round draws attention to the meetings of so many days."""


@click.command(name="letter", epilog=JSON)
@click.argument("iso3")
@paper_options
@click.option(
    "--language", type=click.Choice([str(each) for each in Language]), help="In which language (default: the letter's)."
)
@click.option("--round", "round_key", type=Named("a round, as apmbc/round/2018"), help="The letter of this round.")
@click.option(
    "--form", type=click.Choice([str(each) for each in LetterForm]), default="letter", help="Of a letter of no round."
)
@click.option("--due", type=Day(), help="By when an answer is asked for, in a letter of no round.")
@answer_options
def command(
    asked: Asked, iso3: str, wanted: Wanted, language: str | None, round_key: str | None, form: str, due: date | None
) -> None:
    """The letter to the State ISO3, with the annex of what is on record about it and the questions that are open.

    With --round it has the texts of that round, else those that come with Accede. It tells what is public alone.
    """
    open_for(asked, FULL)
    from accede.outreach.letter import default_texts, letter_document, register_for
    from accede.outreach.letter.held import letter_in, round_in, texts_in

    if round_key:
        round_ = round_in(round_key, asked.known_on)
        register = register_for(round_.treaty, round_.as_of.counts_from, asked.known_on)
        letter = letter_in(round_key, round_, iso3.upper(), asked.known_on, language or "")
        texts = texts_in(round_key, round_, letter.language, asked.known_on)
    else:
        register = register_for(asked.treaty, asked.as_of, asked.known_on)
        round_, letter = _sample(register, asked, wanted, iso3.upper(), language or "en", LetterForm(form), due)
        texts = default_texts(letter.language, round_.form)
    document = letter_document(register, round_, letter, texts)
    write(asked, wanted, document, "The letter", classification=Classification.PRESIDENCY)


def _sample(
    register: Register, asked: Asked, wanted: Wanted, iso3: str, language: str, form: LetterForm, due: date | None
) -> tuple[Round, Letter]:
    """A round of one letter, to see what it would be."""
    from accede.activities.letters import Letter, Round
    from accede.overview.occasions import key_of, occasion

    on = PartialDate.on_day(asked.as_of)
    ahead = sorted(
        (each.fact.starts, key_of(each))
        for each in register.occasions
        if each.fact.treaty == register.treaty.key
        and each.fact.kind in register.treaty.meeting_kinds
        and each.fact.starts is not None
        and asked.as_of < each.fact.starts.counts_from <= asked.as_of + AHEAD
    )
    presiding = next((each for _, key in ahead if (each := occasion(register, key).fact.presidency)), "")
    round_ = Round(
        treaty=asked.treaty,
        title="",
        presidency=presiding,
        on=PartialDate.on_day(wanted.dated) if wanted.dated else on,
        as_of=on,
        form=form,
        addressees=Addressees.CHOSEN,
        activity="",
        due=PartialDate.on_day(due) if due else None,
        invites=tuple(key for _, key in ahead),
    )
    letter = Letter(
        treaty=asked.treaty, round="", state=iso3, language=language, step=LetterStep.DRAFTED, number=wanted.symbol
    )
    return round_, letter
