"""What is checked of the register beyond rows and chain: ballots and editions."""

from accede.evidence.seals import damaged_ballots
from accede.reporting.edition import missing_editions

FURTHER = (damaged_ballots, missing_editions)
