"""An article is in another language than the one that is judged.

What it flags
    An article whose commonest words, or whose script, are those of another language than the configured one.

Why it matters
    The rules know the words of one language. An article in another is shown, but nothing that is said about its
    quotations, dates and statements can be trusted.

What is not flagged
    An article that quotes another language, and a text too short to tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.flag.cases import Case
from pipeline.flag.examples import Example
from pipeline.model import Finding

CODE = "I005"
NAME = "unsupported-language"
SEVERITY = "warning"

FLAGGED = (
    Example(
        (
            "Le conseil municipal a voté mardi soir le maintien de l'école du village pour trois ans. Les parents "
            "avaient remis une pétition contre le projet de fermeture, qui ne sera pas examiné avant décembre.",
        ),
        "Le conseil",
        why="an article in French",
    ),
    Example(
        (
            "Городской совет во вторник вечером решил сохранить сельскую школу ещё на три года. Родители собрали "
            "подписи против плана её закрытия, который не будет рассмотрен до конца года.",
        ),
        "Городской",
        why="an article in Russian",
    ),
)
CLEAN = (
    Example(
        (
            "The council voted on Tuesday evening to keep the village school open for three years. Parents had handed "
            "in a petition against the plan to close it, which will not be looked at before the end of the year.",
        ),
        why="English",
    ),
    Example(
        (
            'The mayor read one line of the letter, "Nous ne partirons pas avant la fin de l\'année", and said that '
            "he would answer it in French as soon as the council had met and the votes were counted.",
        ),
        why="English that quotes French",
    ),
    Example(("Ferry Ansel halted.",), why="too short to tell"),
)

_NAMES = {
    **{"en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese"},
    **{"nl": "Dutch", "sv": "Swedish", "da": "Danish", "pl": "Polish", "tr": "Turkish", "ro": "Romanian"},
    **{"id": "Indonesian", "hu": "Hungarian", "fi": "Finnish", "cs": "Czech", "ru": "Russian", "uk": "Ukrainian"},
    **{"el": "Greek", "hy": "Armenian", "he": "Hebrew", "ar": "Arabic", "fa": "Persian", "hi": "Hindi"},
    **{"bn": "Bengali", "ta": "Tamil", "th": "Thai", "ka": "Georgian", "ko": "Korean", "ja": "Japanese"},
    **{"zh": "Chinese", "und": "a language that was not recognised"},
}
"""ISO 639-1 codes in words; `und` as ISO 639-2 has it."""


def check(case: Case) -> Iterator[Finding]:
    """One finding for each article in another language."""
    for document in case.documents:
        if document.language != case.language:
            which, wanted = (_NAMES.get(code, f"“{code}”") for code in (document.language, case.language))
            message = f"This article is in {which}, not in {wanted}; it is shown, but not judged."
            yield Finding(document.doc, case.head(document), message)
