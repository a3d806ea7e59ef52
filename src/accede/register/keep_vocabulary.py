"""Keep what other records speak of: a name of a State, an occasion, a treaty's file; a first version, or the next one.

It is for administrators and not for drafters, since it changes how everything else is read.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from accede.accounts.actor import Actor
from accede.accounts.policy import Verb
from accede.records.current import current
from accede.records.models import MODEL_OF_FACT, SourceVersion
from accede.records.values import View
from accede.records.write import writing
from accede.register.models import NameVersion, StateVersion, TreatyVersion
from accede.register.treaty import TreatyDefinition
from accede.register.treaty_file import read_treaty
from accede.register.values import Occasion, TreatyText
from accede.vocabulary.errors import Damaged, Refused, UnknownName, Unreadable
from accede.vocabulary.languages import Language
from accede.vocabulary.spelling import spelling
from accede.vocabulary.state_names import LONGEST_NAME, TOKEN, NameTable, StateName

LONGEST_FILE = 500_000
"""Characters of a treaty's file; the longest of ours has 30,000."""

Kept = StateName | Occasion | TreatyText


def keep(
    actor: Actor,
    key: str,
    fact: Kept,
    *,
    source: str,
    locator: str = "",
    reason: str = "",
    expected_version: int | None = None,
) -> None:
    """Record the first version of a key (`expected_version` is None), or the one after that version, which needs a reason.

    Raises NotAllowed; UnknownName for a source, State or treaty that is not held; Refused where the key is taken, somebody
    was faster, or the name is another State's at the same time; Unreadable for a treaty's file that is not right.
    """
    actor.must(Verb.ADMINISTER, where=key)
    if expected_version is not None and not reason.strip():
        raise Refused("a correction needs a reason", where=key, remedy="Say why it is corrected")
    if not SourceVersion.objects.filter(key=source).exists():
        raise UnknownName(
            "the register holds no such source", where=source or key, remedy="Name a source that it holds"
        )
    with writing(actor.name, "supersede" if expected_version else "record", reason=reason.strip()) as write:
        _refuse_collision(type(fact), key, expected_version)
        match fact:
            case StateName():
                _refuse_name(key, fact)
            case Occasion():
                _refuse_occasion(key, fact)
            case TreatyText():
                definition_in(fact.definition, key)
        write.record(key, fact, source=source, locator=locator)


def name_key(name: StateName) -> str:
    """The key of a name, made as the shipped ones are."""
    since = name.since.edtf if name.since else ""
    return "/".join(part for part in (name.state, name.language, name.form.value, name.text, since) if part)


def definition_in(text: str, key: str) -> TreatyDefinition:
    """What a treaty's file says. Raises Unreadable naming the field, also where it is another treaty's."""
    where = f"{key}.toml"
    if len(text) > LONGEST_FILE:
        raise Unreadable(
            "the file is far too long for a treaty's", where=where, remedy="Look whether it is the right one"
        )
    try:
        found: TreatyDefinition = read_treaty.__wrapped__(text, where)  # drafts are not worth remembering
    except RecursionError:
        raise Unreadable("the file nests tables too deep", where=where, remedy="Write it as the others are") from None
    if found.key != key:
        raise Unreadable(
            f"the file is of {found.key}", where=f"{where}: key", remedy=f"Write {key}, or give it as that treaty's"
        )
    return found


def _refuse_collision(kind: type, key: str, expected_version: int | None) -> None:
    newest = MODEL_OF_FACT[kind].objects.filter(key=key).order_by("-version").first()  # type: ignore[attr-defined]
    if expected_version is None:
        if newest is not None:
            raise Refused("it is in the register already", where=key, remedy="Correct it, and say why")
    elif newest is None:
        raise UnknownName("the register holds nothing under this key", where=key, remedy="Add it instead")
    elif newest.version != expected_version:
        raise Refused(
            f"version {newest.version} was recorded by {newest.recorded_by} meanwhile",
            where=key,
            remedy="Look at it and decide again",
        )


def _refuse_name(key: str, name: StateName) -> None:
    if not StateVersion.objects.filter(key=name.state).exists():
        raise UnknownName("the register holds no such State", where=name.state, remedy="Use its alpha-3 key")
    if name.language not in set(Language):
        raise Refused("names are held in the six official languages", where=key, remedy="Choose one of them")
    has_letters = any(sign.isalpha() for sign in name.text) and bool(TOKEN.search(spelling(name.text)))
    if not has_letters or len(name.text) > LONGEST_NAME or name.text != name.text.strip():
        raise Refused("this is no name", where=key, remedy=f"Write it in letters, {LONGEST_NAME} characters at most")
    _refuse_span(name, key)
    now = datetime.now(UTC)
    held = current(NameVersion, View(as_of=now.date(), known_on=now))
    try:
        NameTable([*(each.fact for each in held if each.key != key), name])
    except Damaged as error:
        raise Refused(error.what, where=key, remedy=error.remedy) from error


def _refuse_span(name: StateName, key: str) -> None:
    begins = name.since.earliest if name.since and name.since.earliest else date.min
    ends = name.until.latest if name.until and name.until.latest else date.max
    if ends < begins:
        raise Refused("it was in use until before it was in use", where=key, remedy="Look at the two dates")


def _refuse_occasion(key: str, occasion: Occasion) -> None:
    if occasion.treaty and not TreatyVersion.objects.filter(key=occasion.treaty).exists():
        raise UnknownName("the register holds no such treaty", where=occasion.treaty, remedy="Add its file first")
    if not occasion.name.strip() or not key.strip():
        raise Refused("an occasion needs a name", where=key, remedy="Write how it is cited, as 16MSP")
