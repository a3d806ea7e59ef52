"""Sentences that look like a claim about the register and are none: other treaties, hopes, parts, talk, other subjects.

Whatever is drawn into them, no *contradicts* is right.
"""

from __future__ import annotations

from datetime import date

from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import Desk, Made, ordinal

ELSEWHERE = (
    "The Convention on Cluster Munitions has {n} States Parties",
    "{n} States have ratified the Arms Trade Treaty",
    "By {on}, {n} States had joined the Convention on Cluster Munitions",
    "The CCW has {n} High Contracting Parties",
    "{n} States are party to Amended Protocol II",
    "While {treaty} bans landmines, the Treaty on the Prohibition of Nuclear Weapons has {n} States Parties",
    "Our goal is {n} States Parties to {treaty} by 2030",
    "We hope that {treaty} will have {n} States Parties one day",
    "{n} States have endorsed the declaration on explosive weapons",
    "{n} delegations took the floor under this agenda item",
    "Forty ratifications were needed, and {n} days later the rule took effect",
    "The petition asking States to join {treaty} gathered {n} signatures",
    "{n} members of parliament signed the appeal to join {treaty}",
    "The campaign for {treaty} is active in {n} countries",
    "Mine Ban Treaty campaigners visited {n} States",
    "Funding was withdrawn by {n} States",
    "{n} States announced extra contributions at the pledging conference",
    "A note verbale went to {n} States on {on}",
    "{n} States cosponsored the draft resolution on {treaty}",
    "{n} NGOs signed the joint statement on {treaty} on {on}",
    "Casualties were recorded in {n} States, of which some are not party to {treaty}",
    "The Maputo +15 declaration was supported by {n} States",
    "{n} States signed the Safe Schools Declaration in {year}",
    "It was wrongly reported that {treaty} had {n} States Parties",
    "The draft needs {n} ratifications before the protocol enters into force",
    "Mine action programmes ran in {n} countries by the end of {year}",
    "A group of {n} States issued a joint statement on {on}",
    "The treaty on tobacco control has {n} parties",
    "Resolution 1325 was supported by {n} States",
    "{n} ambassadors attended the reception on {on}",
    "In {year} the General Assembly adopted {n} resolutions by vote",
    "The General Assembly adopted the resolution on small arms by {n} votes to none, with 12 abstentions",
    "The Human Rights Council adopted the text by {n} votes in favour, with 9 abstentions",
    "{n} States abstained in the vote on the budget on {on}",
)
"""Figures of other subjects."""
PARTS = (
    "{n} States Parties to {treaty} have completed clearance",
    "{n} States Parties have declared that they retain no mines for training",
    "{n} States Parties to {treaty} submitted their Article 7 report in time",
    "{n} States Parties sent delegations to the workshop in Bangkok",
    "{n} States Parties have obligations under Article 5",
    "{n} States Parties have destroyed their stockpiles",
    "{n} States not party are thought to hold stockpiles",
    "{n} States not party have put moratoria in place",
    "{n} States withdrew their reservations to the 1980 Convention",
    "In {year}, {n} States Parties requested more time under Article 5",
    "The newsletter has {n} subscribers in States not party",
    "{n} of the States Parties to {treaty} are members of the African Union",
    "{n} States Parties to {treaty} belong to the European Union",
    "Twenty of the {n} States in the room were States Parties to {treaty}",
    "Of the States Parties to {treaty}, {n} still have to destroy their stockpiles",
    "{n} of those outside {treaty} sent observers",
    "Fewer than {n} States Parties to {treaty} have yet to clear their land",
    "{n} new States Parties to the Convention on Cluster Munitions were welcomed on {on}",
    "{n} States outside {treaty} received our envoy in {year}",
    "Only {n} States Parties to {treaty} replied to the questionnaire",
)
"""Figures of a part of the States Parties or of the others: small ones, so that no whole can exclude them."""
OTHER_TREATIES = (
    "{state} ratified the Convention on Cluster Munitions in {year}",
    "{state} signed the Arms Trade Treaty on {on}",
    "{state} acceded to the Biological Weapons Convention in {year}",
    "On {on}, {state} deposited its instrument of ratification of the Convention on the Rights of Persons "
    "with Disabilities",
    "Protocol V entered into force for {state} on {on}",
    "The first national report of {state} under the CCW was submitted in {year}",
    "{state} became the {nth} State to endorse the declaration on explosive weapons",
    "{state} joined the Mine Action Support Group in {year}",
)
"""Of States on whose part in other treaties the register holds nothing."""
HOPES = (
    "We hope that {state} will join {treaty} soon",
    "If {state} joins {treaty}, its neighbours may follow",
    "Has {state} joined {treaty}? Readers ask us every week",
    "Would {state} ratify {treaty} in {year}? Nobody knew then",
    "{state} was invited to join {treaty} in {year}",
    "{state} promised to ratify {treaty} before {year}",
)
"""Of States outside."""
OTHER_DEEDS = (
    "{state} has not attended the regional seminar since {year}",
    "{state} attended the workshop held in Brussels on {on}",
    "The parliament of {state} debated {treaty} on {on}",
    "A delegation visited {state} on {on} to promote {treaty}",
    "It is not true that {state} left {treaty} in {year}",
    "{state} abstained in the vote of the Human Rights Council on {on}",
    "{state} voted in favour of the resolution on small arms in {year}",
    "{state} opened its first rehabilitation centre on {on}",
    "The cabinet of {state} approved the bill on anti-personnel mines on {on}",
    "The 3rd meeting with {state} took place on {on}",
    "{state} hosted a seminar on {treaty} in {year}",
    "{state} withdrew its candidate for the committee on {on}",
    "The minister of {state} signed an agreement with UNDP on {on}",
    "{state} submitted a request for assistance in {year}",
    "{state} was absent when the budget was voted on, on {on}",
    "The contract with {state} entered into force on {on}",
    "{state} signed the guest book of the Mine Ban exhibition on {on}",
    "The envoy to {state} left on {on}",
)


def decoys(desk: Desk, is_true: bool) -> Made | None:
    """A figure, a day and a State at random in a sentence that the register cannot speak of."""
    outside, joined = desk.facts.outside(date(2018, 9, 1)), list(desk.facts.joinings)
    year = desk.pick(range(2001, 2024))
    on = date(year, desk.pick(range(1, 13)), desk.pick(range(1, 28)))
    large, small = (45, 55, 67, 88, 104, 111, 123, 139, 150, 162, 171, 188), (4, 5, 7, 12, 15, 18, 24, 28)
    templates, numbers, states = desk.pick(
        (
            (ELSEWHERE, large, joined),
            (PARTS, small, joined),
            (OTHER_TREATIES, large, [iso3 for iso3 in joined if iso3 not in outside]),
            (HOPES, small, outside),
            (OTHER_DEEDS, small, [*outside, *joined]),
        )
    )
    number = desk.pick(numbers)
    slots = {"n": str(number), "nth": ordinal(number), "on": desk.words(on), "year": str(year)}
    text = desk.say(desk.pick(templates), state=desk.state(desk.pick(states)), **slots)
    return Made(desk.around(f"{text}."), Verdict.NOTHING, desk.later(on))


KINDS = {"decoys": (decoys, 14)}
