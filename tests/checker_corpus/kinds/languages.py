"""The commonest claims in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

from datetime import date

from accede.vocabulary.state_names import shipped_names
from checker_corpus.case import Verdict
from checker_corpus.kinds.actions import other_day
from checker_corpus.kinds.counts import wrong_figure
from checker_corpus.oracle import SESSIONS
from checker_corpus.pen import Draft, Pen

MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    "zh": [f"{month}月" for month in range(1, 13)],
}
PARTIES = {
    "fr": (
        "Au {day}, ⟦{n} États étaient parties à la Convention⟧.",
        "Au {day}, la Convention comptait ⟦{n} États parties⟧.",
        "⟦{n} États avaient adhéré à la Convention d'Ottawa ou l'avaient ratifiée⟧ au {day}.",
    ),
    "es": (
        "Al {day}, ⟦{n} Estados eran partes en la Convención⟧.",
        "Al {day}, la Convención tenía ⟦{n} Estados partes⟧.",
        "Al {day}, ⟦{n} Estados se habían adherido a la Convención de Ottawa o la habían ratificado⟧.",
    ),
    "ru": (
        "По состоянию на {day} года ⟦участниками Конвенции являлись {n} государства⟧.",
        "По состоянию на {day} года в Конвенции насчитывалось ⟦{n} государств-участников⟧.",
    ),
    "zh": (
        "截至{day}，⟦《公约》有{n}个缔约国⟧。",
        "截至{day}，⟦已有{n}个国家加入《渥太华公约》⟧。",
    ),
    "ar": (
        "حتى {day}، ⟦بلغ عدد الدول الأطراف في الاتفاقية {n} دولة⟧.",
        "في {day}، ⟦كانت {n} دولة طرفا في الاتفاقية⟧.",
    ),
}
OUTSIDE = {
    "fr": (
        "Au {day}, ⟦{n} États n'étaient pas parties à la Convention⟧.",
        "Au {day}, ⟦{n} États restaient en dehors de la Convention⟧.",
    ),
    "es": (
        "Al {day}, ⟦{n} Estados no eran partes en la Convención⟧.",
        "Al {day}, ⟦{n} Estados seguían fuera de la Convención⟧.",
    ),
    "ru": ("По состоянию на {day} года ⟦{n} государства не являлись участниками Конвенции⟧.",),
    "zh": ("截至{day}，⟦仍有{n}个国家不是《公约》缔约国⟧。",),
    "ar": ("حتى {day}، ⟦كانت {n} دولة غير طرف في الاتفاقية⟧.",),
}
VOTES = {
    "fr": (
        "Le {day}, l'Assemblée générale a adopté en plénière la résolution {r} par ⟦{y} voix pour, {z} contre et {a} abstentions⟧.",
    ),
    "es": (
        "El {day}, la Asamblea General aprobó en sesión plenaria la resolución {r} por ⟦{y} votos a favor, {z} en contra "
        "y {a} abstenciones⟧.",
    ),
    "ru": (
        "{day} года Генеральная Ассамблея на пленарном заседании приняла резолюцию {r} ⟦{y} голосами «за», {z} «против» "
        "при {a} воздержавшихся⟧.",
    ),
    "zh": ("{day}，大会全体会议以⟦{y}票赞成、{z}票反对、{a}票弃权⟧通过第{r}号决议。",),
    "ar": (
        "في {day}، اعتمدت الجمعية العامة في جلسة عامة القرار {r} ⟦بأغلبية {y} صوتا مقابل {z} وامتناع {a} عضوا عن التصويت⟧.",
    ),
}
JOINED = {
    "fr": ("⟦{name} : adhésion à la Convention le {day}⟧.", "⟦Adhésion de cet État à la Convention ({name}) : {day}⟧."),
    "es": ("⟦{name} se adhirió a la Convención el {day}⟧.",),
    "ru": ("⟦{name}: дата присоединения к Конвенции — {day} года⟧.",),
    "zh": ("⟦{name}于{day}加入《公约》⟧。",),
    "ar": ("⟦انضمت {name} إلى الاتفاقية في {day}⟧.",),
}


def other_languages(pen: Pen, verdict: Verdict) -> Draft | None:
    """One of four claims in one of five languages."""
    if verdict is Verdict.CANNOT_TELL:
        return None
    rnd, facts = pen.rnd, pen.facts
    language = rnd.choice(("fr", "fr", "es", "es", "ru", "zh", "ar"))
    what = rnd.choice(("parties", "parties", "outside", "votes", "joined"))
    if what == "votes":
        return _votes(pen, verdict, language)
    if what == "joined":
        return _joined(pen, verdict, language)
    on = pen.between(date(2000, 1, 1), date(2025, 12, 20))
    counts, ways = facts.counts(on), facts.ways(on)
    right = counts.joined if what == "parties" else counts.outside
    given = right
    if verdict is Verdict.CONTRADICTS:
        given = wrong_figure(pen, right, getattr(ways, what))
    if language == "ru" and not (given % 10 in (2, 3, 4) and given % 100 not in (12, 13, 14)):
        templates = [
            each.replace("государства", "государств") for each in (PARTIES if what == "parties" else OUTSIDE)["ru"]
        ]
    else:
        templates = list((PARTIES if what == "parties" else OUTSIDE)[language])
    body = rnd.choice(templates).format(n=given, day=_day(on, language))
    return Draft(body=body, verdict=verdict, as_of=pen.checked(on), is_free=False, is_framed=False)


def _votes(pen: Pen, verdict: Verdict, language: str) -> Draft | None:
    rnd, facts = pen.rnd, pen.facts
    session = rnd.choice(SESSIONS)
    held = facts.roll_call(session)
    yes, abstained = held.counts.in_favour, held.counts.abstained
    if verdict is Verdict.CONTRADICTS:
        yes += rnd.choice((-1, 1)) * rnd.randint(1, 9)
        if rnd.random() < 0.5:
            abstained += rnd.randint(1, 6)
        if session == 72 and yes == 158:
            return None
    on = facts.voted_on(session)
    body = rnd.choice(VOTES[language]).format(
        day=_day(on, language),
        r=held.resolution.removeprefix("A/RES/"),
        y=yes,
        z=held.counts.against,
        a=abstained,
    )
    return Draft(body=body, verdict=verdict, as_of=pen.checked(on), is_free=False, is_framed=False)


def _joined(pen: Pen, verdict: Verdict, language: str) -> Draft | None:
    rnd, facts = pen.rnd, pen.facts
    own = rnd.choice(
        [each for each in facts.joinings.values() if each.kind.value == "accession" and not each.is_disputed]
    )
    on = own.deposited
    if verdict is Verdict.CONTRADICTS:
        on = other_day(pen, on, own.all_days)
    name = shipped_names().short(own.iso3, language, own.deposited)
    body = rnd.choice(JOINED[language]).format(name=name, day=_day(on, language))
    return Draft(body=body, verdict=verdict, as_of=pen.checked(max(on, own.in_force)), is_free=False, is_framed=False)


def _day(on: date, language: str) -> str:
    month = MONTHS[language][on.month - 1]
    match language:
        case "zh":
            return f"{on.year}年{month}{on.day}日"
        case "es":
            return f"{on.day} de {month} de {on.year}"
        case "fr":
            return f"{'1er' if on.day == 1 else on.day} {month} {on.year}"
        case _:
            return f"{on.day} {month} {on.year}"


KINDS = {"other languages": (other_languages, 9)}
"""Kind to its writer and its weight."""
