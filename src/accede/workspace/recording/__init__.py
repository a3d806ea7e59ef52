"""Recording: a passage of a source becomes a record, with what it proposes beside it."""
