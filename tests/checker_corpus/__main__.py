"""`python -m checker_corpus read|score`: cases for people to read, and how the checker does on them.

Run it with `PYTHONPATH=tests` and `ACCEDE_HOME` at a register that `accede setup` made.
"""

import argparse
import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.config.core")
    django.setup()
    from checker_corpus import generate, oracle

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("read", "score"))
    parser.add_argument("--seed", type=int, default=generate.SEED)
    parser.add_argument("--count", type=int, default=generate.COUNT)
    asked = parser.parse_args()
    for case in generate.generate(oracle.Facts(), asked.seed, asked.count):
        verdicts = " or ".join(sorted(case.claims[0].verdicts))
        print(f"{case.key} [{case.kind}; {case.style}; {case.as_of}; {verdicts}]\n{case.text}")  # noqa: T201
