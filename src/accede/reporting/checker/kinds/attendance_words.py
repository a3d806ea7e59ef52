"""The words for taking part in meetings, each class of them one sign of the outline, of the length of what it stands for.

`⟦V⟧` takes part, `⟦A⟧` stays away, `⟦F⟧` speaks there, `⟦G⟧` meetings in general, with the letters of their kinds: in the
masked outline "Cuba has never attended a Review Conference" reads "⟦L0⟧ has never ⟦V____⟧ a ⟦Gr______⟧". Pure.
"""

from __future__ import annotations

import re

from accede.reporting.checker.late import Late
from accede.reporting.checker.reading.sentence import Sentence
from accede.vocabulary.occasions import OccasionKind

PEOPLE = (
    r"(?:observers?|delegations?|delegates?|representatives?|officials?|diplomats?|ambassadors?|governments?|"
    r"observer delegations?|experts)"
)
_KIND_OF = (
    r"(?:(?:an?|the|its|their|his|her|two|several|official|observer|high-level|small|large|senior|"
    r"government) )*"
)
_AS = (
    r"(?:,? (?:as|with|in|by|through) (?:an? |the |its |their |full )?(?:observers?(?: States?| delegations?|"
    r" capacity| status)?|States? not (?:yet )?party|non-party|non-parties|delegations?|person|invitation|"
    r"observer)\b,?"
    r"| for the (?:very )?(?:first|⟦O\d+⟧) time(?: ever| in ⟦N\d+⟧ years)?"
    r"| (?:actively|virtually|remotely|online|again|fully|regularly|only|too|jointly)\b)*"
)
_PRESENCE = (
    rf"(?:back|present|represented|in attendance|there|in the (?:room|hall|audience)|on hand|"
    rf"seated|(?:an? )?(?:official )?observers?"
    rf"|among (?:the )?(?:[\w-]+ ){{0,3}}?(?:observers|participants|attendees|delegations|those|"
    rf"States|countries|{PEOPLE})"
    r"(?: (?:States|countries|nations|not (?:yet )?party|present|attending|represented|"
    r"(?:that|which|who) (?:attended|took part)|in attendance|taking part|participating))*)"
)
_AT = r"(?:at|in|during|for|from|throughout|when)"
TAKES_PART = (
    rf"attend(?:ed|s|ing)?\b{_AS}(?: (?:the work of|sessions of))?"
    rf"|(?:participat(?:ed?|es|ing)\b|t(?:ook|akes?|aken|aking) part\b){_AS},? (?:in|at|during)(?: the work of)?"
    rf"|(?:be|been|was|were|is|are|being) (?:(?:also|both|all|again|once more|duly|well|regularly|"
    rf"indeed) )?{_PRESENCE}{_AS} {_AT}"
    rf"|(?:sent|send|sends|sending|dispatched) {_KIND_OF}{PEOPLE}{_AS} (?:to|for)"
    r"|(?:observed|followed|follows|watched|monitored) (?:the )?(?:proceedings|work|debates?|discussions?)"
    r" (?:of|at|during)"
    r"|(?:followed|follows|watched)(?= (?:the )?⟦M)|(?:took|takes|taken|had|has) (?:its|their|a|the) "
    r"seats?(?: as (?:an )?observers?)? (?:at|in|during)"
    r"|made (?:its |their )?(?:an )?appearances? (?:at|in)|turned out for|came back (?:to|for)|returned "
    r"to(?= (?:the )?⟦M)"
    r"|(?<=⟧ )(?:was|were|had been|have been|has been) (?:also |both |all |back )?at(?= (?:the )?⟦M)"
    rf"|(?:s[ai]t|seated) {_PRESENCE}{_AS} {_AT}"
    r"|s[ai]t(?:ting)? in (?:on|at)|observ(?:ed?|ing)(?= (?:the )?⟦M)|join(?:ed|s|ing)?(?= (?:us "
    r"(?:at|for) )?(?:the )?⟦M)"
    r"|(?:c[ao]me|travel(?:l?ed)?|flew|gone?|went) to [A-Z]\w+(?: [A-Z]\w+)? (?:for|to attend)(?= (?:the )?⟦M)"
    r"|came to(?= (?:the )?⟦M)|turned up (?:at|for)|showed up (?:at|for)"
    r"|(?:was|were|been) welcomed (?:as (?:an )?observers? )?(?:at|to)"
)
STAYS_AWAY = (
    rf"(?:was|were|is|are|been|be) (?:(?:also|both|all|again) )?absent(?: (?:from|at|during))?"
    rf"|(?:was|were|is|are) (?:not|never|neither|nowhere) {_PRESENCE}{_AS}(?: {_AT})?|"
    rf"(?:wasn|weren|isn)['’]t {_PRESENCE}{_AS} {_AT}"
    r"|(?<=⟧ )(?:(?:was|were) (?:not|never)|(?:had|has|have) (?:not|never) been|(?:wasn|"
    r"weren)['’]t) at(?= (?:the )?⟦M)"
    r"|(?:skipped|skips|boycotted|missed(?= (?:the )?⟦M))|(?:stayed|stays|kept|remained) away(?: from)?"
    rf"|(?:sent|sends) (?:no|not a single|neither|no such) {_KIND_OF}{PEOPLE} (?:to|for)"
)
SPEAKS = (
    r"(?:took|takes?|taken|taking) the floor(?: (?:at|during|in))?|(?:spoke|spoken|intervened) (?:at|during|in|to)"
    r"|(?:delivered|made|gave) (?:an? |its |their )?(?:(?:national|general|brief|short|oral) )?"
    r"(?:statements?|interventions?) (?:at|during|in|to)"
    r"|addressed(?= (?:the )?⟦M)"
)
_OF = r"(?: (?:of|to|under|held under|within the framework of|in the framework of) (?:the AP )?⟦T\d+⟧)?"
_BEFORE = (
    r"(?:(?:⟦T\d+⟧['’]?s?(?:[- ]related)?|[Cc]onvention[- ]related|[Cc]onvention|annual|official|such|regular|"
    r"its|our|their|these|those|of|the) )*"
)
_MEETING_WORDS: tuple[tuple[str, str], ...] = (
    ("m", rf"(?:[Mm]eetings? of (?:the )?[Ss]tates? [Pp]arties|MSPs?|[Aa]nnual [Mm]eetings?){_OF}"),
    ("r", rf"[Rr]eview [Cc]onferences?{_OF}"),
    (
        "i",
        rf"(?:[Ii]ntersessional(?: [Ss]tanding [Cc]ommittee)?(?: [Mm]eetings?)?|[Ss]tanding "
        rf"[Cc]ommittees?(?: [Mm]eetings?)?){_OF}",
    ),
    ("f", rf"(?:formal|statutory|[Tt]reaty) [Mm]eetings?{_OF}"),
    (
        "a",
        rf"(?:[Mm]eetings?{_OF}|(?:events?|gatherings?|proceedings|work|deliberations) (?:of|under)"
        rf" ⟦T\d+⟧|[Cc]onvention events?)",
    ),
)
KINDS_OF = {
    "m": frozenset({OccasionKind.MSP}),
    "r": frozenset({OccasionKind.RC}),
    "f": frozenset({OccasionKind.MSP, OccasionKind.RC}),
    "i": frozenset({OccasionKind.IM, OccasionKind.SC}),
    "a": frozenset({OccasionKind.MSP, OccasionKind.RC, OccasionKind.IM, OccasionKind.SC}),
}
"""What is counted where meetings are spoken of in general; the Signing Conference was none of the Convention's."""
OTHER_MEETING = Late(
    r"\b(?:side|parallel|pledging|preparatory|bilateral|coordination|regional|working|committee|"
    r"group|press|donors?['’]?|informal|civil society|parliamentary|ministerial|expert|launch|panel) $",
    flags=re.IGNORECASE,
)
"""Before "meeting": one of another kind."""
_MASKS = (
    ("A", Late(rf"\b(?:{STAYS_AWAY})\b")),
    ("F", Late(rf"\b(?:{SPEAKS})")),
    ("V", Late(rf"\b(?:{TAKES_PART})")),
)
_GENERAL = tuple((letter, Late(rf"(?<![\w⟦]){_BEFORE}{words}(?![\w⟧])")) for letter, words in _MEETING_WORDS)
_UNDATED = Late(r"⟦M(\d+)⟧")


def masked(sentence: Sentence, keyless: frozenset[int]) -> str:
    """The outline with these words as signs. `keyless` are the meetings named in it that are no single ones."""
    outline = _UNDATED.pattern.sub(
        lambda match: _sign("Gi", match) if int(match[1]) in keyless else match[0], sentence.outline
    )
    for letter, pattern in _MASKS:
        outline = _with_signs(outline, pattern, letter)
    for letter, pattern in _GENERAL:
        outline = _with_signs(outline, pattern, f"G{letter}")
    return outline


def _with_signs(outline: str, pattern: Late, letters: str) -> str:
    """The outline with what a pattern finds as signs, other meetings than the treaty's left as they are."""

    def signed(match: re.Match[str]) -> str:
        is_other = letters[0] == "G" and OTHER_MEETING.search(outline[: match.start()])
        return match[0] if is_other else _sign(letters, match)

    return pattern.pattern.sub(signed, outline)


def _sign(letters: str, match: re.Match[str]) -> str:
    """A sign as long as what it stands for, so that places stay what they are."""
    return f"⟦{letters}{'_' * (len(match[0]) - len(letters) - 2)}⟧" if len(match[0]) >= len(letters) + 2 else match[0]
