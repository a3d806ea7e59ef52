"""The phrases of the five other languages, by language."""

from accede.reporting.checker.phrases import arabic, chinese, french, russian, spanish
from accede.reporting.checker.phrases.phrases import Phrases

PHRASES: dict[str, Phrases] = {
    "fr": french.PHRASES,
    "es": spanish.PHRASES,
    "ru": russian.PHRASES,
    "zh": chinese.PHRASES,
    "ar": arabic.PHRASES,
}
