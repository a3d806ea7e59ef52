"""An examiner of the checker: sentences of every kind of claim in other people's words, true and false by the register.

`python -m checker_corpus.examiner score|read [--seed N] [--count N]`, with `PYTHONPATH=tests` and `ACCEDE_HOME`.
"""
