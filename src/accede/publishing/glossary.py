"""The words that pages and papers use in one sense each: what the page prints and docs/glossary.md is made from.
The words of the workspace stand in the documentation alone.

    python -m accede.publishing.glossary > docs/glossary.md

`*...*` in a meaning sets off a word as one of these.
"""

from __future__ import annotations

from dataclasses import dataclass

_HEAD = """# Glossary

Made by `python -m accede.publishing.glossary` from the words of the site; a test holds it to them.

| word | what it means here |
| --- | --- |
"""


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means here, in English; the page says both in its language."""

    word: str
    meaning: str

    @property
    def anchor(self) -> str:
        """Its place on the page, in every language."""
        return self.word.replace(" ", "-")


def gettext_noop(words: str) -> str:
    """Words that scripts/messages gathers by this name; Django's own asks for settings, which the documentation has not."""
    return words


TERMS = (
    Term(
        gettext_noop("as of"),
        gettext_noop("The day an answer speaks of: what held, and what had been said, by its end."),
    ),
    Term(
        gettext_noop("attendance"),
        gettext_noop(
            "What a source says of a State at an occasion: invited, registered, took part, spoke. "
            "Silence of a source is *not recorded*."
        ),
    ),
    Term(
        gettext_noop("ballot"),
        gettext_noop(
            "How a State is recorded in a roll call: in favour, against, abstained, not present, not "
            "recorded, not a member then."
        ),
    ),
    Term(
        gettext_noop("check"),
        gettext_noop("We looked and found nothing new. Renews *checked on*, nothing else."),
    ),
    Term(
        gettext_noop("circumstance"),
        gettext_noop("A reason that a State gives for not joining, as coded by us from its words."),
    ),
    Term(
        gettext_noop("classification"),
        gettext_noop("Who may see a record: public, States Parties, presidency, Implementation Support Unit."),
    ),
    Term(
        gettext_noop("confirmation"),
        gettext_noop("A State said on a day that nothing had changed. Renews *confirmed on*, never *said on*."),
    ),
    Term(
        gettext_noop("confirmed on"),
        gettext_noop("The last day on which a State spoke, if only to say that nothing had changed."),
    ),
    Term(gettext_noop("conflict"), gettext_noop("Two sources that cannot both be right. Both are kept.")),
    Term(
        gettext_noop("current"),
        gettext_noop(
            "The version of a record that counts in a view: the newest recorded (or released) by "
            "then, and not retracted."
        ),
    ),
    Term(
        gettext_noop("depositary"),
        gettext_noop("Who receives the instruments: for this Convention the Secretary-General of the United Nations."),
    ),
    Term(
        gettext_noop("edition"),
        gettext_noop(
            "A sealed paper: its bytes, the hash of its tree, the day it speaks of, the instant it was known on."
        ),
    ),
    Term(gettext_noop("evidence"), gettext_noop("A dated, sourced record. All answers are computed from it.")),
    Term(
        gettext_noop("First Committee"),
        gettext_noop(
            "The committee of the United Nations General Assembly on disarmament. The yearly "
            "resolution is voted on there first, and the votes differ from those of the plenary."
        ),
    ),
    Term(
        gettext_noop("in force"),
        gettext_noop("For a State: the treaty binds it. Comes months after the deposit."),
    ),
    Term(
        gettext_noop("instrument"),
        gettext_noop(
            "The document by which a State consents to be bound: of ratification, acceptance, "
            "approval, accession or succession."
        ),
    ),
    Term(
        gettext_noop("intersessional meetings"),
        gettext_noop(
            "The Convention's informal meetings between two Meetings of the States Parties, cited as *IM2018*."
        ),
    ),
    Term(
        gettext_noop("joined"),
        gettext_noop(
            'Instrument deposited and no withdrawal in effect: in force, or not yet. The field\'s "States Parties".'
        ),
    ),
    Term(
        gettext_noop("known on"),
        gettext_noop(
            "The instant an answer is asked from: what the register had recorded by then. A bare day "
            "means its end, UTC."
        ),
    ),
    Term(gettext_noop("locator"), gettext_noop("Where in the source: page, paragraph, table.")),
    Term(
        gettext_noop("Meeting of the States Parties"),
        gettext_noop(
            "The Convention's yearly meeting, cited as *16MSP*. With the Review Conferences it is "
            "what *last took part* counts."
        ),
    ),
    Term(
        gettext_noop("moratorium"),
        gettext_noop("A State's own undertaking not to use, produce or transfer mines for a time, short of joining."),
    ),
    Term(gettext_noop("non-signatory"), gettext_noop("Has neither signed nor joined.")),
    Term(gettext_noop("not held"), gettext_noop("We have no record. It does not say that there is none.")),
    Term(
        gettext_noop("not recorded"),
        gettext_noop("Our sources do not say. It does not say that it did not happen."),
    ),
    Term(
        gettext_noop("occasion"),
        gettext_noop("A meeting, a conference, a vote: something that has a day, a place and people taking part."),
    ),
    Term(gettext_noop("outside"), gettext_noop("Has not joined: signatory, non-signatory, or withdrawn.")),
    Term(
        gettext_noop("partial date"),
        gettext_noop('A date as precise as its source: a day, a month, a year, a span, "the 1980s". Never filled up.'),
    ),
    Term(
        gettext_noop("plenary"),
        gettext_noop("The United Nations General Assembly as a whole, where the yearly resolution is adopted."),
    ),
    Term(
        gettext_noop("practice"),
        gettext_noop(
            "A claim by somebody about what a State or a group does with mines: use, production, transfer, stockpile."
        ),
    ),
    Term(gettext_noop("proposal"), gettext_noop("What a reader found in a file, before it is accepted.")),
    Term(gettext_noop("quotation"), gettext_noop("A State's own words, in the language in which it said them.")),
    Term(
        gettext_noop("record"),
        gettext_noop("One thing the register knows, under a key that never changes, in one or more versions."),
    ),
    Term(gettext_noop("release"), gettext_noop("The event that makes a version public.")),
    Term(gettext_noop("reported speech"), gettext_noop("What a source tells that a State said.")),
    Term(
        gettext_noop("retraction"),
        gettext_noop(
            "The event that takes a record out of all answers from then on; what was known before stays answerable."
        ),
    ),
    Term(
        gettext_noop("Review Conference"),
        gettext_noop("The Convention's meeting of every fifth year, cited as *3RC*."),
    ),
    Term(gettext_noop("roll call"), gettext_noop("One vote on one text in one body, with its ballots.")),
    Term(gettext_noop("said on"), gettext_noop("The day of a statement.")),
    Term(gettext_noop("signatory"), gettext_noop("Has signed and not joined.")),
    Term(
        gettext_noop("source"),
        gettext_noop(
            "The document, page or letter that a value comes from, with its grade: how near to the fact it stands."
        ),
    ),
    Term(
        gettext_noop("standing"),
        gettext_noop(
            "What a State is to the treaty on a day: in force, joined and not yet in force, "
            "signatory, non-signatory, withdrawn."
        ),
    ),
    Term(
        gettext_noop("statement"),
        gettext_noop("What a State said, once for each citation: a quotation, reported speech, or our own summary."),
    ),
    Term(gettext_noop("summary"), gettext_noop("Our own words for what a State said: never the State's.")),
    Term(gettext_noop("supersede"), gettext_noop("To record a correction: a new version, with a reason.")),
    Term(
        gettext_noop("transparency report"),
        gettext_noop(
            "The report under Article 7 of the Convention. States Parties owe it every year; States "
            "outside may send one."
        ),
    ),
    Term(
        gettext_noop("treaty action"),
        gettext_noop("Signature, ratification, acceptance, approval, accession, succession, withdrawal."),
    ),
    Term(
        gettext_noop("uncertain"),
        gettext_noop(
            "A State whose standing on a day the register cannot tell, because a date is known only between bounds."
        ),
    ),
    Term(
        gettext_noop("universe"),
        gettext_noop("The States that could join on a day: the Members of the United Nations and a few more."),
    ),
    Term(gettext_noop("withdrawn"), gettext_noop("Has left, and the withdrawal is in effect.")),
)
"""In the order of the alphabet, in English."""


# Not marked for translation: the public site does not use these words, and the page does not print them.
OF_THE_WORKSPACE = (
    Term("acceptance", "A second person has looked at a version and takes it as right. Never one's own."),
    Term(
        "annex",
        "What is on record about the State a letter goes to: computed, with its sources, what is unknown, "
        "and the questions that are open.",
    ),
    Term("clearance", "The President's office has read a paper and lets it go exactly as it stands."),
    Term(
        "confirm link",
        "An address that a mission opens without an account to confirm, correct or complete the entry of its "
        "own State, and nothing else.",
    ),
    Term(
        "delivery",
        "One message with a letter to one address, on its way or arrived.",
    ),
    Term("draft", "What somebody typed in a form and has not recorded. Nobody else reads it, and it is no evidence."),
    Term(
        "embargo",
        "A release that takes effect at an instant to come. Until then the record is not there for its readers.",
    ),
    Term(
        "holding pen",
        "Where mail waits of which nobody has said yet what it answers.",
    ),
    Term("job", "Work done in the background: a backup, a check of every seal, a publication, the daily mail."),
    Term("merge", "A double goes on under the key of the record it is a double of. Its history stays."),
    Term(
        "nearness",
        "How near a State is to joining, told by the rungs that its own evidence reaches. Internal; it "
        "leaves the workspace nowhere.",
    ),
    Term(
        "note for file",
        "What somebody wrote down about a meeting, for those whom its classification lets read it. No evidence.",
    ),
    Term("paper in work", "A paper that is planned, and not sealed as it now stands."),
    Term(
        "place",
        "Where in a paper people write: its introduction, the conclusions. Their words come before what is computed.",
    ),
    Term(
        "promise",
        "What a State or the presidency said it would do, with a day where one was given.",
    ),
    Term("return", "A version goes back to whom recorded it, with a reason."),
    Term(
        "round of letters",
        "Letters to many States about one thing, planned, cleared, sent and answered together.",
    ),
    Term(
        "stage",
        "What became of a version: waiting for review, returned, accepted, under embargo, released, withdrawn from release, "
        "retracted, merged. Derived from events, never stored.",
    ),
    Term(
        "submission",
        "What a State entered by its confirm link or in the Word form: a proposal until somebody records it.",
    ),
    Term("term of office", "A role that somebody has from one day to another, for a presidency or for none."),
    Term(
        "uncertain delivery",
        "A message that was given to the mail server when the program ended. It is not sent again before the "
        "mailbox or a person has told whether it went.",
    ),
    Term("withdrawal of a release", "Takes a version back from what is shown, or lifts it out of an embargo."),
)
"""Words of the people at work, for the documentation alone."""

_WORKSPACE_HEAD = """
## In the workspace

| word | what it means here |
| --- | --- |
"""


def markdown() -> str:
    """The glossary as the documentation has it."""
    return _HEAD + _lines(TERMS) + _WORKSPACE_HEAD + _lines(OF_THE_WORKSPACE)


def _lines(terms: tuple[Term, ...]) -> str:
    return "".join(f"| {term.word} | {term.meaning} |\n" for term in terms)


if __name__ == "__main__":
    print(markdown(), end="")  # noqa: T201  a program here
