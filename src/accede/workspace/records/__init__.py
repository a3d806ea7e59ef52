"""The page of any record: all its versions, what happened to them, and how it is corrected, retracted and merged."""
