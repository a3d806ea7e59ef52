"""Sentences with the verdicts that `accede check` has to give: generated from the register, and written by hand."""
