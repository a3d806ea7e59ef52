"""The six languages of the United Nations."""

from accede.vocabulary.label import Labelled


class Language(Labelled):
    """ISO 639-1 keys in the order the United Nations lists them in English."""

    ARABIC = "ar", "Arabic"
    CHINESE = "zh", "Chinese"
    ENGLISH = "en", "English"
    FRENCH = "fr", "French"
    RUSSIAN = "ru", "Russian"
    SPANISH = "es", "Spanish"
