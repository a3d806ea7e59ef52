"""The commonest claims in French, Spanish, Russian, Chinese and Arabic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from accede.vocabulary.treaty_actions import TreatyActionKind as Kind
from checker_corpus.case import Verdict
from checker_corpus.examiner.desk import Desk, Made, capital
from checker_corpus.oracle import SESSIONS

LATEST = date(2025, 6, 1)


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language: its months, how it writes a day, and its sentences by what they claim."""

    months: tuple[str, ...]
    day: str
    parties: tuple[str, ...]
    parties_on: tuple[str, ...]
    outside: tuple[str, ...]
    outside_on: tuple[str, ...]
    acceded: tuple[str, ...]
    ratified: tuple[str, ...]
    totals: tuple[str, ...]
    abstained: tuple[str, ...]
    in_favour: tuple[str, ...]


TONGUES = {
    "fr": Tongue(
        months=(
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
        ),
        day="{d} {m} {y}",
        parties=(
            "{n} États sont parties à la Convention.",
            "La Convention compte {n} États parties.",
            "À ce jour, {n} États ont adhéré à la Convention d'Ottawa ou l'ont ratifiée.",
            "La Convention sur l'interdiction des mines antipersonnel compte aujourd'hui {n} États parties.",
            "Le nombre d'États parties à la Convention est de {n}.",
        ),
        parties_on=(
            "Au {on}, {n} États étaient parties à la Convention.",
            "Au {on}, la Convention d'Ottawa comptait {n} États parties.",
            "À la date du {on}, {n} États avaient ratifié la Convention ou y avaient adhéré.",
            "En date du {on}, le nombre d'États parties à la Convention était de {n}.",
        ),
        outside=(
            "{n} États ne sont pas parties à la Convention.",
            "{n} États n'ont pas encore adhéré à la Convention.",
            "{n} États restent en dehors de la Convention d'Ottawa.",
        ),
        outside_on=(
            "Au {on}, {n} États n'étaient pas parties à la Convention.",
            "Au {on}, {n} États n'avaient pas encore adhéré à la Convention.",
        ),
        acceded=(
            "{state} a adhéré à la Convention le {on}.",
            "Le {on}, {state} a adhéré à la Convention d'Ottawa.",
            "L'adhésion à la Convention de {state} date du {on}.",
        ),
        ratified=("{state} a ratifié la Convention le {on}.", "Le {on}, {state} a ratifié la Convention d'Ottawa."),
        totals=(
            "L'Assemblée générale a adopté la résolution {symbol} par {yes} voix contre {no}, avec {abs} abstentions.",
            "Le {on}, l'Assemblée générale a adopté la résolution {symbol} par {yes} voix pour, {no} contre et {abs} "
            "abstentions.",
        ),
        abstained=(
            "{state} s'est abstenu lors du vote de l'Assemblée générale sur la résolution {symbol}.",
            "Le {on}, {state} s'est abstenu lors du vote sur la résolution {symbol} de l'Assemblée générale.",
        ),
        in_favour=(
            "{state} a voté pour la résolution {symbol} de l'Assemblée générale.",
            "Le {on}, {state} a voté en faveur de la résolution {symbol} de l'Assemblée générale.",
        ),
    ),
    "es": Tongue(
        months=(
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
        ),
        day="{d} de {m} de {y}",
        parties=(
            "{n} Estados son partes en la Convención.",
            "La Convención cuenta con {n} Estados partes.",
            "Hasta la fecha, {n} Estados han ratificado la Convención o se han adherido a ella.",
            "La Convención de Ottawa tiene {n} Estados partes.",
            "El número de Estados partes en la Convención asciende a {n}.",
        ),
        parties_on=(
            "Al {on}, {n} Estados eran partes en la Convención.",
            "Al {on}, la Convención de Ottawa contaba con {n} Estados partes.",
            "A fecha de {on}, {n} Estados habían ratificado la Convención o se habían adherido a ella.",
        ),
        outside=(
            "{n} Estados no son partes en la Convención.",
            "{n} Estados aún no se han adherido a la Convención.",
            "{n} Estados permanecen fuera de la Convención de Ottawa.",
        ),
        outside_on=(
            "Al {on}, {n} Estados no eran partes en la Convención.",
            "Al {on}, {n} Estados aún no se habían adherido a la Convención.",
        ),
        acceded=(
            "{state} se adhirió a la Convención el {on}.",
            "El {on}, {state} se adhirió a la Convención de Ottawa.",
        ),
        ratified=("{state} ratificó la Convención el {on}.", "El {on}, {state} ratificó la Convención de Ottawa."),
        totals=(
            "La Asamblea General aprobó la resolución {symbol} por {yes} votos contra {no} y {abs} abstenciones.",
            "El {on}, la Asamblea General aprobó la resolución {symbol} por {yes} votos a favor, {no} en contra y "
            "{abs} abstenciones.",
        ),
        abstained=(
            "{state} se abstuvo en la votación de la Asamblea General sobre la resolución {symbol}.",
            "El {on}, {state} se abstuvo en la votación de la resolución {symbol} de la Asamblea General.",
        ),
        in_favour=(
            "{state} votó a favor de la resolución {symbol} de la Asamblea General.",
            "El {on}, {state} votó a favor de la resolución {symbol} de la Asamblea General.",
        ),
    ),
    "ru": Tongue(
        months=(
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
        ),
        day="{d} {m} {y} года",
        parties=(
            "Участниками Конвенции являются {n} {gos}.",
            "Число государств-участников Конвенции составляет {n}.",
            "На сегодняшний день к Оттавской конвенции присоединились {n} {gos}.",
            "В Конвенции участвуют {n} {gos}.",
        ),
        parties_on=(
            "По состоянию на {on} участниками Конвенции являлись {n} {gos}.",
            "По состоянию на {on} число государств-участников Конвенции составляло {n}.",
            "На {on} в Конвенции участвовали {n} {gos}.",
        ),
        outside=(
            "{n} {gos} не являются участниками Конвенции.",
            "За рамками Конвенции остаются {n} {gos}.",
            "{n} {gos} еще не присоединились к Конвенции.",
        ),
        outside_on=(
            "По состоянию на {on} {n} {gos} не являлись участниками Конвенции.",
            "На {on} {n} {gos} еще не присоединились к Конвенции.",
        ),
        acceded=("{state} присоединилась к Конвенции {on}.", "{on} {state} присоединилась к Оттавской конвенции."),
        ratified=("{state} ратифицировала Конвенцию {on}.", "{on} {state} ратифицировала Оттавскую конвенцию."),
        totals=(
            "Генеральная Ассамблея приняла резолюцию {symbol} {yes} голосами против {no} при {abs} воздержавшихся.",
            "{on} Генеральная Ассамблея приняла резолюцию {symbol} {yes} голосами «за» при {abs} воздержавшихся.",
        ),
        abstained=("{state} воздержалась при голосовании в Генеральной Ассамблее по резолюции {symbol}.",),
        in_favour=(
            "{state} голосовала за резолюцию {symbol} Генеральной Ассамблеи.",
            "{state} проголосовала за резолюцию {symbol} Генеральной Ассамблеи.",
        ),
    ),
    "zh": Tongue(
        months=tuple(str(each) for each in range(1, 13)),
        day="{y}年{m}月{d}日",
        parties=(
            "《公约》有{n}个缔约国。",
            "目前《禁止杀伤人员地雷公约》共有{n}个缔约国。",
            "《渥太华公约》的缔约国数目为{n}个。",
            "迄今已有{n}个国家加入《公约》。",
        ),
        parties_on=(
            "截至{on}，《公约》有{n}个缔约国。",
            "截至{on}，《禁止杀伤人员地雷公约》共有{n}个缔约国。",
            "截至{on}，已有{n}个国家批准或加入《公约》。",
        ),
        outside=("{n}个国家尚未加入《公约》。", "仍有{n}个国家不是《公约》缔约国。", "目前尚有{n}个非缔约国。"),
        outside_on=("截至{on}，{n}个国家尚未加入《公约》。", "截至{on}，仍有{n}个国家不是《公约》缔约国。"),
        acceded=("{state}于{on}加入《公约》。", "{on}，{state}加入了《渥太华公约》。"),
        ratified=("{state}于{on}批准《公约》。", "{on}，{state}批准了《渥太华公约》。"),
        totals=(
            "大会以{yes}票赞成、{no}票反对、{abs}票弃权通过了第{symbol}号决议。",
            "{on}，联合国大会以{yes}票赞成、{no}票反对、{abs}票弃权通过第{symbol}号决议。",
        ),
        abstained=(
            "{state}在大会就第{symbol}号决议进行的表决中弃权。",
            "{on}，{state}对大会第{symbol}号决议投了弃权票。",
        ),
        in_favour=("{state}对大会第{symbol}号决议投了赞成票。", "{on}，{state}投票赞成大会第{symbol}号决议。"),
    ),
    "ar": Tongue(
        months=(
            "كانون الثاني/يناير",
            "شباط/فبراير",
            "آذار/مارس",
            "نيسان/أبريل",
            "أيار/مايو",
            "حزيران/يونيه",
            "تموز/يوليه",
            "آب/أغسطس",
            "أيلول/سبتمبر",
            "تشرين الأول/أكتوبر",
            "تشرين الثاني/نوفمبر",
            "كانون الأول/ديسمبر",
        ),
        day="{d} {m} {y}",
        parties=(
            "يبلغ عدد الدول الأطراف في الاتفاقية {n} دولة.",
            "تضم الاتفاقية {n} دولة طرفاً.",
            "هناك {n} دولة طرف في اتفاقية أوتاوا.",
        ),
        parties_on=(
            "في {on}، بلغ عدد الدول الأطراف في الاتفاقية {n} دولة.",
            "حتى {on}، كان عدد الدول الأطراف في الاتفاقية {n} دولة.",
            "حتى {on}، انضمت {n} دولة إلى الاتفاقية.",
        ),
        outside=(
            "لا تزال {n} دولة خارج الاتفاقية.",
            "لم تنضم {n} دولة بعد إلى الاتفاقية.",
            "هناك {n} دولة ليست أطرافاً في الاتفاقية.",
        ),
        outside_on=(
            "حتى {on}، كانت {n} دولة لا تزال خارج الاتفاقية.",
            "حتى {on}، لم تكن {n} دولة قد انضمت إلى الاتفاقية.",
        ),
        acceded=("انضمت {state} إلى الاتفاقية في {on}.", "في {on}، انضمت {state} إلى اتفاقية أوتاوا."),
        ratified=("صدقت {state} على الاتفاقية في {on}.", "في {on}، صدقت {state} على اتفاقية أوتاوا."),
        totals=("اعتمدت الجمعية العامة القرار {symbol} بأغلبية {yes} صوتاً مقابل {no} وامتناع {abs} عن التصويت.",),
        abstained=("امتنعت {state} عن التصويت على قرار الجمعية العامة {symbol}.",),
        in_favour=("صوتت {state} لصالح قرار الجمعية العامة {symbol}.",),
    ),
}


def _state(desk: Desk, iso3: str, language: str) -> str | None:
    if language in ("fr", "es"):
        name = desk.names.in_sentence(iso3, language)
        return None if name.startswith(("les ", "los ", "las ")) or "(" in name else name
    name = desk.names.short(iso3, language)
    # In Russian the verb agrees with the name: those in -ия are feminine. Brackets and plurals read badly elsewhere too.
    return None if "(" in name or (language == "ru" and (" " in name or not name.endswith("ия"))) else name


def _day(tongue: Tongue, on: date) -> str:
    told = tongue.day.format(d=on.day, m=tongue.months[on.month - 1], y=on.year)
    return f"1er{told[1:]}" if on.day == 1 and tongue is TONGUES["fr"] else told


def languages(desk: Desk, is_true: bool) -> Made | None:
    """One claim in one of the five."""
    language = desk.pick(list(TONGUES))
    tongue = TONGUES[language]
    writer = desk.pick((_counted, _counted, _joined, _voted, _ballot))
    made = writer(desk, language, tongue, is_true)
    if made is None:
        return None
    text, as_of = made
    return Made(f"⟦{capital(text)}⟧", Verdict.AGREES if is_true else Verdict.CONTRADICTS, as_of)


def _states(number: int) -> str:
    """The Russian word for so many States."""
    if number % 100 in (11, 12, 13, 14) or number % 10 not in (1, 2, 3, 4):
        return "государств"
    return "государство" if number % 10 == 1 else "государства"


def _counted(desk: Desk, language: str, tongue: Tongue, is_true: bool) -> tuple[str, date] | None:
    is_dated, is_outside = desk.chance(0.6), desk.chance(0.4)
    moment = desk.moment(last=LATEST) if is_dated else None
    day = moment.day if moment else desk.paper_day(last=LATEST)
    if day is None or (is_dated and (moment is None or not desk.is_calm(day))):
        return None
    ways, found = desk.facts.ways(day), desk.facts.counts(day)
    figure, known = (found.outside, ways.outside) if is_outside else (found.joined, ways.parties)
    if not is_true:
        figure = desk.pick([figure + step for step in (-7, -4, -3, 3, 5, 9) if figure + step not in known])
    templates = (
        (tongue.outside_on if is_outside else tongue.parties_on)
        if is_dated
        else tongue.outside
        if is_outside
        else tongue.parties
    )
    return desk.pick(templates).format(n=figure, gos=_states(figure), on=_day(tongue, day)), desk.later(
        day
    ) if is_dated else day


def _joined(desk: Desk, language: str, tongue: Tongue, is_true: bool) -> tuple[str, date] | None:
    found = desk.pick(list(desk.facts.joinings.values()))
    if (
        found.is_disputed
        or found.kind not in (Kind.ACCESSION, Kind.RATIFICATION)
        or found.iso3 in ("POL", "VUT", "TON")
    ):
        return None
    state, on = _state(desk, found.iso3, language), found.deposited
    if state is None:
        return None
    if not is_true:
        on = on.replace(year=on.year + desk.pick((-2, -1, 1, 2)), day=min(on.day, 28))
        if on.year in found.all_years:
            return None
    templates = tongue.acceded if found.kind is Kind.ACCESSION else tongue.ratified
    if language == "fr":
        templates = tuple(each for each in templates if "de {state}" not in each)
    return desk.pick(templates).format(state=state, on=_day(tongue, on)), desk.later(max(on, found.deposited))


def _voted(desk: Desk, language: str, tongue: Tongue, is_true: bool) -> tuple[str, date] | None:
    session = desk.pick([each for each in SESSIONS if not desk.facts.is_first_committee_held(each)])
    answer = desk.facts.roll_call(session)
    yes, abstained = answer.counts.in_favour, answer.counts.abstained
    if not is_true:
        yes, abstained = desk.pick(
            ((yes + 4, abstained), (yes - 5, abstained), (yes, abstained + 3), (yes, abstained - 2))
        )
    on = desk.facts.voted_on(session)
    text = desk.pick(tongue.totals).format(
        symbol=answer.resolution.removeprefix("A/RES/"),
        yes=yes,
        no=answer.counts.against,
        abs=abstained,
        on=_day(tongue, on),
    )
    return text, desk.later(on)


def _ballot(desk: Desk, language: str, tongue: Tongue, is_true: bool) -> tuple[str, date] | None:
    session = desk.pick(SESSIONS)
    answer = desk.facts.roll_call(session)
    did_abstain = desk.chance(0.6)
    iso3 = desk.pick(answer.abstained if did_abstain else answer.in_favour)
    state = _state(desk, iso3, language)
    if state is None or desk.facts.is_ballot_disputed(iso3, session) or desk.facts.is_first_committee_held(session):
        return None
    templates = tongue.abstained if did_abstain is is_true else tongue.in_favour
    on = desk.facts.voted_on(session)
    text = desk.pick(templates).format(
        state=state, symbol=answer.resolution.removeprefix("A/RES/"), on=_day(tongue, on)
    )
    return text, desk.later(on)


KINDS = {"other languages": (languages, 10)}
