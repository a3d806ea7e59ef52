"""Groups of States by which texts speak of a part of the world: who surely belongs to one, and who may. Pure.

Members of the regional groups and sub-regions are those of the register's States. Those of organizations stand here as public
lists had them when looked up on 23 November 2026: the European Union (europa.eu: Croatia last, on 1 July 2013; the United Kingdom
left on 31 January 2020); NATO (Albania and Croatia in 2009, Montenegro 2017, North Macedonia 2020, Finland 2023, Sweden 2024); the
Gulf Cooperation Council (its six founders of 1981); ECOWAS (communiqué of its 66th summit, December 2024: without Burkina Faso,
Mali and Niger from 29 January 2025); ASEAN (those of the sub-region: Cambodia since 1999, Timor-Leste since 26 October 2025).
Who joined or left meanwhile is in `perhaps`, as is who is counted in a part of the world by some only: nothing can be told of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from accede.register.values import State
from accede.reporting.checker.late import Late


@dataclass(frozen=True, slots=True)
class Group:
    """A group: the UN's regional groups and sub-regions whose members are its own, further States, and those that only some count.

    Before `since` its members were others, so that nothing is told of it.
    """

    name: str
    words: str
    regional_groups: tuple[str, ...] = ()
    sub_regions: tuple[str, ...] = ()
    states: str = ""
    perhaps: str = ""
    without: str = ""
    since: date = date.min

    def members(self, states: Mapping[str, State]) -> frozenset[str]:
        """Those that surely belong to it."""
        own = {
            iso3
            for iso3, state in states.items()
            if state.regional_group in self.regional_groups or state.sub_region in self.sub_regions
        }
        return frozenset(own | set(self.states.split())) - {*self.perhaps.split(), *self.without.split()}

    def may_hold(self, iso3: str, states: Mapping[str, State]) -> bool:
        """Whether a State belongs to it, or may be counted so."""
        return iso3 in self.members(states) or iso3 in self.perhaps.split()


_AFRICAN, _GRULAC = "African States", "Latin American and Caribbean States"
_EASTERN, _WESTERN, _ASIAN = "Eastern European States", "Western European and other States", "Asia-Pacific States"
_KIN = r"(?: (?:[Rr]egional )?[Gg]roup(?: of States)?(?! of \d)| [Rr]egion)?"
GROUPS = (
    Group(
        "GRULAC",
        rf"GRULAC|(?:the )?(?:[Gg]roup of )?Latin American? and(?: the)? Caribbean{_KIN}|"
        rf"Latin America and the Caribbean",
        (_GRULAC,),
    ),
    Group("Africa", rf"(?:the )?African?{_KIN}|(?:the )?[Gg]roup of African(?= States)", (_AFRICAN,)),
    Group(
        "Eastern European Group",
        r"(?:the )?Eastern European [Gg]roup|EEG|(?:the )?[Gg]roup of Eastern European(?= States)|"
        r"Eastern European(?= (?:States|members))",
        (_EASTERN,),
    ),
    Group(
        "Western European and Others Group",
        r"WEOG|(?:the )?Western European and [Oo]thers?(?: [Gg]roup)?|"
        r"(?:the )?[Gg]roup of Western European and other(?= States)",
        (_WESTERN,),
        perhaps="ISR USA TUR",
    ),
    Group(
        "Asia-Pacific Group",
        r"(?:the )?Asia(?:n)?[- ]Pacific [Gg]roup|(?:the )?[Gg]roup of Asia-Pacific(?= States)|"
        r"Asia-Pacific(?= (?:States|members))",
        (_ASIAN,),
        perhaps="KIR TUR CYP ISR PSE",
    ),
    Group("the Americas", r"the Americas|the Western Hemisphere", (_GRULAC,), states="USA CAN"),
    Group("Central Asia", r"(?:the )?Central Asian?(?: region)?", sub_regions=("Central Asia",)),
    Group("South-East Asia", r"South[- ]?[Ee]ast(?:ern)? Asian?(?: region)?", sub_regions=("South-eastern Asia",)),
    Group("ASEAN", r"(?:the )?ASEAN", sub_regions=("South-eastern Asia",), perhaps="TLS", since=date(2000, 1, 1)),
    Group(
        "South Asia",
        r"South(?:ern)? Asian?(?: region)?|SAARC",
        states="BGD BTN IND MDV NPL PAK LKA",
        perhaps="AFG IRN MMR",
    ),
    Group("North Africa", r"North(?:ern)? African?", states="DZA EGY LBY MAR TUN", perhaps="SDN MRT"),
    Group("Maghreb", r"(?:the )?(?:Arab )?Maghreb(?: Union)?", states="DZA MAR TUN", perhaps="LBY MRT"),
    Group("GCC", r"(?:the )?(?:GCC|Gulf Cooperation Council)", states="ARE BHR KWT OMN QAT SAU"),
    Group(
        "the Gulf",
        r"(?:the )?(?:Persian |Arab )?Gulf(?= (?:States|countries)| region)",
        states="ARE BHR KWT OMN QAT SAU",
        perhaps="IRN IRQ",
    ),
    Group("the Baltic States", r"(?:the )?Baltic", states="EST LTU LVA"),
    Group("the Nordic countries", r"(?:the )?Nordic", states="DNK FIN ISL NOR SWE"),
    Group("the South Caucasus", r"(?:the )?(?:South(?:ern)? )?Caucasus", states="ARM AZE GEO"),
    Group("Central America", r"Central American?", states="CRI GTM HND NIC PAN SLV", perhaps="BLZ"),
    Group("South America", r"South American?", states="ARG BOL BRA CHL COL ECU GUY PER PRY SUR URY VEN"),
    Group(
        "the Caribbean",
        r"(?:the )?Caribbean|CARICOM",
        states="ATG BHS BRB DMA GRD HTI JAM KNA LCA TTO VCT",
        perhaps="BLZ CUB DOM GUY SUR",
    ),
    Group(
        "West Africa",
        r"West(?:ern)? African?",
        perhaps="MRT",
        states="BEN BFA CIV CPV GHA GIN GMB GNB LBR MLI NER NGA SEN SLE TGO",
    ),
    Group(
        "ECOWAS",
        "ECOWAS",
        perhaps="BFA MLI MRT NER",
        states="BEN CIV CPV GHA GIN GMB GNB LBR NGA SEN SLE TGO",
    ),
    Group(
        "the Pacific",
        r"(?:the )?Pacific(?: [Ii]slands?)?(?: region)?",
        sub_regions=("Polynesia", "Micronesia", "Melanesia"),
        perhaps="AUS NZL",
    ),
    Group(
        "the European Union",
        r"(?:the )?(?:EU|European Union)(?:['’]s)?",
        since=date(2013, 7, 1),
        perhaps="GBR",
        states="AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE",
    ),
    Group(
        "NATO",
        r"(?:the )?(?:NATO|North Atlantic (?:Treaty Organization|Alliance))",
        since=date(2009, 4, 1),
        perhaps="MNE MKD FIN SWE",
        states=(
            "ALB BEL BGR CAN CZE DEU DNK ESP EST FRA GBR GRC HRV HUN ISL ITA LTU LUX LVA NLD NOR POL PRT ROU SVK SVN TUR USA"
        ),
    ),
    Group(
        "Europe",
        r"Europe(?:an)?(?: continent)?",
        (_EASTERN, _WESTERN),
        perhaps="ARM AZE GEO TUR CYP KAZ RUS",
        without="USA CAN AUS NZL ISR",
    ),
    Group(
        "the permanent members",
        r"(?:the )?(?:P-?5|(?:five )?permanent members(?: of the (?:UN )?Security Council)?)",
        states="CHN FRA GBR RUS USA",
    ),
)
NAMED = re.compile(
    "|".join(
        rf"(?P<g{at}>(?<![\w-])(?:{group.words})(?![\w-]))"
        for at, group in sorted(enumerate(GROUPS), key=lambda one: len(one[1].name) < 8)
    )
)
HINT = re.compile(
    r"Africa|Asia|Europe|America|Pacific|Caribbean|GRULAC|Group|WEOG|EEG|Gulf|GCC|Baltic|Nordic|Caucasus|ASEAN|"
    r"SAARC|EU\b|NATO|CARICOM|ECOWAS|P-?5|permanent|Maghreb|Hemisphere"
)
"""What a text has that names one."""


LED = Late(
    r"(?:^\W*|[,;:(] |[–—] |⟦[A-Z]\d+⟧,? |\b(?:the|all|every|each|any|in|of|from|no|other|only|remaining|last|"
    r"sole|first|its|our|among|one|both|"
    r"across|throughout|within|is|are|and|that|outside|two|three|four|five|six|most|half|some|several)(?: the)? )$",
    re.IGNORECASE,
)
"""What may stand before such a name; after another word it is that of a part ("Francophone African States")."""


def groups_in(outline: str) -> Iterator[tuple[int, int, Group]]:
    """The groups that an outline names."""
    if HINT.search(outline):
        for match in NAMED.finditer(outline):
            if not LED.search(outline[: match.start()]):
                continue
            name = next(name for name, value in match.groupdict().items() if value is not None)
            yield match.start(), match.end(), GROUPS[int(name[1:])]
