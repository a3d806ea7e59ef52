"""Text pasted from a sheet or a list, one module a kind: a roll call, a list of participants, the reports of a year. Pure.

What kind it is, and what a title would say (the vote, the meeting, the year), tells the person who pastes. States, ballots, days
and marks are read by the readers of sheets and of lists; names that are not held are asked for and never guessed.
"""
