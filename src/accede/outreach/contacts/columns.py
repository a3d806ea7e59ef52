"""The columns of a sheet of contacts: what their heads say, in the languages that sheets come in, and what stands in them. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from accede.publishing.languages import OFFICIAL
from accede.vocabulary.letters import Post
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import shipped_names

GIVEN, FAMILY = "given name", "family name"
"""Two columns that make one name."""
COLUMNS: Mapping[str, str] = {
    "state": r"states?|country|countries|iso ?3|iso|pays|etats?|pais(?:es)?|estados?|state party|delegation",
    "post": r"posts?|location|duty station|lieu|lugar|kind of post|where|city|ville|ciudad|poste|sede",
    "host": r"host|host (?:state|country)|in|embassy in|accredited in|etat hote|pays hote|pais anfitrion",
    "organization": r"organi[sz]ations?|org|mission|permanent mission|institution|office|entity|ministry|company|organisme|"
    r"organismo|organizacion|entidad|mision",
    "person": r"person|name|full name|contact(?: person)?|nom|nombre|nom complet|nombre completo|ambassador|"
    r"representative|head of mission",
    GIVEN: r"first name|given names?|forename|prenom|nombre de pila",
    FAMILY: r"last name|family name|surname|nom de famille|apellidos?",
    "function": r"function|title|job title|position|role|rank|fonction|titre|cargo|funcion|puesto",
    "salutation": r"salutation|form of address|address as|formule d'appel|tratamiento|saludo",
    "language": r"languages?|lang|langue|idioma|lengua",
    "email": r"e-?mails?|e-?mail address(?:es)?|mail|courriel|adresse (?:e-?mail|electronique)|correo(?: electronico)?|mel",
    "phone": r"(?:tele)?phones?|telephone number|phone number|tel\.?|mobile|telefono|numero de telephone",
    "address": r"(?:postal |street |mailing )?address|adresse(?: postale)?|direccion(?: postal)?",
    "is_addressee": r"addressee|is addressee|letters?|destinataire|destinatario",
    "since": r"since|from|term from|start|begin|depuis|desde|entry into office",
    "until": r"until|to|term until|end|term ends|jusqu'a|hasta",
    "taken_from": r"taken from|source|fuente|origin",
    "keep_until": r"keep until|kept until|review on|conserver jusqu'a|conservar hasta",
    "note": r"notes?|remarks?|comments?|remarques?|observaciones|notas?",
}
"""What a head may be called, as `spelling` has it."""
_HEADS = {name: re.compile(f"(?:{pattern})") for name, pattern in COLUMNS.items()}

EMAIL = re.compile(r"(?<![^\s@<>;,\"()])[^\s@<>;,\"()]+@[^\s@<>;,\"().]+(?:\.[^\s@<>;,\"().]+)+")
"""An address in a cell; it is looked for at the beginnings of words alone, so that a long one takes no time."""
PHONE = re.compile(r"(?:tel\.?:? ?)?[+(]?[\d][\d ()./-]{6,}", re.IGNORECASE)
CODE = re.compile(r"[A-Z]{3}")
POSTS: Mapping[Post, str] = {
    Post.GENEVA: r"geneva|geneve|ginebra|женев|日内瓦|جنيف",
    Post.NEW_YORK: r"new york|nueva york|нью-иорк|нью-йорк|纽约|نيويورك",
    Post.EMBASSY: r"embassy|ambassade|embajada|посольств|大使馆|سفارة",
    Post.CAPITAL: r"capital|ministry|ministere|ministerio|министерств|министерство|department of (?:state|foreign)|"
    r"foreign (?:affairs|office)|affaires etrangeres|relaciones exteriores|外交部|وزارة|столиц|首都|العاصمة",
    Post.OTHER: r"other|autre|otro|другое|其他|أخرى",
}
"""Words by which a post is told, as `spelling` has them."""
_POSTS = {post: re.compile(pattern) for post, pattern in POSTS.items()}
LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "english anglais ingles",
    "fr": "french francais frances",
    "es": "spanish espagnol espanol castellano",
    "ru": "russian russe ruso русскии русский",
    "zh": "chinese chinois chino 中文 mandarin",
    "ar": "arabic arabe العربية عربي",
}
YES = frozenset(("yes", "y", "true", "1", "x", "oui", "si", "да", "是", "نعم"))
NO = frozenset(("no", "n", "false", "0", "non", "нет", "否", "لا"))


def named_by(heads: Sequence[str]) -> tuple[str, ...]:
    """What the cells of a row say that their columns hold, "" for what is no head; each once, the first one counts."""
    found: list[str] = []
    for head in heads:
        spelt = " ".join(re.split(r"[\s_:*]+", spelling(head))).strip()
        name = next(
            (name for name, pattern in _HEADS.items() if spelt in (name, name.replace("_", " "))), None
        ) or next((name for name, pattern in _HEADS.items() if pattern.fullmatch(spelt)), "")
        found.append("" if name in found else name)
    return tuple(found)


def is_head(heads: Sequence[str]) -> bool:
    """Whether a row names columns: two of them, or the only one there is, and no cell is an address."""
    named = sum(1 for name in named_by(heads) if name)
    return named >= min(2, len(heads)) and not any(EMAIL.search(head) for head in heads)


def told_by(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What columns without heads hold, by what stands in them; of free texts the first that names organizations, then persons."""
    width = max((len(cells) for cells in rows), default=0)
    found = [""] * width
    for name, holds in HOLDS.items():
        shares = {at: _share(holds, rows, at) for at in range(width) if not found[at]}
        best = max(shares, key=lambda at: (shares[at], -at), default=None)
        if best is not None and shares[best] >= LEAST_SHARE:
            found[best] = name
    return tuple(found)


def post_of(text: str) -> Post | None:
    """The post that a cell or the name of an organization tells of; None where it tells none, or two."""
    spelt = spelling(text)
    if spelt in tuple(Post):
        return Post(spelt)
    held = [post for post, pattern in _POSTS.items() if pattern.search(spelt)]
    if Post.EMBASSY in held:  # an embassy may say what it is accredited to
        return Post.EMBASSY
    return held[0] if len(held) == 1 else None


def language_of(text: str) -> str:
    """The one of the six languages that a cell names, "" for none."""
    spelt = spelling(text)
    if spelt in OFFICIAL:
        return spelt
    return next((key for key, names in LANGUAGE_NAMES.items() if spelt and spelt in names.split()), "")


def state_of(text: str) -> str:
    """The State that a cell names, by key or by name; "" for none."""
    text = text.strip()
    if CODE.fullmatch(text) and text in shipped_names().states:
        return text
    return shipped_names().known(text) or ""


def is_organization(text: str) -> bool:
    """Whether a text names an office, and not a person."""
    return post_of(text) is not None or bool(_OFFICE.search(spelling(text)))


LEAST_SHARE = 0.5
_OFFICE = re.compile(
    r"mission|delegation|ministr|consulat|department|office|bureau|secretariat|commission|unit\b|представительств|代表团|البعثة"
)
HOLDS: Mapping[str, Callable[[str], bool]] = {
    "email": lambda text: bool(EMAIL.search(text)),
    "state": lambda text: bool(state_of(text)),
    "language": lambda text: bool(language_of(text)),
    "organization": is_organization,
    "post": lambda text: post_of(text) is not None,
    "phone": lambda text: bool(PHONE.fullmatch(text.strip())),
    "person": lambda text: bool(re.fullmatch(r"[^\d@]{4,80}", text.strip())) and " " in text.strip(),
}
"""By what a column without a head is known, the surest first."""


def _share(holds: Callable[[str], bool], rows: Sequence[Sequence[str]], at: int) -> float:
    texts = [cells[at] for cells in rows if at < len(cells) and cells[at].strip()]
    return sum(map(holds, texts)) / len(texts) if texts else 0.0
