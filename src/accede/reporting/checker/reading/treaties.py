"""Which treaty a text speaks of: by its names in six languages, or as "the Convention", which the context tells. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from accede.register.treaty import TreatyDefinition

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
        r"\bAPLC\b|\bAPMBC\b|\bMBT\b|#?(?:Mine|Landmine)Ban(?:Treaty|Convention)?|#?Ottawa(?:Convention|Treaty)|#APMBC",
        r"convention sur l.interdiction (?:de l.emploi, du stockage, de la production et du transfert )?des "
        r"mines anti-?personnel",
        r"traité d.ottawa|convention d.ottawa",
        r"convención sobre la prohibición (?:del empleo, almacenamiento, producción y transferencia )?de "
        r"(?:las )?minas antipersonales?",
        r"tratado de ottawa|convención de ottawa",
        r"оттавск\w+ (?:конвенци\w+|договор\w*)|конвенци\w+ о запрещении противопехотных мин",
        r"(?:禁止杀伤人员地雷|渥太华|地雷|《?禁雷)(?:公约|条约|禁令)",
        r"اتفاقية (?:حظر الألغام(?: المضادة للأفراد)?|أوتاوا)",
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
ADDRESSES = {
    "apmbc": ("apminebanconvention", "the-monitor.org", "icbl.org"),
    "ccm": ("clusterconvention",),
    "att": ("thearmstradetreaty",),
    "tpnw": ("icanw.org", "banmonitor"),
    "cwc": ("opcw", "chemicalweapon", "chemical-weapons"),
}
"""Parts of web addresses that tell a treaty."""

_NOT_A_NAME = (
    r"(?!(?:The|La|Le|Les|L|Cette|Ce|Notre|Une|Un|Au|Du|De|El|Esta|Este|Nuestra|This|That|These|Our|Its|Their|Each|Every|Both|An?|In|Under|Since|When|By|To|Of|For|And|But|"
    r"While|As|With|Although|Because|Before|After|From|At|On|All|Any|No|New|Today|Join|Joined|Ratify|Ratified|"
    r"Universal|State|States|Party|Parties|Mine|Landmine|Landmines|Mines|Convention|Treaty|Full|Formal|If|Is|So|Who|"
    r"Which|Where|Entire|Whole|Same|Said|Signed|About|Via|Through|International|Core|Important)\b)"
)
FOREIGN = re.compile(
    rf"\b{_NOT_A_NAME}[A-Z][\w’'-]+ (?:Convention|Treaty|Protocol|Agreement|Covenant|Statute|Pact|Accords?)s?\b"
    r"|\b(?:Convention|Treaty|Protocol|Agreement|Covenant) (?:on|for|against|relating to|concerning|of|"
    r"between) (?:the )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|"
    r"Sun)\w*\b)[A-Z]\w+(?: (?:and|of|or|to) (?:the )?[A-Z]\w+| [A-Z]\w+)*"
    r"|\b(?:Geneva|Hague|Vienna) Conventions?\b|\bAdditional Protocols?\b|\bProtocol (?:I|III|IV|VI?)\b"
    r"|\b(?:NPT|CTBT|CTBTO|IAEA|CEDAW|UNCAC|UNCLOS|INF|BTWC|UNFCCC|NATO|START)\b|\bTreaty of [A-Z]\w+"
)
GENERIC = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Oo]ur|[Ss]aid|[Ii]ts) )?\b(?:Convention|Treaty|convention|"
    r"treaty)\b(?![-s])|\bConvention(?=-)"
    r"|\b(?:[Ll]a |[Cc]ette )?[Cc]onvention\b|\b(?:[Ll]a |[Ee]sta )?[Cc]onvención\b|\b[Кк]онвенци[юияей]+\b|"
    r"公约|الاتفاقية"
)
WORTH_A_LOOK = re.compile(
    r"(?-i:[A-Z]{2})|#|treat|trat|trait|conven|protoc|agreement|covenant|statute|pact|accord|mine|ban|конвен|догов|протокол|公约|条约|禁|"
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
        named = [
            Named(match.start() if key in ("", OTHER) else _with_article(text, match.start()), match.end(), key)
            for key, pattern in [*self._patterns, (OTHER, FOREIGN), ("", GENERIC)]
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
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        found = []
        for treaty in self._definitions:
            words: list[str] = []
            abbreviations: list[str] = []
            for names in treaty.names.values():
                for name in filter(None, (names.formal, names.short, *names.aliases)):
                    (abbreviations if name.isupper() and len(name) <= 6 else words).append(_flexible(name))
            words += FURTHER.get(treaty.key, ())
            words.sort(key=len, reverse=True)
            text = "|".join(words)
            text = rf"(?<!\w)(?:(?i:{text})(?!\w)"
            if abbreviations:
                text += rf"|(?:{'|'.join(sorted(abbreviations, key=len, reverse=True))})\b(?!-)"
            text += ")"
            found.append((treaty.key, re.compile(text)))
        return found


def _with_article(text: str, start: int) -> int:
    """Where a name begins with its article and year: "the 1997 Mine Ban Treaty"."""
    before = ARTICLE.search(text, max(0, start - 12), start)
    return before.start() if before else start


def _flexible(name: str) -> str:
    """A name as a pattern in which kinds of dash, apostrophe and white space do not matter."""
    text = re.escape(name).replace(r"\-", "[-‐‑– ]?").replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.sub("’", "['’]", text) if "['’]" not in text else text
