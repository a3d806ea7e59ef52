"""Papers in work: planned, written, held against the register, cleared, sealed. What they print is made by the recipes.

A plan says which paper of which day; prose blocks hold people's words for its places. Both are kept like every record, for the
presidency, and are never released: what is published is the edition that was sealed.
"""
