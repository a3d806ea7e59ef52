"""What the President and others did: letters, meetings, appeals in other forums, press releases with what set them off."""

from __future__ import annotations

from collections.abc import Iterator

from accede.activities.values import Activity
from accede.paper.tree import Figure, Inline, Paragraph
from accede.reporting.recipes.activities import (
    OTHERS,
    Done,
    addressees,
    answers_to,
    by_date,
    further,
    invited_to,
    reported_use,
    where_of,
)
from accede.reporting.recipes.prose import Part, Pen, either, spaced, words
from accede.reporting.recipes.statement.matter import Spoken, when
from accede.vocabulary.activities import ActivityKind, PressTone

OWN_VERBS = {"asked": "asked", "asks": "asked", "calls": "called", "condemned": "condemned", "condemns": "condemned"}
OWN_VERBS |= {"regretted": "regretted", "regrets": "regretted", "urges": "urged", "welcomes": "welcomed"}
"""The verb of a summary about the President, as the President says it."""


def outreach(spoken: Spoken, pen: Pen) -> Iterator[Paragraph]:
    """One paragraph a kind of activity; what the register holds none of is not spoken of."""
    for write in (_letters, _meetings, _appeals, _press_releases):
        sentences = list(write(spoken))
        if sentences:
            yield Paragraph(spaced(sentences))


def _letters(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Each round of letters, and who answered it."""
    matter = spoken.matter
    for letters in spoken.of(ActivityKind.LETTER_ROUND):
        fact = letters.fact
        parts: list[Part] = [f"{when(fact.on)}, {spoken.doer(fact)} wrote to ", addressees(matter, letters)]
        if fact.towards_all_outside:
            parts.append(", to each of them individually")
        if invited := invited_to(matter, fact):
            parts.append(f", to ask for up-to-date information and to invite them to {invited}")
        yield words(*parts, ".")
        answers = answers_to(matter, letters)
        if answers:
            names = matter.listed(answers, answers.__getitem__)
            yield words(f"{either(len(answers), 'A written reply', 'Written replies')} came from ", names, ".")


def _meetings(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Bilateral meetings, the working group, visits and the like."""
    matter = spoken.matter
    for (on, _), meetings in by_date(spoken.of(ActivityKind.BILATERAL)).items():
        keys = {iso3: (each.key,) for each in meetings for iso3 in each.fact.towards}
        doer = spoken.doer(meetings[0].fact)
        whom: Part = Figure("some States not party", tuple(each.key for each in meetings))
        if keys:
            whom = matter.listed(keys, lambda iso3, keys=keys: keys[iso3])  # type: ignore[misc]
        yield words(f"{when(on)}, {doer} met bilaterally with ", whom, ".")
    for group in spoken.of(ActivityKind.WORKING_GROUP):
        name = group.fact.title or "working group on universalization"
        yield words(f"{when(group.fact.on)}, {spoken.doer(group.fact)} convened the ", Figure(name, (group.key,)), ".")
    for other in spoken.of(*OTHERS):
        towards: Part = "States not party"
        if other.fact.towards:
            towards = matter.listed(other.fact.towards)
        verb = Figure(OTHERS[other.fact.kind], (other.key,))
        yield words(
            f"{when(other.fact.on)}, {spoken.doer(other.fact)} ", verb, " ", towards, *further(matter, other.fact), "."
        )


def _appeals(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Appeals in other forums, by the President and by others."""
    matter = spoken.matter
    for appeal in spoken.of(ActivityKind.APPEAL):
        fact = appeal.fact
        where = where_of(matter, fact)
        whom: Part = matter.listed(fact.towards) if fact.towards else "those that have not done so"
        yield words(
            f"{when(fact.on)}, {spoken.doer(fact)} ",
            Figure("appealed", (appeal.key,)),
            f"{f', at {where},' if where else ''} to ",
            whom,
            " to join the Convention.",
        )


def _press_releases(spoken: Spoken) -> Iterator[tuple[Inline, ...]]:
    """Each press release with what set it off. Reported use in a State is never said to be use by it."""
    matter = spoken.matter
    for release in spoken.of(ActivityKind.PRESS_RELEASE):
        fact = release.fact
        begun = f"{_begun(spoken, release)}{spoken.doer(fact)} issued a "
        head = words(begun, Figure("press release", (release.key,)))
        if fact.tone is PressTone.CONDEMNATION and fact.about_state:
            yield words(head, f" that condemned {reported_use(matter, fact)}.")
        elif fact.tone is PressTone.WELCOME and fact.about_state:
            after = f" of {fact.set_off_on.wording()}" if fact.set_off_on else ""
            yield words(head, f" that welcomed the step of {matter.in_sentence(fact.about_state)}{after}.")
        else:
            yield words(head, *_about(spoken, fact), ".", *_own_words(spoken, fact))


def _about(spoken: Spoken, fact: Activity) -> Iterator[Part]:
    if fact.title:
        yield f", under the title “{fact.title}”"
    elif fact.about_state:
        yield f" about {spoken.matter.in_sentence(fact.about_state)}"
        yield f", set off by what happened on {fact.set_off_on.wording()}" if fact.set_off_on else ""


def _own_words(spoken: Spoken, fact: Activity) -> Iterator[Part]:
    """What the release said, from our summary of it, where that tells what the President did."""
    subject, _, rest = fact.summary.partition("The President ")
    verb, _, object_ = rest.partition(" ")
    if not subject and verb in OWN_VERBS:
        yield f" In it, {'I' if spoken.is_own(fact) else 'the President'} {OWN_VERBS[verb]} {object_}"


def _begun(spoken: Spoken, done: Done) -> str:
    """The beginning of a sentence: the day, and under which actions of the plan it was done."""
    named = spoken.under.get(done.key, ())
    numbers = [
        f"Action #{action.number}"
        for plan in spoken.register.treaty.plans
        for action in plan.actions
        if action.key in named
    ]
    day = when(done.fact.on)
    return f"In accordance with {' and '.join(numbers)}, {day[:1].lower()}{day[1:]}, " if numbers else f"{day}, "
