"""`python -m checker_corpus.examiner score|read`: how the checker does on the examiner's sentences; or the sentences."""

import argparse
import os

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "accede.config.core")
    django.setup()
    from checker_corpus import oracle, score
    from checker_corpus.examiner import generate

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("read", "score"))
    parser.add_argument("--seed", type=int, default=generate.SEED)
    parser.add_argument("--count", type=int, default=generate.COUNT)
    parser.add_argument("--kind", default="", help="only kinds whose name holds this")
    parser.add_argument("--misses", type=int, default=10_000, help="how many misses of each sort to list")
    asked = parser.parse_args()
    cases = generate.generate(oracle.Facts(), asked.seed, asked.count, asked.kind)
    if asked.what == "score":
        result = score.score(cases, score.answered(cases))
        for sort in ("alarm", "not caught", "not confirmed", "too sure"):
            print(score.listed(result.of(sort)[: asked.misses]))  # noqa: T201
        print(score.table(result))  # noqa: T201
    else:
        for case in cases:
            verdicts = "; ".join(" or ".join(sorted(claim.verdicts)) for claim in case.claims)
            print(f"{case.key} [{case.kind}; {case.as_of}; {verdicts}]\n{case.text}\n")  # noqa: T201
