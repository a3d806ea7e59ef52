"""Which of several records of one fact counts, and which contradict it."""

from dataclasses import replace

from accede.register.contradictions import contradicts, topic_of, topics
from evidence_cast import MONITOR, PAPER, SOURCES, action

GRADES = {key: source.grade for key, source in SOURCES.items()}


def settled(*records, choices=None):
    (topic,) = topics(records, GRADES, choices or {})
    return topic


VANUATU = action("VUT", "ratification", "2005-09-16")
PACLII = action("VUT", "ratification", "2005-09-06", source=MONITOR, beside="~paclii")


def test_a_key_up_to_the_tilde_is_the_topic():
    assert topic_of("apmbc/VUT/ratification~paclii") == "apmbc/VUT/ratification"


def test_the_source_nearest_to_the_fact_counts_and_the_other_is_kept():
    topic = settled(PACLII, VANUATU)
    assert (topic.counts, topic.contradict) == (VANUATU, (PACLII,))


def test_what_a_person_chose_counts_before_the_grade_of_the_source():
    topic = settled(VANUATU, PACLII, choices={"apmbc/VUT/ratification": PACLII.key})
    assert (topic.counts, topic.contradict) == (PACLII, (VANUATU,))


def test_a_choice_on_another_topic_decides_nothing_here():
    topic = settled(VANUATU, PACLII, choices={"apmbc/VUT/practice/use/1 | another": PACLII.key})
    assert topic.counts == VANUATU


def test_between_sources_of_one_grade_the_first_record_counts():
    beside = action("VUT", "ratification", "2005-09-06", beside="~a")
    assert settled(beside, VANUATU).counts == VANUATU


def test_a_source_that_says_the_same_contradicts_nobody():
    same = action("VUT", "ratification", "2005-09-16", source=MONITOR, beside="~monitor")
    remarked = replace(same, fact=replace(same.fact, note="seen in the list of 2006"))
    topic = settled(VANUATU, remarked)
    assert (topic.counts, topic.agree, topic.contradict) == (VANUATU, (remarked,), ())


def test_the_more_precise_date_of_sources_that_agree_counts():
    year = action("LKA", "accession", "2017")
    day = action("LKA", "accession", "2017-12-13", source=PAPER, beside="~paper")
    topic = settled(year, day)
    assert (topic.counts, topic.agree, topic.contradict) == (day, (year,), ())


def test_a_more_precise_record_that_leaves_something_out_does_not_count_before():
    whole = action("SSD", "succession", "2011", effective="2011-07-09")
    part = action("SSD", "succession", "2011-11-11", source=PAPER, beside="~paper")
    assert settled(whole, part).counts == whole


def test_silence_contradicts_nothing():
    silent = replace(VANUATU.fact, deposited=None)
    assert not contradicts(VANUATU.fact, silent)
    assert contradicts(VANUATU.fact, PACLII.fact)


def test_facts_of_different_topics_stay_apart_in_their_order():
    records = [action("VUT", "signature", "1997-12-04"), VANUATU, PACLII]
    assert [topic.counts for topic in topics(records, GRADES, {})] == records[:2]


def test_a_source_that_is_not_held_ranks_last():
    stranger = action("VUT", "ratification", "2005-09-06", source="unknown", beside="~unknown")
    known = action("VUT", "ratification", "2005-09-16", source=MONITOR, beside="~z")
    assert settled(stranger, known).counts.source == MONITOR
