"""Search of 20,000 statements: ours, against SQLite's FTS5 alone and PostgreSQL's own text search on the same texts and questions.

python searching.py texts FOLDER                        writes the texts and the questions
python searching.py ours|fts5 FOLDER                    asks, and prints seconds as JSON
python searching.py postgresql FOLDER                   the same of the database in DATABASE_URL

A question is answered when all that was found is known in its order, with a snippet of each of the first fifty: what our page
shows. Ours compares words without accents, in six languages, with synonyms and endings; the others as they come.
"""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import process
from ratio import LeftOut, Measured, Ratio

STATEMENTS = 20_000
QUESTIONS = 100
SHOWN = 50
SEED = 1997


def ratios(home: Path, folder: Path) -> Iterator[Measured]:
    """Each in a process of its own, in turns; of each question the shortest time counts."""
    around = {"ACCEDE_HOME": str(home), "DATABASE_URL": ""}
    process.measured("searching.py", "texts", folder, **around)
    ours, fts5 = (process.measured("searching.py", what, folder, **around) for what in ("ours", "fts5"))
    told = f"a question to {STATEMENTS:,} statements"
    yield Ratio(f"{told}, median", ours["median"], "FTS5 alone", fts5["median"])
    yield Ratio("the same, the slowest of a hundred", ours["slowest"], "FTS5 alone", fts5["slowest"])
    yield Ratio("its index made, once for a state of the register", ours["indexed"], "FTS5 alone", fts5["indexed"])
    import postgresql  # from tests/, which the program puts on the path

    try:
        with postgresql.cluster() as url:
            theirs = process.measured("searching.py", "postgresql", folder, DATABASE_URL=url)
    except postgresql.UnavailableError as why:
        yield LeftOut(f"{told} against PostgreSQL's own search", str(why))
        return
    yield Ratio(f"{told}, median", ours["median"], "PostgreSQL's own search", theirs["median"])
    yield Ratio("the same, the slowest of a hundred", ours["slowest"], "the same", theirs["slowest"])


def texts(folder: Path) -> dict[str, float]:
    """Statements put together from the sentences of all that the site tells, and questions of one or two words that they hold."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.full"
    django.setup()
    from accede.publishing.held import register_of
    from accede.publishing.search.texts import Kind
    from accede.publishing.search.texts import texts as held_texts
    from accede.publishing.standpoint import standpoint

    now = register_of(standpoint(datetime.now(UTC)))
    everything = list(held_texts(now))
    held = [text for text in everything if text.kind is Kind.STATEMENT]
    chance = random.Random(SEED)
    sentences = sorted({each for text in everything for each in re.split(r"(?<=[.!?;]) ", text.body) if each})
    made = [
        {
            "title": f"{text.title} {number}",
            "body": " ".join(chance.choices(sentences, k=chance.randint(2, 6))),
            "beside": text.beside,
        }
        for number, text in enumerate(chance.choices(held, k=STATEMENTS))
    ]
    found = Counter(
        word for one in made for word in set(re.findall(r"[a-z]{4,}", f"{one['title']} {one['body']}".lower()))
    )
    words = sorted(word for word, number in found.items() if number < STATEMENTS / 2)
    asked = [" ".join(chance.sample(words, k=1 + number % 3 // 2)) for number in range(QUESTIONS)]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "texts.json").write_text(json.dumps(made), encoding="utf-8")
    (folder / "questions.json").write_text(json.dumps(asked), encoding="utf-8")
    return {"texts": len(made), "sentences": len(sentences), "words": len(words)}


def ours(folder: Path) -> dict[str, float]:
    """The index of the site."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "accede.config.full"
    django.setup()
    from accede.publishing.search.index import Index
    from accede.publishing.search.texts import Kind, Text

    made, asked = _held(folder)
    every = [Text(kind=Kind.STATEMENT, page="statements", **one) for one in made]
    begun = time.perf_counter()
    index = Index(every)
    indexed = time.perf_counter() - begun
    return _timed(asked, lambda question: [hit.snippet for hit in index.search(question)[:SHOWN]]) | {
        "indexed": indexed
    }


def fts5(folder: Path) -> dict[str, float]:
    """A table of FTS5 in memory, with the tokenizer that ours has."""
    made, asked = _held(folder)
    database = sqlite3.connect(":memory:")
    begun = time.perf_counter()
    database.execute("CREATE VIRTUAL TABLE t USING fts5(title, body, beside, tokenize='porter unicode61')")
    database.executemany("INSERT INTO t VALUES (:title, :body, :beside)", made)
    indexed = time.perf_counter() - begun

    def ask(question: str) -> None:
        found = database.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t, 6.0, 2.0, 1.0)", (question,))
        found.fetchall()
        snippet = (
            "SELECT snippet(t, 1, '<', '>', '…', 40) FROM t WHERE t MATCH ? ORDER BY bm25(t, 6.0, 2.0, 1.0) LIMIT ?"
        )
        database.execute(snippet, (question, SHOWN)).fetchall()

    return _timed(asked, ask) | {"indexed": indexed}


def in_postgresql(folder: Path) -> dict[str, float]:
    """A column of words with a GIN index, as its manual has it."""
    import psycopg

    made, asked = _held(folder)
    with psycopg.connect(os.environ["DATABASE_URL"]) as database:
        begun = time.perf_counter()
        database.execute(
            "CREATE TABLE t (id serial PRIMARY KEY, title text, body text, beside text, words tsvector GENERATED ALWAYS AS ("
            " setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')"
            " || setweight(to_tsvector('english', beside), 'C')) STORED)"
        )
        with database.cursor().copy("COPY t (title, body, beside) FROM STDIN") as copy:
            for one in made:
                copy.write_row((one["title"], one["body"], one["beside"]))
        database.execute("CREATE INDEX t_words ON t USING gin (words)")
        database.execute("ANALYZE t")
        database.commit()
        indexed = time.perf_counter() - begun

        def ask(question: str) -> None:
            found = "SELECT id FROM t, websearch_to_tsquery('english', %s) q WHERE words @@ q ORDER BY ts_rank(words, q) DESC"
            first = [row[0] for row in database.execute(found, (question,)).fetchall()[:SHOWN]]
            headline = (
                "SELECT ts_headline('english', body, websearch_to_tsquery('english', %s)) FROM t WHERE id = ANY(%s)"
            )
            database.execute(headline, (question, first)).fetchall()

        return _timed(asked, ask) | {"indexed": indexed}


def _held(folder: Path) -> tuple[list[dict[str, Any]], list[str]]:
    return (
        json.loads((folder / "texts.json").read_text(encoding="utf-8")),
        json.loads((folder / "questions.json").read_text(encoding="utf-8")),
    )


def _timed(asked: list[str], ask: Callable[[str], object], times: int = 3) -> dict[str, float]:
    """The shortest time of each question: other programs on the machine only ever add to it."""
    taken = dict.fromkeys(asked, float("inf"))
    for _ in range(times):
        for question in taken:
            begun = time.perf_counter()
            ask(question)
            taken[question] = min(taken[question], time.perf_counter() - begun)
    return {"median": statistics.median(taken.values()), "slowest": max(taken.values())}


if __name__ == "__main__":
    does = {"texts": texts, "ours": ours, "fts5": fts5, "postgresql": in_postgresql}
    sys.stdout.write(json.dumps(does[sys.argv[1]](Path(sys.argv[2]))) + "\n")
