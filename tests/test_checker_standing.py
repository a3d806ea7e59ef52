"""Where a draft says that a State stands."""

import pytest

from drafts import FALSE, OPEN, SILENT, TRUE, told, verdicts

TRUE_ONES = [
    ("2018-08-21", "⟦Norway, Chile and Japan are all parties⟧ to the Convention."),
    ("2018-08-21", "⟦Ukraine, a State Party⟧ since 2006, has asked for more time under the Convention."),
    ("2018-08-21", "⟦Bahrain has neither signed nor ratified⟧ the Convention."),
    ("2018-08-21", "⟦Israel never signed⟧ the Convention."),
    ("2018-08-21", "⟦Chile remains a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Cuba is one of the 33 States outside⟧ the Convention."),
    ("2018-08-21", "⟦Cuba, one of the 33 States not party⟧ to the Convention, abstained as before."),
    ("2018-08-21", "⟦India – which is not a party to the Convention –⟧ abstained as before."),
    ("2025-12-01", "⟦Estonia is still a State Party⟧ to the Convention."),
    ("2026-01-30", "⟦Poland remains a State Party⟧ to the Convention."),
    ("2018-08-21", "Unlike Egypt, ⟦Jordan is a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Nepal hasn't joined⟧ the Mine Ban Treaty."),
    ("2018-08-21", "⟦Chile is among the States Parties⟧ to the Convention."),
    ("2018-08-21", "⟦Armenia, Azerbaijan and Georgia remain outside⟧ the Convention."),
    ("2018-08-21", "⟦Neither India nor Pakistan has joined⟧ the Convention."),
    ("2018-08-21", "⟦The United States is not a party⟧ to the Mine Ban Treaty."),
    ("2018-08-21", "⟦Cuba has not acceded⟧ to the Convention."),
    ("2018-08-21", "⟦The Marshall Islands signed the Convention in 1997 but has not yet ratified⟧ it."),
    ("2018-08-21", "⟦The Marshall Islands is the only signatory⟧ to the Convention that has not ratified."),
    ("2018-08-21", "The last remaining ⟦signatory is the Marshall Islands⟧, which has yet to ratify the Convention."),
    ("2009-11-29", "⟦Only the Marshall Islands and Poland⟧ have signed the Convention without ratifying it."),
    ("2018-08-21", "⟦Afghanistan is bound by⟧ the Convention."),
    ("2018-08-21", "⟦Sri Lanka is a party⟧ to the Convention."),
    ("2018-08-21", "⟦China does not belong⟧ to the Convention."),
    ("2018-08-21", "⟦Finland and Poland belong⟧ to the Convention."),
    ("2018-08-21", "As a State not party, ⟦Nepal⟧ is not yet bound by the Convention."),
    ("2018-08-21", "⟦China, Russia and the United States⟧ are not parties to the Convention."),
    ("2018-08-21", "⟦Viet Nam stands outside⟧ the Convention."),
    ("2018-08-21", "⟦Myanmar has never signed⟧ the Convention."),
    ("2026-11-22", "⟦Finland is no longer a State Party⟧ to the Convention."),
    ("2026-11-22", "⟦Estonia, Latvia and Lithuania are no longer party⟧ to the Convention."),
    ("2010-06-01", "⟦Finland is not a State Party⟧ to the Convention."),
    ("2018-01-15", "⟦Sri Lanka has joined⟧ the Convention."),
    ("2026-01-05", "⟦Lebanon is a State not party⟧ to the Convention."),
    ("2020-01-01", "On 1 June 2014, ⟦Oman was not yet a State Party⟧ to the Convention."),
    ("2018-08-21", "Like all its neighbours, ⟦Belgium is a State Party⟧ to the Convention."),
]
FALSE_ONES = [
    ("2018-08-21", "⟦Kuwait is still outside⟧ the Convention."),
    ("2018-08-21", "⟦Chile is not yet bound⟧ by the Convention."),
    ("2018-08-21", "⟦Iraq and Libya are States Parties⟧ to the Convention."),
    ("2018-08-21", "⟦The State of Palestine has yet to accede⟧ to the Convention."),
    ("2018-08-21", "⟦Syria is one of the 164 States Parties⟧ to the Convention."),
    ("2018-08-21", "⟦Oman is one of the 33 States that have not joined⟧ the Convention."),
    ("2026-01-02", "⟦Estonia is still a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Mongolia, a State Party⟧ to the Convention, took the floor."),
    ("2018-08-21", "⟦Chile hasn't joined⟧ the Mine Ban Treaty."),
    ("2018-08-21", "Unlike Jordan, ⟦Kenya is not party⟧ to the Convention."),
    ("2018-08-21", "⟦Georgia is among the States Parties⟧ to the Convention."),
    ("2018-08-21", "⟦Armenia, Chile and Georgia remain outside⟧ the Convention."),
    ("2018-08-21", "⟦Neither India nor Kenya has joined⟧ the Convention."),
    ("2018-08-21", "⟦The United States is a party⟧ to the Mine Ban Treaty."),
    ("2018-08-21", "⟦Cuba has acceded⟧ to the Convention."),
    ("2018-08-21", "⟦Poland has not yet ratified⟧ the Convention."),
    ("2018-08-21", "⟦Georgia is the only signatory⟧ to the Convention that has not ratified."),
    ("2018-08-21", "The last remaining ⟦signatory is Micronesia⟧, which has yet to ratify the Convention."),
    ("2018-08-21", "⟦Egypt is bound by⟧ the Convention."),
    ("2018-08-21", "⟦Mongolia is a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦China, Iraq and the United States⟧ are not parties to the Convention."),
    ("2018-08-21", "⟦Finland is no longer a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦India, a signatory⟧ to the Convention, sent an observer."),
    ("2026-11-22", "⟦Finland is a State Party⟧ to the Convention."),
    ("2025-07-01", "⟦The Marshall Islands has not yet ratified⟧ the Convention."),
]
OPEN_ONES = [
    ("2026-06-01", "⟦Lebanon is a State Party⟧ to the Convention."),
    ("2026-06-01", "⟦Lebanon has not joined⟧ the Convention."),
    ("2026-11-22", "On 1 May 2026, ⟦Lebanon remained outside⟧ the Convention."),
]
NEVER_WRONG = [
    ("2018-08-21", "⟦Ethiopia has not ratified⟧ the Convention it signed in 1997."),
    ("2018-08-21", "Of its neighbours, ⟦Türkiye is party⟧ to the Convention; Armenia and Azerbaijan are not."),
    ("2018-08-21", "⟦Georgia is party⟧ to the Convention on Certain Conventional Weapons."),
    ("2018-08-21", "⟦Armenia was a State Party⟧ to the treaty on conventional forces in Europe."),
    ("2018-08-21", "It would be a mistake to think that ⟦Mongolia has joined⟧ the Convention."),
    ("2018-08-21", "⟦Norway has not joined⟧ the list of States that asked for more time under the Convention."),
    ("2018-08-21", "⟦Switzerland remains outside⟧ the European Union, but is party to the Convention."),
    ("2018-08-21", "⟦Norway, outside the European Union⟧, is a State Party to the Convention."),
    ("2018-08-21", "⟦Chad has not ratified⟧ Protocol V, but is party to the Convention."),
    ("2018-08-21", "⟦The United States is not a party⟧, unlike Canada, to the Convention."),
    ("2018-08-21", "⟦Egypt is not⟧, unlike Jordan, a State Party to the Convention."),
    ("2018-08-21", "⟦Georgia is not the only State⟧ that has not joined the Convention."),
    ("2018-08-21", "The campaign says that ⟦Georgia is a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Georgia is nearly a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Georgia is to become a State Party⟧ to the Convention."),
    ("2018-08-21", "As to whether ⟦Georgia is a State Party⟧ to the Convention, see the annex."),
    ("2018-08-21", "⟦Chile is not a party of concern⟧ under the Convention."),
    ("2018-08-21", "⟦Chile is not the State Party⟧ that asked for more time under the Convention."),
    ("2018-08-21", "⟦Chile has not joined⟧ in the criticism of the Convention."),
    ("2018-08-21", "In 2010 ⟦Finland was not a State Party⟧ to the Convention."),
    ("2018-08-21", "Until 2012, ⟦Finland remained outside⟧ the Convention."),
    ("2018-08-21", "For years ⟦Finland had not joined⟧ the Convention."),
    ("2018-08-21", "At the time, ⟦Finland was not party⟧ to the Convention."),
    ("2018-08-21", "When it hosted the meeting, ⟦Sri Lanka was not yet a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Serbia and Montenegro was a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Taiwan is not party⟧ to the Convention."),
    ("2018-08-21", "An armed group in ⟦Colombia is not party⟧ to the Convention."),
    ("2018-08-21", "The Parliament of ⟦Chile has not ratified⟧ the amendment to the Convention."),
    ("2018-08-21", "A company from ⟦Chile is a member⟧ of the Convention's donor group."),
    ("2026-06-01", "⟦Lebanon, India and Nepal are not party⟧ to the Convention."),
    ("2018-08-21", "It is not the case that ⟦Georgia is a State Party⟧ to the Convention."),
    ("2018-08-21", "It would be wrong to say that ⟦Georgia is a State Party⟧ to the Convention."),
    ("2018-08-21", "A colleague thought that ⟦Georgia is a State Party⟧ to the Convention."),
    ("2018-08-21", "Contrary to what was reported, ⟦Georgia is not a signatory⟧ to the Convention."),
    ("2018-08-21", "Georgia says that it acts as if ⟦it were a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Egypt is a party⟧ to the Chemical Weapons Convention no more than to the BWC."),
    ("2018-08-21", "The delegation of ⟦Georgia is a member⟧ of the contact group of the Convention."),
    ("2018-08-21", "⟦Chile is not party⟧ to the dispute about the Convention's budget."),
    ("2018-08-21", "Nobody claims that ⟦Georgia is a State Party⟧ to the Convention."),
    ("2018-08-21", "⟦Georgia has joined⟧ the informal group on the Convention."),
    ("2018-08-21", "⟦India has joined⟧ the consensus on the Convention."),
    ("2018-08-21", "Once ⟦Georgia is a State Party⟧ to the Convention, it will report each year."),
    ("2018-08-21", "Until ⟦Georgia has joined⟧ the Convention, it can only observe."),
    ("2018-08-21", "We look forward to the day when ⟦Georgia is a State Party⟧ to the Convention."),
    ("2018-08-21", "The belief that ⟦Georgia is a State Party⟧ to the Convention is mistaken."),
    ("2018-08-21", "⟦Chile was not a signatory⟧ to the joint letter on the Convention."),
    ("2018-08-21", "The list no longer says that ⟦Georgia has joined⟧ the Convention."),
]


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return verdicts([*TRUE_ONES, *FALSE_ONES, *OPEN_ONES, *NEVER_WRONG])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("verdict", "draft"), [*told(TRUE, TRUE_ONES), *told(FALSE, FALSE_ONES), *told(OPEN, OPEN_ONES)]
)
def test_where_a_state_stands_is_held_against_the_register(said, verdict, draft):
    assert said[draft] is verdict


@pytest.mark.django_db
@pytest.mark.parametrize(("_", "draft"), told(SILENT, NEVER_WRONG))
def test_what_is_not_said_of_the_standing_of_a_state_is_never_wrong(said, _, draft):
    assert said[draft] is not FALSE
