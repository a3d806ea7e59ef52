"""Numbers of States in a draft, in the words of press releases, statements, monitors, reports and mails."""

import pytest

from drafts import FALSE, OPEN, SILENT, TRUE, told, verdicts

JOINED = [
    ("2018-08-21", "To date the Convention has attracted ⟦164 States Parties⟧."),
    ("2017-12-13", "With today's accession, membership of the Ottawa Convention grows to ⟦163⟧."),
    ("2014-08-20", "Oman's accession brings to ⟦162⟧ the number of States that have joined the Mine Ban Convention."),
    ("2018-08-21", "The Convention now enjoys the support of ⟦164 States Parties⟧."),
    ("2018-08-21", "⟦164 countries⟧ have outlawed the weapon by joining the Mine Ban Treaty."),
    ("2018-08-21", "The Convention is binding on ⟦164 States⟧."),
    ("2018-08-21", "Today ⟦164 States⟧ are bound by the Convention."),
    ("2018-08-21", "The Mine Ban Treaty: ⟦164 States Parties⟧, 33 States not party, one signatory."),
    ("2018-08-21", "Number of States Parties to the Convention: ⟦164⟧."),
    ("2018-08-21", "States Parties: ⟦164⟧. States not party: 33."),
    ("2018-08-21", "The Convention has been ratified or acceded to by ⟦164 of 197 States⟧."),
    ("2018-08-21", "⟦164 out of the 197 States⟧ that may join the Convention have done so."),
    ("2018-08-21", "A total of ⟦164 States⟧ have consented to be bound by the Convention."),
    ("2018-08-21", "There are currently ⟦164 Parties⟧ to the Convention."),
    ("2018-08-21", "On behalf of the ⟦164 States Parties⟧ to the Convention, I thank the donors."),
    ("2018-08-21", "The number of ratifications and accessions to the Convention stands at ⟦164⟧."),
    ("2018-08-21", "With ⟦164 ratifications and accessions⟧, the Convention is close to universal."),
    ("2012-06-30", "As of 30 June 2012 the Convention counted ⟦158 parties⟧."),
    ("2012-06-30", "⟦One hundred and sixty States⟧ had formally accepted the Mine Ban Convention by 30 June 2012."),
    ("2020-01-10", "Ten years ago, at the end of 2009, ⟦156 countries⟧ were on board the Convention."),
    ("2020-01-10", "By the Third Review Conference ⟦161 States⟧ had joined the Convention."),
    ("2026-11-22", "Membership in the Convention stands at ⟦162⟧ countries after five withdrawals."),
    ("2026-11-22", "The treaty banning anti-personnel mines counts ⟦162 parties⟧."),
    ("2018-08-21", "The Convention's membership has grown from 162 to ⟦164⟧ in less than a year."),
    ("2018-08-21", "⟦Two States⟧ joined the Convention in 2017: Sri Lanka and the State of Palestine."),
    ("2018-08-21", "Since the Third Review Conference, ⟦three States⟧ have acceded to the Convention."),
    ("2005-12-31", "Of the 194 States that can join the Convention, ⟦148⟧ have."),
    ("2018-08-21", "Universalization has reached ⟦164 States Parties⟧."),
    ("2018-08-21", "It is a treaty with ⟦164 States Parties⟧, the Ottawa Convention."),
    ("2018-08-21", "⟦All but 33 States⟧ are party to the Convention."),
    ("2018-08-21", "⟦All but 33 UN Member States⟧ have joined the Convention."),
]
NOT_JOINED = [
    ("2018-08-21", "To date the Convention has attracted ⟦168 States Parties⟧."),
    ("2018-08-21", "Today ⟦159 States⟧ are bound by the Convention."),
    ("2018-08-21", "Number of States Parties to the Convention: ⟦146⟧."),
    ("2018-08-21", "The number of ratifications and accessions to the Convention stands at ⟦170⟧."),
    ("2018-08-21", "The Convention has been ratified or acceded to by ⟦166 of 197 States⟧."),
    ("2018-08-21", "A total of ⟦172 States⟧ have consented to be bound by the Convention."),
    ("2012-06-30", "As of 30 June 2012 the Convention counted ⟦154 parties⟧."),
    ("2020-01-10", "At the end of 2009, ⟦146 countries⟧ were on board the Convention."),
    ("2020-01-10", "By the Third Review Conference ⟦165 States⟧ had joined the Convention."),
    ("2026-11-22", "Membership in the Convention stands at ⟦166⟧ countries."),
    ("2018-08-21", "⟦All but 23 States⟧ are party to the Convention."),
    ("2018-08-21", "⟦All but 43 UN Member States⟧ have joined the Convention."),
    ("2018-08-21", "There are currently ⟦146 Parties⟧ to the Convention."),
    ("2018-08-21", "Our Convention can count on ⟦154 States Parties⟧."),
]
OUTSIDE = [
    ("2020-11-20", "⟦Thirty-three countries⟧ have still not come on board the Ottawa Treaty."),
    ("2020-11-20", "That leaves ⟦33 countries⟧ yet to come on board the Convention."),
    ("2018-08-21", "States yet to join the Convention number ⟦33⟧."),
    ("2018-08-21", "The ⟦33 States still outside⟧ the Convention were invited to the Meeting."),
    ("2018-08-21", "I wrote to the ⟦thirty-three States that have not yet joined⟧ the Convention."),
    ("2018-08-21", "Some ⟦33 States⟧ have neither acceded to nor ratified the Convention."),
    ("2018-08-21", "⟦Thirty-three⟧ have yet to join the Convention."),
    ("2018-08-21", "The number of States that have not joined the Convention has fallen to ⟦33⟧."),
    ("2018-08-21", "There remain ⟦33 non-States Parties⟧ to the Convention."),
    ("2015-06-30", "⟦35 States not party⟧ to the Convention remained at that date, 30 June 2015."),
    ("2026-11-22", "Today ⟦35 countries⟧ are outside the Convention, among them five that have left it."),
    ("2009-12-04", "By the end of the Second Review Conference ⟦39 States⟧ still stood apart from the Convention."),
    ("2018-08-21", "For the ⟦33 remaining States⟧ outside the Convention, the door is open."),
    ("2018-08-21", "⟦33 States⟧ are still missing from the Convention."),
]
NOT_OUTSIDE = [
    ("2020-11-20", "⟦Twenty-three countries⟧ have still not come on board the Ottawa Treaty."),
    ("2018-08-21", "States yet to join the Convention number ⟦43⟧."),
    ("2018-08-21", "The number of States that have not joined the Convention has fallen to ⟦30⟧."),
    ("2018-08-21", "There remain ⟦37 non-States Parties⟧ to the Convention."),
    ("2018-08-21", "⟦36 States⟧ have neither acceded to nor ratified the Convention."),
    ("2026-11-22", "Today ⟦33 countries⟧ are outside the Convention."),
]
SIGNED = [
    ("2018-08-21", "In all, ⟦133 States⟧ signed the Convention before it entered into force."),
    ("2018-08-21", "The Convention bears ⟦133 signatures⟧."),
    ("2018-08-21", "Signatures: ⟦133⟧."),
    ("2018-08-21", "Only ⟦one signatory⟧ of the Convention has yet to ratify it."),
    ("2009-11-29", "⟦Two signatories⟧ have not followed up with ratification of the Convention."),
    ("2009-11-29", "⟦Two States⟧ have signed the Convention without ratifying it."),
    ("1997-12-31", "By 31 December 1997, ⟦123 governments⟧ had put their signatures to the Mine Ban Treaty."),
    ("2018-08-21", "By the time the Convention entered into force it had collected ⟦133 signatures⟧."),
    ("2018-08-21", "When it closed for signature, the Convention had been signed by ⟦133 States⟧."),
    ("2018-08-21", "⟦One State⟧ has signed but not ratified the Convention."),
    ("2025-06-30", "⟦No signatory⟧ of the Convention has still to ratify it."),
]
NOT_SIGNED = [
    ("2018-08-21", "In all, ⟦143 States⟧ signed the Convention before it entered into force."),
    ("2018-08-21", "The Convention bears ⟦122 signatures⟧."),
    ("2018-08-21", "⟦Three signatories⟧ of the Convention have yet to ratify it."),
    ("2018-08-21", "By the time the Convention entered into force it had collected ⟦123 signatures⟧."),
    ("1997-12-31", "By 31 December 1997, ⟦133 governments⟧ had put their signatures to the Mine Ban Treaty."),
    ("2009-11-29", "⟦Four States⟧ have signed the Convention without ratifying it."),
]
LEFT = [
    ("2026-11-22", "⟦Five States⟧ have walked away from the Convention."),
    ("2026-11-22", "The number of withdrawals from the Convention stands at ⟦five⟧."),
    ("2026-11-22", "The Convention has lost ⟦five members⟧ since December 2025."),
    ("2026-11-22", "The Convention has seen ⟦five withdrawals⟧."),
    ("2026-11-22", "⟦Five former States Parties⟧ are no longer bound by the Convention."),
    ("2026-11-22", "⟦Five withdrawals⟧ from the Convention have taken effect."),
    ("2025-12-28", "Withdrawals of ⟦three States⟧ from the Convention took effect yesterday."),
    ("2018-08-21", "⟦No State⟧ has ever withdrawn from the Convention."),
]
NOT_LEFT = [
    ("2026-11-22", "⟦Seven States⟧ have walked away from the Convention."),
    ("2026-11-22", "The number of withdrawals from the Convention stands at ⟦eight⟧."),
    ("2026-11-22", "The Convention has seen ⟦nine withdrawals⟧."),
    ("2026-11-22", "The Convention has lost ⟦two members⟧ through withdrawal."),
]
BOUNDS = [
    ("2018-08-21", "⟦No fewer than 160 States⟧ have joined the Convention."),
    ("2018-08-21", "⟦Fewer than 35 States⟧ remain outside the Convention."),
    ("2018-08-21", "⟦Just under 165 States⟧ are party to the Convention."),
    ("2018-08-21", "⟦Well over 150 countries⟧ have committed themselves to the Convention."),
    ("2018-08-21", "⟦160-plus States⟧ are party to the Convention."),
    ("2018-08-21", "The Convention has ⟦more than 160 States Parties⟧."),
    ("2018-08-21", "Around ⟦165 States⟧ have joined the Convention."),
    ("2018-08-21", "⟦A little over thirty States⟧ have yet to join the Convention."),
]
NOT_BOUNDS = [
    ("2018-08-21", "⟦Not even 160 States⟧ have joined the Convention."),
    ("2018-08-21", "⟦Upwards of 170 States⟧ have joined the Convention."),
    ("2018-08-21", "⟦Fewer than 30 States⟧ remain outside the Convention."),
    ("2018-08-21", "⟦At most 20 countries⟧ are still outside the Convention."),
    ("2018-08-21", "⟦Nearly 200 States⟧ have joined the Convention."),
    ("2018-08-21", "⟦Some 120 States⟧ are party to the Convention."),
    ("2018-08-21", "The Convention has ⟦more than 165 States Parties⟧."),
    ("2018-08-21", "⟦Over fifty States⟧ remain outside the Convention."),
]
OF_A_SHARE = [
    ("2018-08-21", "⟦Eighty-three per cent of the world's States⟧ are party to the Convention."),
    ("2018-08-21", "⟦Over four fifths of all countries⟧ have joined the Convention."),
    ("2018-08-21", "The Convention binds ⟦more than 80% of the world's States⟧."),
    ("2018-08-21", "⟦More than eight in ten countries⟧ have joined the Convention."),
    ("2018-08-21", "The Convention has been joined by ⟦more than three quarters of the world's States⟧."),
    ("2018-08-21", "⟦Fewer than one in five States⟧ remain outside the Convention."),
]
NOT_OF_A_SHARE = [
    ("2018-08-21", "⟦Ninety-five per cent of the world's States⟧ are party to the Convention."),
    ("2018-08-21", "⟦Less than two thirds of all countries⟧ have joined the Convention."),
    ("2018-08-21", "The Convention binds ⟦more than 90% of the world's States⟧."),
    ("2018-08-21", "⟦About 97% of all States⟧ have joined the Convention."),
    ("2018-08-21", "⟦Some 62 per cent of the world's countries⟧ are party to the Convention."),
]
OPEN_ONES = [
    ("2026-06-01", "As of today, ⟦162 States⟧ have joined the Convention."),
    ("2026-06-01", "⟦161 States⟧ are party to the Convention."),
    ("2026-06-01", "⟦36 States⟧ remain outside the Convention."),
]
NOT_A_NUMBER_OF_ALL = [
    ("2018-08-21", "⟦164 delegations⟧ registered for the Meeting of the States Parties."),
    ("2018-08-21", "⟦Forty States⟧ had to ratify the Convention before it could enter into force."),
    ("2018-08-21", "The Convention required ⟦40 ratifications⟧ to enter into force."),
    ("2018-08-21", "⟦Thirty-one States Parties⟧ have yet to complete mine clearance under the Convention."),
    ("2018-08-21", "⟦14 States not party⟧ took part in the Meeting as observers."),
    ("2018-08-21", "⟦16 States not party⟧ voted in favour of the resolution on the Convention."),
    ("2018-08-21", "In South-East Asia ⟦five States⟧ remain outside the Convention."),
    ("2018-08-21", "⟦Two of the States⟧ that remain outside the Convention have adopted a moratorium."),
    ("2018-08-21", "We hope that soon ⟦170 States⟧ will have joined the Convention."),
    ("2018-08-21", "If one more State acceded, there would be ⟦165 States Parties⟧ to the Convention."),
    ("2018-08-21", "⟦Twelve States⟧ have joined the Committee on Victim Assistance of the Convention."),
    ("2018-08-21", "⟦Eighteen States⟧ joined the consensus on the resolution on the Convention."),
    ("2018-08-21", "⟦27 member States⟧ of the European Union are party to the Convention."),
    ("2018-08-21", "⟦Four of the States not party⟧ have never joined a meeting of the Convention."),
    ("2018-08-21", "⟦Forty-five States⟧ signed the declaration on the Convention."),
    ("2018-08-21", "Only ⟦three more States⟧ are expected to join the Convention this year."),
    ("2018-08-21", "The Convention on Cluster Munitions has ⟦103 States Parties⟧."),
    ("2018-08-21", "⟦Twenty-one States Parties⟧ were granted extensions under the Convention."),
    ("2018-08-21", "The ⟦eight States Parties⟧ that form the Coordinating Committee of the Convention met in May."),
    ("2018-08-21", "The goal of the Convention's plan was ⟦170 States Parties⟧ by 2019."),
    ("2018-08-21", "⟦Five States not party⟧ sent a voluntary report under the Convention."),
    ("2018-08-21", "⟦Two States Parties⟧ to the Convention, Sri Lanka and Oman, spoke of their accession."),
    ("2018-08-21", "⟦Nine States⟧ joined a workshop on the Convention."),
    ("2018-08-21", "Among those that stockpile mines, ⟦three States⟧ have signed but not ratified the treaty."),
    ("2018-08-21", "⟦Thirty States Parties⟧ to the Convention have national legislation."),
    ("2018-08-21", "⟦Six States⟧ have ratified the Convention in the time between two Meetings before."),
    ("2018-08-21", "At first ⟦ten States⟧ opposed the Convention."),
]
MORE_TRUE = [
    ("2018-08-21", "The Secretary-General holds instruments of ratification or accession from ⟦164 States⟧."),
    ("2018-08-21", "The Convention has the full adherence of ⟦164 States⟧."),
    ("2018-08-21", "The States Parties to the Convention are ⟦164⟧ in number."),
    ("2018-08-21", "For ⟦164 States⟧ the Convention is in force."),
    ("2018-01-15", "The Convention is in force for ⟦162⟧ of its 164 States Parties."),
    ("2018-08-21", "⟦Thirty-three hold-outs⟧ have still not joined the Convention."),
    ("2018-08-21", "Ratification or accession by ⟦33 States⟧ is outstanding under the Convention."),
    ("2009-11-29", "⟦Two States⟧ that signed the Convention have yet to ratify it."),
    ("2009-11-29", "⟦Two of the signatories⟧ of the Convention had not ratified it."),
    ("2018-08-21", "Just ⟦a single signatory⟧ has yet to ratify the Convention."),
    ("2018-08-21", "164 States have joined the Convention and ⟦33 remain outside⟧ it."),
    ("2018-08-21", "The world's 197 States fall into 164 that have joined the Convention and ⟦33 that have not⟧."),
    ("2017-12-29", "With the State of Palestine on board, the treaty's family has grown to ⟦164 members⟧."),
    ("2018-08-21", "The Ottawa Convention, which boasts ⟦164 States Parties⟧, turned twenty last year."),
    ("2018-08-21", "The Mine Ban Treaty (⟦164 States Parties⟧) entered into force in 1999."),
    ("2018-08-21", "The Convention entered into force on 1 March 1999 and now has ⟦164 States Parties⟧."),
    ("2018-08-21", "Opened for signature in December 1997, the Convention has ⟦164 States Parties⟧ today."),
    ("2018-08-21", "Since it entered into force in 1999, ⟦164 States⟧ have joined the Convention."),
    ("2018-08-21", "In the two decades since 1997, ⟦164 States⟧ have become party to the Convention."),
    ("2018-08-21", "By joining on 20 August 2014, Oman took the number of States Parties to ⟦162⟧."),
    ("2017-09-18", "As we mark the twentieth anniversary of the Convention's adoption, ⟦162 States⟧ are on board."),
    ("2018-08-21", "⟦Thirty-three States⟧, including China and India, have yet to join the Convention."),
    ("2026-11-22", "⟦35 countries⟧ – among them the five that have left – are outside the Convention."),
    ("2018-08-21", "Total States Parties to the Mine Ban Treaty: ⟦164⟧"),
    ("2018-08-21", "Status of the Convention: ⟦164 States Parties⟧; 1 signatory; 32 non-signatories."),
    ("2018-08-21", "Status of the Convention: 164 States Parties; 1 signatory; ⟦32 non-signatories⟧."),
    ("2018-08-21", "Today, there are just ⟦33 countries⟧ left to join the Convention."),
    (
        "2018-08-21",
        "So far, ⟦one hundred sixty-four States⟧ have ratified, acceded to or otherwise accepted the Convention.",
    ),
    ("2018-08-21", "At ⟦164⟧, the number of States Parties to the Convention has never been higher."),
    ("2018-08-21", "Adherence to the Convention stands at ⟦164⟧."),
    ("2018-08-21", "The figure for States Parties to the Convention is now ⟦164⟧."),
    ("2018-08-21", "⟦164 States Parties⟧ and counting: the Convention grows."),
    ("2018-08-21", "Before the Convention entered into force, ⟦sixty-five States⟧ had ratified it."),
    ("2018-08-21", "The treaty has been embraced by ⟦164 countries⟧ since 1997."),
    ("2018-08-21", "The Convention was joined by ⟦two States⟧ in 2017."),
    ("2026-11-22", "From a peak of 166, the Convention's membership has fallen to ⟦162⟧."),
    ("2026-11-22", "The Convention's membership has shrunk from 166 to ⟦162⟧."),
    ("2018-08-21", "With ⟦only 33 States⟧ still to join, the Convention is nearly universal."),
    ("2018-08-21", "The Convention has ⟦164 States Parties⟧ and one signatory that has yet to ratify."),
    (
        "2025-03-12",
        "With today's ratification the Convention has ⟦165 States Parties⟧, and none of its signatories is left.",
    ),
]
MORE_FALSE = [
    ("2018-08-21", "The Secretary-General holds instruments of ratification or accession from ⟦159 States⟧."),
    ("2018-08-21", "The States Parties to the Convention are ⟦167⟧ in number."),
    ("2018-08-21", "Ratification or accession by ⟦41 States⟧ is outstanding under the Convention."),
    ("2018-08-21", "⟦Two of the signatories⟧ of the Convention have not ratified it."),
    ("2009-11-29", "⟦A single signatory⟧ has yet to ratify the Convention."),
    ("2018-08-21", "164 States have joined the Convention and ⟦34 remain outside⟧ it."),
    ("2018-08-21", "A group of ⟦38 States⟧ remains outside the Convention."),
    ("2018-08-21", "Last week ⟦two States⟧ joined the Convention."),
    ("2017-12-29", "With the State of Palestine on board, the treaty's family has grown to ⟦168 members⟧."),
    ("2018-08-21", "The Mine Ban Treaty (⟦154 States Parties⟧) entered into force in 1999."),
    ("2018-08-21", "The Convention entered into force on 1 March 1999 and now has ⟦174 States Parties⟧."),
    ("2018-08-21", "Opened for signature in December 1997, the Convention has ⟦158 States Parties⟧ today."),
    ("2018-08-21", "Adherence to the Convention stands at ⟦170⟧."),
    ("2018-08-21", "⟦Thirty-eight States⟧, including China and India, have yet to join the Convention."),
    ("2018-08-21", "Status of the Convention: ⟦146 States Parties⟧; 1 signatory; 32 non-signatories."),
    ("2018-08-21", "Today, there are just ⟦23 countries⟧ left to join the Convention."),
    ("2018-08-21", "The figure for States Parties to the Convention is now ⟦161⟧."),
    ("2026-11-22", "The Convention's membership has shrunk from 166 to ⟦160⟧."),
    ("2018-08-21", "The Convention was joined by ⟦four States⟧ in 2017."),
    ("2018-08-21", "With ⟦only 28 States⟧ still to join, the Convention is nearly universal."),
    (
        "2018-08-21",
        "So far, ⟦one hundred seventy-one States⟧ have ratified, acceded to or otherwise accepted the Convention.",
    ),
]
NEVER_WRONG = [
    ("2018-08-21", "The resolution on the Convention was accepted by ⟦167 States⟧."),
    ("2018-08-21", "⟦Twelve States⟧ have deposited instruments of withdrawal from another treaty."),
    ("2018-08-21", "A group of ⟦twelve States⟧ remains outside the Convention's working groups."),
    ("2018-08-21", "In 1999 the Convention had ⟦45 parties⟧."),
    ("2018-08-21", "It took the Convention fifteen months to gather ⟦40 ratifications⟧."),
    ("2018-08-21", "The first ⟦forty States⟧ to ratify the Convention brought it into force."),
    ("2018-08-21", "⟦Ten States⟧ ratified the Convention in the first half of 1998."),
    ("2018-08-21", "⟦89 States⟧ took part in the Oslo Diplomatic Conference that adopted the Convention."),
    ("2018-08-21", "⟦93 States Parties⟧ have completed the destruction of their stockpiles under the Convention."),
    ("2018-08-21", "Of the States that joined the Convention since 2010, ⟦eight⟧ are mine-affected."),
    ("2018-08-21", "⟦Five States⟧ have joined the Convention on Cluster Munitions but not the Ottawa Convention."),
    (
        "2018-08-21",
        "⟦Twelve States Parties⟧ to the Convention on Cluster Munitions are not party to the Ottawa Convention.",
    ),
    ("2018-08-21", "⟦Nineteen members⟧ of the Conference on Disarmament are not party to the Convention."),
    ("2018-08-21", "Of the five permanent members, ⟦two⟧ are party to the Convention."),
    ("2018-08-21", "Among the ten largest producers, ⟦nine⟧ are not party to the Convention."),
    ("2018-08-21", "Eleven States are listed as producers; ⟦ten of them⟧ are not party to the Convention."),
    ("2018-08-21", "Seventeen States abstained; ⟦fifteen⟧ remain outside the Convention."),
    ("2018-08-21", "Forty-seven States have mined areas. ⟦Twenty⟧ have yet to join the Convention."),
    ("2018-08-21", "The other ⟦four States⟧ have not joined the Convention."),
    ("2018-08-21", "Some ⟦50 States⟧ have joined the Convention's Mine Action Support Group."),
    ("2018-08-21", "⟦40 States⟧ joined the Convention's committee."),
    ("2018-08-21", "The Meeting was attended by 100 States Parties and ⟦20 States not party⟧."),
    ("2018-08-21", "Present were ⟦87 States Parties⟧ and 25 States not party."),
    ("2018-08-21", "We welcomed ⟦87 States Parties⟧ to Siem Reap."),
    ("2018-08-21", "The Meeting was a success: it brought together ⟦87 States Parties⟧."),
    ("2018-08-21", "At the 16MSP there were ⟦87 States Parties⟧ and 25 observers."),
    ("2018-08-21", "Only one of the ⟦140 countries⟧ surveyed by the Convention's unit replied."),
    ("2018-08-21", "More than ⟦twenty States⟧ have joined the Convention over the past fifteen years."),
    ("2018-08-21", "The President met ⟦ten States not party⟧ to the Convention in New York."),
    ("2018-08-21", "Half of the ⟦60 States⟧ that produced mines have joined the Convention."),
    ("2018-08-21", "The Convention has ⟦33 States Parties⟧ with outstanding clearance obligations."),
    ("2018-08-21", "The Convention has ⟦31 States Parties⟧ still to complete clearance."),
    ("2018-08-21", "The Convention has provided ⟦12 States⟧ with help."),
    ("2018-08-21", "Through the Convention's Sponsorship Programme, ⟦23 States Parties⟧ came to Geneva."),
    ("2018-08-21", "The Convention once had ⟦100 States Parties⟧."),
    ("2018-08-21", "There was a time when ⟦100 States⟧ had yet to join the Convention."),
    ("2018-08-21", "Two years after its entry into force the Convention already had ⟦110 States Parties⟧."),
    ("2018-08-21", "It had taken the treaty ten years to reach ⟦156 States Parties⟧."),
    ("2018-08-21", "The Convention's universalization rate is one of the highest: ⟦193 States⟧ are party to the CWC."),
    ("2018-08-21", "Under the Convention ⟦28 States Parties⟧ have reported victims."),
    ("2018-08-21", "In the Pacific, ⟦three States⟧ have yet to join the Convention."),
    ("2018-08-21", "⟦Eight Pacific States⟧ have joined the Convention."),
    ("2018-08-21", "⟦Two hundred organizations⟧ have joined the campaign for the Convention."),
    ("2018-08-21", "With ⟦17 States⟧ abstaining, the resolution on the Convention passed."),
    ("2018-08-21", "⟦Fourteen of the States not party⟧ abstained on the resolution on the Convention."),
    ("2018-08-21", "In 2003 there were ⟦136 States Parties⟧ and 30 per cent of all mines were destroyed."),
]
TRUE_ONES = [*MORE_TRUE, *JOINED, *OUTSIDE, *SIGNED, *LEFT, *BOUNDS, *OF_A_SHARE]
FALSE_ONES = [*MORE_FALSE, *NOT_JOINED, *NOT_OUTSIDE, *NOT_SIGNED, *NOT_LEFT, *NOT_BOUNDS, *NOT_OF_A_SHARE]


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return verdicts([*TRUE_ONES, *FALSE_ONES, *OPEN_ONES, *NOT_A_NUMBER_OF_ALL, *NEVER_WRONG])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verdict", "draft"), [*told(TRUE, TRUE_ONES), *told(FALSE, FALSE_ONES), *told(OPEN, OPEN_ONES)]
)
def test_a_number_of_states_is_held_against_the_register(said, verdict, draft):
    assert said[draft] is verdict


@pytest.mark.django_db
@pytest.mark.parametrize(("_", "draft"), told(SILENT, [*NOT_A_NUMBER_OF_ALL, *NEVER_WRONG]))
def test_a_number_that_does_not_count_all_states_is_never_wrong(said, _, draft):
    assert said[draft] is not FALSE
