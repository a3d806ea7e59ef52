"""Facts of reporting: sealed editions. Pure."""

from dataclasses import dataclass

from accede.vocabulary.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A sealed paper. Its bytes are the canonical tree, kept in ACCEDE_HOME/editions under `tree_sha256`.

    `known_on` is an instant as ISO text in UTC. A correction is a new edition, never a change of this one.
    """

    treaty: str
    paper: str
    title: str
    language: str
    as_of: PartialDate
    known_on: str
    tree_sha256: str
    symbol: str = ""
