"""Which treaty a text speaks of: by its names in six languages, or as "the Convention", which the context tells. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accede.register.treaty import TreatyDefinition
from accede.reporting.checker.late import Late

OTHER = "other"
"""The key of a treaty that Accede does not hold."""
ARTICLE = re.compile(r"\b(?:the |this |our )(?:(?:19|20)\d\d )?$|\b(?:19|20)\d\d $", re.IGNORECASE)
"""A treaty's year may be part of its name: "the 1997 Mine Ban Treaty"."""
FURTHER: dict[str, tuple[str, ...]] = {
    "apmbc": (
        r"(?:AP |anti[- ]?personnel )?(?:land)?mines?[- ]ban(?:ning)?(?: convention| treaty)",
        r"(?:AP |anti[- ]?personnel )?(?:land)?-?mines? (?:convention|treaty|ban treaty)",
        r"(?:treaty|convention) (?:banning|prohibiting|against) (?:anti[- ]?personnel )?(?:land)?mines",
        r"(?:global |international )?(?:ban on|prohibition of) (?:anti[- ]?personnel (?:land)?mines|landmines)",
        r"convention on the prohibition of (?:the use, stockpiling, production and transfer of )?anti[- "
        r"]?personnel (?:land)?mines",
        r"ottawa (?:mine ban )?(?:convention|treaty)",
        r"\bAPLC\b|\bAPMBC\b|\bMBT\b|#?(?:Mine|Landmine)Ban(?:Treaty|Convention)?|#?Ottawa(?:Convention|Treaty)|"
        r"#APMBC",
        r"convention (?:sur l['’]interdiction|d['’]interdiction|interdisant|contre|"
        r"sur) (?:de l['’]emploi, du stockage, de la "
        r"production et du transfert )?(?:des |les )?mines(?: terrestres)?(?: antipersonnels?| anti-personnels?)?",
        r"traité (?:sur l['’]interdiction|d['’]interdiction|interdisant|contre|sur) (?:des |"
        r"les )?mines(?: terrestres)?"
        r"(?: anti-?personnels?)?",
        r"traité d['’]ottawa|convention d['’]ottawa",
        r"(?:convención|tratado) (?:sobre la |de |para la |"
        r"sobre )?(?:prohibición )?(?:del empleo, (?:el )?almacenamiento, "
        r"(?:la )?producción y (?:la )?transferencia )?(?:de )?(?:las )?minas(?: terrestres)?(?: antipersonales|"
        r" antipersonal)?",
        r"(?:tratado|convención) de ottawa",
        r"оттавск\w+ (?:конвенци\w+|договор\w*)",
        r"(?:конвенци\w+|договор\w*) (?:о запрещении |о запрете |"
        r"по )(?:применения, накопления запасов, производства и "
        r"передачи )?(?:противопехотн\w+ (?:наземн\w+ )?)?мин(?:ам)?(?: и об их уничтожении)?",
        r"(?:禁止杀伤人员地雷|渥太华|地雷|杀伤人员地雷|《?禁雷|渥太华禁雷|全面禁止杀伤人员地雷)(?:公约|条约|禁令)",
        r"(?:و|ف)?(?:ب|ل|ك)?(?:اتفاقية|معاهدة) (?:حظر (?:استعمال وتخزين وإنتاج ونقل )?(?:الألغام|ألغام)(?: الأرضية)?"
        r"(?: المضادة للأفراد)?|أوتاوا)",
    ),
    "ccm": (
        r"cluster[- ](?:munitions? |bomb )?(?:convention|treaty|ban)",
        r"ISU-CCM",
        r"convention on cluster munitions?",
    ),
    "att": (r"arms trade treaty",),
    "tpnw": (r"(?:nuclear (?:weapons )?(?:ban|prohibition) )(?:treaty|convention)", r"ban treaty(?= .{0,40}nuclear)"),
    "cwc": (r"chemical weapons (?:convention|treaty)", r"\bOPCW\b"),
    "bwc": (r"biological(?: and toxin)? weapons convention",),
    "ccw": (r"convention on certain conventional weapons", r"certain conventional weapons"),
    "ccw-apii": (r"(?:amended )?protocol[- ]II\b(?! (?:additional|to the geneva))", r"\bAP ?-?II\b"),
}
"""How people write them beside the names in the treaties' files."""
BENT = {
    "ccm": r"конвенци\w+ (?:по|о) (?:запрещении )?кассетн\w+ боеприпас\w+",
    "att": r"(?:международн\w+ )?договор\w* о торговле оружием",
    "tpnw": r"договор\w* о запрещении ядерного оружия",
    "ccw": r"конвенци\w+ о (?:запрещении или ограничении применения )?конкретных вид\w+ обычного оружия",
    "cwc": r"конвенци\w+ о (?:запрещении )?химическ\w+ оружи\w+",
}
"""The names of other treaties in the Russian cases."""
ADDRESSES = {
    "apmbc": ("apminebanconvention", "the-monitor.org", "icbl.org"),
    "ccm": ("clusterconvention",),
    "att": ("thearmstradetreaty",),
    "tpnw": ("icanw.org", "banmonitor"),
    "cwc": ("opcw", "chemicalweapon", "chemical-weapons"),
}
"""Parts of web addresses that tell a treaty."""

_NOT_A_NAME = (
    r"(?!(?:The|La|Le|Les|L|Cette|Ce|Notre|Une|Un|Au|Du|De|El|Esta|Este|Nuestra|This|That|These|Our|Its|Their|"
    r"Each|Every|Both|An?|In|Under|Since|When|By|To|Of|For|And|But|"
    r"While|As|With|Although|Because|Before|After|From|At|On|All|Any|No|New|Today|Join|Joined|Ratify|Ratified|"
    r"Universal|State|States|Party|Parties|Mine|Landmine|Landmines|Mines|Convention|Treaty|Full|Formal|If|Is|So|Who|"
    r"Which|Where|Entire|Whole|Same|Said|Signed|About|Via|Through|International|Core|Important)\b)"
)
FOREIGN = Late(
    rf"\b{_NOT_A_NAME}[A-Z][\w’'-]+ (?:Convention|Treaty|Protocol|Agreement|Covenant|Statute|Pact|Accords?)s?\b"
    r"|\b(?:Convention|Treaty|Protocol|Agreement|Covenant) (?:on|for|against|relating to|concerning|of|"
    r"between) (?:the )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|"
    r"Sun)\w*\b)[A-Z]\w+(?: (?:and|of|or|to) (?:the )?[A-Z]\w+| [A-Z]\w+)*"
    r"|\b(?:Geneva|Hague|Vienna) Conventions?\b|\bAdditional Protocols?\b|\bProtocol (?:I|III|IV|VI?)\b"
    r"|\b(?:NPT|CTBT|CTBTO|IAEA|CEDAW|UNCAC|UNCLOS|INF|BTWC|UNFCCC|NATO|START)\b|\bTreaty of [A-Z]\w+"
)
ELSEWHERE_NEEDS = re.compile(r"[^\x00-\x7f]| (?:de|sur|sobre|contra|contre) ")
"""A text without any of these is in none of the five other languages."""
FOREIGN_ELSEWHERE = Late(
    # French and Spanish
    r"\b[Cc]onvention (?:relative|internationale|européenne|sur (?:l['’]|les? |la |certaine)|contre |"
    r"de (?:Genève|La Haye|Vienne"
    r"|[A-Z])|d['’][A-Z]|des Nations Unies)|\b[Tt]raité (?:sur |relatif|international|de (?:[A-Z]|non|paix)|"
    r"d['’][A-Z])"
    r"|\b[Pp]rotocoles? (?:[A-Z]|addition|modifi|relatif|sur )"
    r"|\b[Cc]onvención (?:sobre |contra |relativa |internacional |de (?:las Naciones|[A-Z])|interamericana|europea)"
    r"|\b[Tt]ratado (?:sobre |internacional|de (?:[A-Z]|no |la |paz)|para )|\b[Pp]rotocolos? (?:[A-Z]|adicional|"
    r"enmendado|relativo|sobre )"
    # Russian, Chinese and Arabic
    r"|\b(?:[Кк]онвенци\w+|[Дд]оговор\w*) (?:об?|по|против|ООН|между) \w+|\b[А-ЯЁ][а-яё]+ск\w+ (?:конвенци|"
    r"договор)\w*"
    r"|\b(?:[Дд]ополнительн\w+ )?[Пп]ротокол\w* (?:[IV]+\b|к |о |об |по )"
    r"|《[^《》⟦⟧]{1,40}(?:公约|条约|议定书|协定)》"
    r"|(?:核|武器|弹药|生物|化学|残疾人|儿童|妇女|日内瓦)[^，。；《》⟦⟧]{0,12}(?:公约|条约|议定书)"
    r"|(?<!\w)[وف]?[بلك]?(?:اتفاقية|معاهدة|بروتوكول|اتفاقيات) (?!حيز)\w+|(?<!\w)[وف]?[بلك]?ا?ل?(?:اتفاقية|"
    r"معاهدة|بروتوكول) (?:المتعلقة|الدولية|الإضافي|الثاني|المعدل|بشأن)"
)
"""Treaties that Accede does not hold, in the five other languages."""
GENERIC = Late(
    r"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ss]aid|[Ii]ts) )?\b(?:Convention|Treaty|convention|"
    r"treaty)\b(?![-s])|\bConvention(?=-)"
    r"|\b(?:[Ll]a |[Cc]ette )?[Cc]onvention\b|\b(?:[Ll]a |[Ee]sta )?[Cc]onvención\b|\b[Кк]онвенци[юияей]+\b"
    r"|\b(?:[Ll]e |[Cc]e )traité\b|(?<=\b[da]u )traité\b|\bTraité\b|\b(?:[Ee]l |[Ee]ste )tratado\b|"
    r"(?<=\b[da]el )tratado\b|"
    r"(?<=\bal )tratado\b|\bTratado\b|\b[Дд]оговор(?:а|у|ом|е)?\b"
    r"|公约|条约|(?<!\w)[وف]?[بك]?الاتفاقية|(?<!\w)[وف]?للاتفاقية|(?<!\w)[وف]?[بك]?المعاهدة"
)
WORTH_A_LOOK = re.compile(
    r"(?-i:[A-Z]{2})|#|treat|trat|trait|conven|protoc|agreement|covenant|statute|pact|accord|mine|ban|конвен|"
    r"догов|протокол|公约|条约|禁|"
    r"协定|议定书|اتفاق|معاهد|بروتوكول",
    re.IGNORECASE,
)
"""A text without any of these names no treaty."""


@dataclass(frozen=True, slots=True)
class Named:
    """A treaty named at a place: its key, OTHER, or "" for "the Convention"."""

    start: int
    end: int
    key: str


class TreatyNames:
    """The names of the treaties of a register."""

    def __init__(self, definitions: Iterable[TreatyDefinition]) -> None:
        self._definitions = tuple(definitions)

    def adopted_on(self, key: str) -> date:
        """The first day on which a treaty can have been joined or met upon; the earliest of days where it is not held."""
        for treaty in self._definitions:
            if treaty.key == key and treaty.dates is not None:
                first = treaty.dates.adopted or treaty.dates.opened
                return (first.earliest if first else None) or date.min
        return date.min

    def found(self, text: str) -> Iterator[Named]:
        """Every treaty named in a text, in order; the longest name counts."""
        if not WORTH_A_LOOK.search(text):
            return
        foreign = [(OTHER, FOREIGN_ELSEWHERE)] if ELSEWHERE_NEEDS.search(text) else []
        named = [
            Named(match.start() if key in ("", OTHER) else _with_article(text, match.start()), match.end(), key)
            for key, pattern in [*self._patterns, (OTHER, FOREIGN), *foreign, ("", GENERIC)]
            for match in pattern.finditer(text)
        ]
        # Names held come before what only looks like one, and both before "the Convention"; the longest counts.
        chosen: list[Named] = []
        for one in sorted(named, key=lambda one: (one.key == "", one.key == OTHER, one.start - one.end)):
            if all(one.end <= other.start or one.start >= other.end for other in chosen):
                chosen.append(one)
        yield from sorted(chosen, key=lambda one: one.start)

    def addressed(self, text: str) -> set[str]:
        """The treaties that web addresses in a text tell of."""
        lowered = text.lower()
        return {key for key, parts in ADDRESSES.items() if any(part in lowered for part in parts)}

    @cached_property
    def _patterns(self) -> list[tuple[str, Late]]:
        found: list[tuple[str, Late]] = []
        for treaty in self._definitions:
            words: list[str] = []
            abbreviations: list[str] = []
            for names in treaty.names.values():
                for name in filter(None, (names.formal, names.short, *names.aliases)):
                    (abbreviations if name.isupper() and len(name) <= 6 else words).append(_flexible(name))
            words += FURTHER.get(treaty.key, ())
            words += [BENT[treaty.key]] if treaty.key in BENT else []
            words.sort(key=len, reverse=True)
            found.append((treaty.key, Late(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)))
            if abbreviations:
                abbreviations.sort(key=len, reverse=True)
                found.append((treaty.key, Late(rf"(?<!\w)(?:{'|'.join(abbreviations)})\b(?!-)")))
        return found


def _with_article(text: str, start: int) -> int:
    """Where a name begins with its article and year: "the 1997 Mine Ban Treaty"."""
    before = ARTICLE.search(text, max(0, start - 12), start)
    return before.start() if before else start


def _flexible(name: str) -> str:
    """A name as a pattern in which kinds of dash, apostrophe and white space do not matter."""
    text = re.escape(name).replace(r"\-", "[-‐‑– ]?").replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.sub("’", "['’]", text) if "['’]" not in text else text
