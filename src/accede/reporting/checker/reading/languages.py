"""In which of the six languages a passage is written, by its letters and its smallest words. Pure."""

import re

SCRIPTS = (
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[а-яё]", re.I)),
)
WORDS = {
    "en": frozenset((
        "the", "of", "and", "to", "in", "that", "has", "have", "is", "are", "was", "were", "by", "for", "on", "as",
        "with", "not", "from", "its", "which", "at", "yes", "voted", "voting", "against", "abstained", "abstaining",
    )),
    "fr": frozenset((
        "le", "la", "les", "des", "du", "et", "en", "que", "qui", "est", "sont", "dans", "par", "pour", "sur", "avec",
        "une", "un", "aux", "au", "ont", "été", "ne", "pas", "à", "ce", "cet", "cette", "de", "leur", "ses", "était",
        "depuis", "états", "pays", "traité", "contre", "résolution", "assemblée", "lors", "mais", "l", "d", "qu",
    )),
    "es": frozenset((
        "el", "la", "los", "las", "del", "y", "en", "que", "es", "son", "por", "para", "con", "una", "un", "al", "ha",
        "han", "fue", "no", "se", "su", "desde", "de", "lo", "como", "más", "estados", "partes", "países",
        "convención", "tratado", "contra", "resolución", "asamblea", "pero",
    )),
}  # fmt: skip
SIGNS = {"en": re.compile(r"(?!)"), "fr": re.compile("[àâçèêëîïôùûœ]", re.I), "es": re.compile("[ñáíóú¿¡]", re.I)}
"""Letters that one of them has and the others have not."""
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, default: str = "en") -> str:
    """The language of a text; the default where nothing tells."""
    for language, letters in SCRIPTS:
        if len(letters.findall(text)) * 4 > len(re.sub(r"[\s\d]", "", text)):
            return language
    words = [word.lower() for word in WORD.findall(text)]
    scores = {
        language: sum(word in small or bool(SIGNS[language].search(word)) for word in words)
        for language, small in WORDS.items()
    }
    best = max(scores, key=lambda language: scores[language])
    others = [score for language, score in scores.items() if language != best]
    return best if scores[best] > max(others) else default
