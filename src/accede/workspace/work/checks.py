"""What is checked of the register beyond rows and chain: ballots, editions, letters."""

from accede.evidence.seals import damaged_ballots
from accede.outreach.rounds.composed import missing_letters
from accede.reporting.edition import missing_editions

FURTHER = (damaged_ballots, missing_editions, missing_letters)
