"""The commonest claims in French, Spanish, Russian, Chinese and Arabic: numbers of States, who did what when, vote totals.

One table of patterns a language; the claims are those of `counts`, `treaty_actions` and `votes`, which judge them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from accede.reporting.checker.context import Context
from accede.reporting.checker.kinds.counts import CountClaim
from accede.reporting.checker.kinds.treaty_actions import Act, ActionClaim
from accede.reporting.checker.kinds.votes import WORDS, VoteClaim
from accede.reporting.checker.reading.days import Lead
from accede.reporting.checker.reading.quantities import Quantity
from accede.reporting.checker.reading.sentence import Sentence
from accede.reporting.checker.reading.speech import is_by_others, is_question
from accede.reporting.checker.rolls import Among, asked_in
from accede.reporting.checker.scope import When
from accede.reporting.checker.timeline import Measure
from accede.reporting.checker.values import Claim, ClaimKind
from accede.vocabulary.ballots import Ballot
from accede.vocabulary.treaty_actions import TreatyActionKind

N = r"⟦N(?P<n>\d+)⟧"
NONE = r"(?:⟦N(?P<n>\d+)⟧|(?P<none>zéro|aucune?|ninguno|ningún|cero|нуля|ни одного|0|零|无|لا شيء|لا أحد))"
L = r"⟦L(?P<l>\d+)⟧"
D = r"⟦D(?P<d>\d+)⟧"
T = r"⟦T\d+⟧"


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of one language. `doubtful` marks what is wished, conditional or to come; `narrowed` a number that
    counts those who attended, voted or reported; `past` a number of another day than the paper's."""

    counts: tuple[tuple[Measure, str], ...]
    actions: tuple[tuple[Act, TreatyActionKind | None, str], ...]
    votes: tuple[tuple[Ballot, str], ...]
    doubtful: str
    narrowed: str
    past: str


PHRASES: dict[str, Phrases] = {
    "fr": Phrases(
        counts=(
            (
                Measure.OUTSIDE,
                rf"{N} (?:[ÉEé]tats|pays) (?:non parties|(?:qui )?(?:ne sont|"
                rf"n['’]étaient) (?:toujours )?pas (?:encore )?parties|(?:qui )?(?:restent|demeurent|"
                rf"restaient)(?: encore| toujours)? (?:en dehors|hors|à l['’]écart)|"
                rf"n['’]ont (?:toujours )?pas (?:encore )?(?:adhéré|ratifié|rejoint))",
            ),
            (
                Measure.JOINED,
                rf"{N} (?:[ÉEé]tats|pays) (?:sont |étaient |y sont )?(?:aujourd['’]hui |désormais |"
                rf"actuellement |déjà )?[Pp]arties",
            ),
            (
                Measure.JOINED,
                rf"{N} (?:[ÉEé]tats|pays) (?:ont|avaient|y ont) (?:déjà )?(?:adhéré|ratifié|rejoint|accédé)",
            ),
            (
                Measure.SIGNED,
                rf"{N} (?:[ÉEé]tats|pays) (?:ont|avaient) (?:déjà )?signé|{N.replace('<n>', '<n_b>')} signataires",
            ),
        ),
        actions=(
            (Act.SIGN, None, rf"{L} (?:a|avait) (?:également )?signé(?: {T})?[^.;⟦]{{0,30}}{D}"),
            (
                Act.CONSENT,
                TreatyActionKind.RATIFICATION,
                rf"{L} (?:a|avait) (?:également )?ratifié(?: {T})?[^.;⟦]{{0,30}}{D}",
            ),
            (
                Act.CONSENT,
                None,
                rf"{L} (?:a (?:adhéré|accédé) à|a rejoint|"
                rf"est devenue?s? (?:un [ÉE]tat )?partie à)(?: {T})?[^.;⟦]{{0,30}}{D}",
            ),
            (Act.CONSENT, None, rf"{L} a déposé son instrument d['’]adhésion[^.;⟦]{{0,60}}(?:{T})?[^.;⟦]{{0,40}}{D}"),
            (Act.FORCE, None, rf"entrée? en vigueur (?:pour|à l['’]égard de) (?:l['’]|le |la |les )?{L} {D}"),
            (Act.WITHDRAW, None, rf"{L} s['’](?:est|était) retirée?s? (?:de )?{T}[^.;⟦]{{0,20}}{D}"),
        ),
        votes=(
            (
                Ballot.IN_FAVOUR,
                rf"{N} (?:voix|votes?|[ÉE]tats|pays)?(?: ont voté)? ?(?:pour|en faveur|favorables)|"
                rf"par {N.replace('<n>', '<n_b>')} voix",
            ),
            (
                Ballot.AGAINST,
                rf"{NONE} ?(?:voix|vote)? ?contre(?! (?:⟦N|zéro|aucun))|"
                rf"contre {NONE.replace('<n>', '<n_b>').replace('<none>', '<none_b>')}",
            ),
            (Ballot.ABSTAINED, rf"{N} (?:abstentions?|se sont abstenus)"),
        ),
        doubtful=(
            r"\b(?:si|serai(?:t|ent)|pourrai(?:t|ent)|devrai(?:t|ent)|souhait\w+|espér\w+|espèr\w+|envisag\w+|"
            r"sera|seront|aura|auront|afin|objectif|invit\w+ à adhérer)\b"
        ),
        narrowed=r"\b(?:particip\w+|présents|assist\w+|rapports?|représent\w+|Afrique|Europe|Asie|Pacifique)\b",
        past=r"\b(?:comptait|avait|avaient|étaient|était)\b",
    ),
    "es": Phrases(
        counts=(
            (
                Measure.OUTSIDE,
                rf"{N} (?:Estados|países) (?:no partes?|que no (?:son|eran) partes?|(?:que )?(?:siguen|"
                rf"permanecen|quedan|continúan|permanecían)(?: estando| aún| todavía)? (?:fuera|al margen)|"
                rf"(?:que )?(?:todavía |aún )?no (?:se han adherido|han ratificado|se han sumado))",
            ),
            (Measure.JOINED, rf"{N} (?:Estados|países) (?:son |eran |ya son )?[Pp]artes?"),
            (
                Measure.JOINED,
                rf"{N} (?:Estados|países) (?:(?:se )?(?:han|habían) (?:adherido|ratificado|sumado|unido)|"
                rf"ratificaron|se adhirieron)",
            ),
            (
                Measure.SIGNED,
                rf"{N} (?:Estados|países) (?:han|habían)? ?(?:firmado|firmaron)|"
                rf"{N.replace('<n>', '<n_b>')} signatarios",
            ),
        ),
        actions=(
            (Act.SIGN, None, rf"{L} (?:firmó|había firmado)(?: {T})?[^.;⟦]{{0,30}}{D}"),
            (
                Act.CONSENT,
                TreatyActionKind.RATIFICATION,
                rf"{L} (?:ratificó|había ratificado)(?: {T})?[^.;⟦]{{0,30}}{D}",
            ),
            (
                Act.CONSENT,
                None,
                rf"{L} (?:se (?:adhirió|unió|sumó) a|pasó a ser (?:Estado )?parte en|"
                rf"depositó su instrumento de adhesión a?)(?: {T})?[^.;⟦]{{0,40}}{D}",
            ),
            (Act.FORCE, None, rf"entr(?:ó|ará) en vigor (?:para|respecto de) {L} {D}"),
            (Act.WITHDRAW, None, rf"{L} se retiró de(?:l)? {T}[^.;⟦]{{0,20}}{D}"),
        ),
        votes=(
            (
                Ballot.IN_FAVOUR,
                rf"{N} (?:votos?|Estados|países)?(?: votaron)? ?a favor|por {N.replace('<n>', '<n_b>')} votos",
            ),
            (
                Ballot.AGAINST,
                rf"{NONE} ?(?:votos?)? ?en contra|"
                rf"votos contra {NONE.replace('<n>', '<n_b>').replace('<none>', '<none_b>')}",
            ),
            (Ballot.ABSTAINED, rf"{N} (?:abstenciones|abstención|se abstuvieron)"),
        ),
        doubtful=(
            r"\b(?:si|sería[n]?|podría[n]?|debería[n]?|espera\w*|desea\w*|será[n]?|tendrá[n]?|habrá[n]?|"
            r"objetivo|invit\w+ a adherirse)\b"
        ),
        narrowed=r"\b(?:particip\w+|presentes|asist\w+|informes?|represent\w+|África|Europa|Asia|Pacífico)\b",
        past=r"\b(?:contaba|tenía|había|habían|eran)\b",
    ),
    "ru": Phrases(
        counts=(
            (
                Measure.OUTSIDE,
                rf"{N} (?:государств\w*|стран\w*),? (?:не являющ\w+ся участник\w*|оста(?:ю|ё|е|ва)\w+ (?:вне|"
                rf"за рамками)|(?:которые )?(?:ещё |еще |пока )?не (?:присоединил\w+|ратифицировал\w*|"
                rf"являются участник\w*))",
            ),
            (Measure.JOINED, rf"{N} (?:государств\w*|стран\w*)[- –]участни\w+"),
            (
                Measure.JOINED,
                rf"{N} (?:государств\w*|стран\w*) (?:являются (?:её )?участник\w*|присоединил\w+|ратифицировал\w*)",
            ),
            (Measure.JOINED, rf"участник\w+ {T} (?:являются|стали|являлись) {N} (?:государств|стран)"),
            (Measure.SIGNED, rf"{N} (?:государств\w*|стран\w*) подписал\w*"),
        ),
        actions=(
            (Act.SIGN, None, rf"{L} подписал[аио]?(?: {T})?[^.;⟦]{{0,20}}{D}"),
            (Act.CONSENT, TreatyActionKind.RATIFICATION, rf"{L} ратифицировал[аио]?(?: {T})?[^.;⟦]{{0,20}}{D}"),
            (
                Act.CONSENT,
                None,
                rf"{L} (?:присоединил(?:ся|ась|ось|ись) к|стал[аио]? участни\w+)(?: {T})?[^.;⟦]{{0,20}}{D}",
            ),
            (Act.CONSENT, None, rf"{D},? {L} (?:присоединил(?:ся|ась|ось|ись) к|стал[аио]? участни\w+) {T}"),
            (Act.FORCE, None, rf"вступил[аи]? в силу для {L} {D}"),
            (Act.WITHDRAW, None, rf"{L} вышл?[аио]?(?:ел)? из {T}[^.;⟦]{{0,20}}{D}"),
        ),
        votes=(
            (
                Ballot.IN_FAVOUR,
                rf"{N} голос\w*(?: «?за»?)?(?! против| «против)|"
                rf"«?за»?(?: проголосовал\w+)? {N.replace('<n>', '<n_b>')}",
            ),
            (
                Ballot.AGAINST,
                rf"{NONE} ?(?:голос\w* )?«?против»?|"
                rf"против {NONE.replace('<n>', '<n_b>').replace('<none>', '<none_b>')}",
            ),
            (Ballot.ABSTAINED, rf"{N} (?:воздержавш\w+|воздержал\w+|государств\w* воздержал\w+)"),
        ),
        doubtful=r"\b(?:если|бы|мо(?:жет|гут|гла)|должн\w+|надее\w+|желат\w+|буд(?:ет|ут)|призыва\w+)\b",
        narrowed=r"\b(?:участвовал\w*|присутствовал\w*|доклад\w*|представил\w*|Африк\w+|Европ\w+|Ази\w+)\b",
        past=r"\b(?:было|были|насчитывала|имела|являлись)\b",
    ),
    "zh": Phrases(
        counts=(
            (
                Measure.OUTSIDE,
                rf"{N}(?:个)?(?:非缔约国|国家?(?:仍|尚|还|依然)?(?:未|没有)(?:加入|批准|成为缔约国)|国家?仍(?:然)?(?:在|游离)|尚未加入)",
            ),
            (Measure.JOINED, rf"{N}(?:个)?(?:缔约国|国家?(?:已经|已)?(?:加入|批准|成为))"),
            (Measure.JOINED, rf"缔约国(?:数量|总数|数目)?(?:已|目前)?(?:达到|达|为|增至|有|共有){N}(?:个)?"),
            (Measure.SIGNED, rf"{N}(?:个)?(?:签署国|国家?(?:已)?签署)"),
        ),
        actions=(
            (Act.SIGN, None, rf"{L}(?:于)?{D},?，?(?:正式)?签署"),
            (Act.CONSENT, TreatyActionKind.RATIFICATION, rf"{L}(?:于)?{D},?，?(?:正式)?批准"),
            (Act.CONSENT, None, rf"{L}(?:于)?{D},?，?(?:正式)?(?:加入|成为)"),
            (Act.CONSENT, None, rf"{D}，?{L}(?:正式)?(?:加入|成为)(?:了)?(?:《)?{T}"),
            (Act.FORCE, None, rf"{D}对{L}生效"),
            (Act.WITHDRAW, None, rf"{L}(?:于)?{D}(?:正式)?退出"),
        ),
        votes=(
            (Ballot.IN_FAVOUR, rf"{N}票(?:赞成|支持)|赞成(?:票)?{N.replace('<n>', '<n_b>')}"),
            (Ballot.AGAINST, rf"{NONE}票反对|反对(?:票)?{NONE.replace('<n>', '<n_b>').replace('<none>', '<none_b>')}"),
            (Ballot.ABSTAINED, rf"{N}票弃权|弃权(?:票)?{N.replace('<n>', '<n_b>')}"),
        ),
        doubtful=r"如果|若|希望|应当|应该|可能|将(?:会|有|达)|呼吁|预计",
        narrowed=r"参加|出席|与会|报告|非洲|亚洲|欧洲",
        past=r"当时|曾有",
    ),
    "ar": Phrases(
        counts=(
            (
                Measure.OUTSIDE,
                rf"{N} دولة (?:غير طرف|ليست (?:أ?طرفا?ً?|طرف)|(?:لا تزال|ما زالت|ظلت|تظل) خارج|لم تنضم|خارج)",
            ),
            (Measure.JOINED, rf"{N} دولة (?:طرفا?ً?|أطراف)|{N.replace('<n>', '<n_b>')} (?:دولة )?من الدول الأطراف"),
            (Measure.JOINED, rf"عدد الدول الأطراف(?: في {T})?[^.؛⟦]{{0,20}}{N}"),
            (
                Measure.JOINED,
                rf"(?:انضمت|صدقت|صادقت)(?: إلى| على)?(?: {T})? {N} دولة|"
                rf"{N.replace('<n>', '<n_b>')} دولة (?:انضمت|صدقت)",
            ),
            (Measure.SIGNED, rf"(?:وقعت|وقّعت)(?: على)?(?: {T})? {N} دولة"),
        ),
        actions=(
            (Act.SIGN, None, rf"(?:وقعت|وقّعت) {L}(?: على)?(?: {T})?[^.؛⟦]{{0,20}}{D}"),
            (
                Act.CONSENT,
                TreatyActionKind.RATIFICATION,
                rf"(?:صدقت|صادقت|صدّقت) {L}(?: على)?(?: {T})?[^.؛⟦]{{0,20}}{D}",
            ),
            (Act.CONSENT, None, rf"(?:انضمت|انضم) {L}(?: إلى)?(?: {T})?[^.؛⟦]{{0,20}}{D}"),
            (Act.FORCE, None, rf"(?:دخلت|تدخل) (?:{T} )?حيز النفاذ (?:بالنسبة (?:إلى|ل) ?){L} {D}"),
            (Act.WITHDRAW, None, rf"انسحبت {L}(?: من)? {T}[^.؛⟦]{{0,20}}{D}"),
        ),
        votes=(
            (Ballot.IN_FAVOUR, rf"{N} صوتا?ً? (?:مؤيدا?ً?|لصالح)|أغلبية {N.replace('<n>', '<n_b>')} صوتا"),
            (
                Ballot.AGAINST,
                rf"مقابل {NONE}|"
                rf"{NONE.replace('<n>', '<n_b>').replace('<none>', '<none_b>')} (?:صوتا? )?(?:معارضا?|ضد)",
            ),
            (Ballot.ABSTAINED, rf"امتناع {N}|{N.replace('<n>', '<n_b>')} (?:امتناع|ممتنع|عضوا عن التصويت)"),
        ),
        doubtful=r"\b(?:إذا|قد|سوف|ينبغي|يمكن|نأمل|ندعو)\b",
        narrowed=r"شارك|حضر|تقرير|أفريقيا|آسيا",
        past=r"كان|كانت",
    ),
}


def find(sentence: Sentence, context: Context) -> Iterator[Claim]:
    """The claims of a sentence that is not in English."""
    phrases = PHRASES.get(sentence.language)
    if phrases is None or is_question(sentence) or re.search(phrases.doubtful, sentence.outline, re.IGNORECASE):
        return
    yield from _counts(sentence, context, phrases)
    yield from _actions(sentence, context)
    yield from _votes(sentence, context)


def _counts(sentence: Sentence, context: Context, phrases: Phrases) -> Iterator[CountClaim]:
    if "⟦N" not in sentence.outline or re.search(phrases.narrowed, sentence.outline, re.IGNORECASE):
        return
    taken: set[str] = set()
    for measure, pattern in _compiled(sentence.language)[0]:
        for match in pattern.finditer(sentence.outline):
            number = _group(match, "n")
            if number is None or number in taken:
                continue
            taken.add(number)
            when = _when(sentence, context, phrases)
            others = {
                Measure.JOINED: (Measure.IN_FORCE,),
                Measure.OUTSIDE: (Measure.OUTSIDE_BY_FORCE,),
                Measure.SIGNED: (Measure.SIGNATORY,),
            }[measure]
            quantity = sentence.numbers[int(number)]
            yield CountClaim(
                kind=ClaimKind.COUNT,
                where=context.passage.where,
                text=sentence.words(match.start(), match.end()),
                stated=f"{quantity.wording()} {measure.label}" + (f", {when.wording()}" if when else ""),
                spots=(context.spot(sentence, match.start(), match.end()),),
                is_by_others=is_by_others(sentence, match.start(), match.end()),
                measure=measure,
                others=others,
                quantity=quantity,
                when=when,
                is_ours=context.is_ours(sentence, match.start(), match.end()),
                is_event=when is not None and when.first != when.last,
            )


def _actions(sentence: Sentence, context: Context) -> Iterator[ActionClaim]:
    seen: set[tuple[str, Act]] = set()
    for act, action, pattern in _compiled(sentence.language)[1]:
        for match in pattern.finditer(sentence.outline):
            day = sentence.days[int(match["d"])]
            states = sentence.lists[int(match["l"])]
            if day.wrong or not day.year_is_told:
                continue
            spot = context.spot(sentence, match.start(), match.end())
            for state in states:
                if (state.iso3, act) in seen:
                    continue
                seen.add((state.iso3, act))
                label = action.label if action else act.label
                yield ActionClaim(
                    kind=ClaimKind.ENTRY_INTO_FORCE if act is Act.FORCE else ClaimKind.TREATY_ACTION,
                    where=context.passage.where,
                    text=sentence.words(match.start(), match.end()),
                    stated=f"{state.iso3}: {label}, {day.wording()}",
                    spots=(spot,)
                    if len(states) == 1
                    else (replace(spot, start=sentence.at + state.start, end=sentence.at + state.end), spot),
                    is_by_others=is_by_others(sentence, match.start(), match.end()),
                    iso3=state.iso3,
                    act=act,
                    action=action,
                    when=When(day.first, day.last, Lead.ON),
                    is_ours=context.is_ours(sentence, match.start(), match.end()),
                    group=tuple(one.iso3 for one in states),
                )


def _votes(sentence: Sentence, context: Context) -> Iterator[VoteClaim]:
    totals: list[tuple[Ballot, Quantity, Among]] = []
    places: list[tuple[int, int]] = []
    taken: set[str] = set()
    for ballot, pattern in reversed(_compiled(sentence.language)[2]):
        for match in pattern.finditer(sentence.outline):
            number = _group(match, "n")
            if number in taken or any(ballot is one for one, _, _ in totals):
                continue
            if number is not None:
                taken.add(number)
            totals.append((ballot, sentence.numbers[int(number)] if number else Quantity(0), Among.ANY))
            places.append(match.span())
    if len(totals) < 2:
        return
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    asked = asked_in(sentence, context, start, end)
    if asked is None:
        return
    totals.reverse()
    yield VoteClaim(
        kind=ClaimKind.VOTE,
        where=context.passage.where,
        text=sentence.words(start, end),
        stated=", ".join(f"{quantity.wording()} {WORDS[ballot]}" for ballot, quantity, _ in totals),
        spots=(context.spot(sentence, start, end),),
        is_by_others=is_by_others(sentence, start, end),
        totals=tuple(totals),
        asked=asked,
        on=context.paper.day,
    )


def _when(sentence: Sentence, context: Context, phrases: Phrases) -> When | None:
    days = [day for day in sentence.days if not day.wrong and day.year_is_told]
    if len(days) == 1:
        return When(
            days[0].first,
            days[0].last,
            days[0].lead if days[0].lead is Lead.AS_OF else Lead.ON,
            is_sure=days[0].lead is not Lead.SINCE,
        )
    if days:
        as_of = [day for day in days if day.lead is Lead.AS_OF]
        return When(as_of[0].first, as_of[0].last) if len(as_of) == 1 else None
    if re.search(phrases.past, sentence.outline, re.IGNORECASE):
        return None
    return When(context.paper.day, context.paper.day, is_told=context.paper.is_given)


def _group(match: re.Match[str], name: str) -> str | None:
    groups = match.groupdict()
    return groups.get(name) or groups.get(f"{name}_b")


@cache
def _compiled(
    language: str,
) -> tuple[
    tuple[tuple[Measure, re.Pattern[str]], ...],
    tuple[tuple[Act, TreatyActionKind | None, re.Pattern[str]], ...],
    tuple[tuple[Ballot, re.Pattern[str]], ...],
]:
    phrases = PHRASES[language]
    return (
        tuple((measure, re.compile(words, re.IGNORECASE)) for measure, words in phrases.counts),
        tuple((act, action, re.compile(words, re.IGNORECASE)) for act, action, words in phrases.actions),
        tuple((ballot, re.compile(words, re.IGNORECASE)) for ballot, words in phrases.votes),
    )
