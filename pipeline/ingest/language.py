"""Which language a text is in: its script, and the share of its words that are a language's commonest."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_COMMON = {
    "en": "the of and to in a is that for was on with as it be by at he have has from are his they not this said who",
    "fr": "le la les de des et un une du en est que qui dans pour au aux sur par il elle ce cette ne pas avec plus",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er",
    "es": "el la los las de y en que un una por con del se su para al no es lo más como pero sus este ha fue",
    "it": "il la di e che in un una per è del della dei con non si le da al nel sono gli lo come più alla ha",
    "pt": "o a os as de e que do da em um uma para com não por no na dos das se mais ao foi como pelo sua",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om die ook als bij door maar naar uit",
    "sv": "och att det som en på är av för med den till inte har de ett om var jag men från vid ska han",
    "da": "og i at det er en til på af den for med der ikke de som har et fra var om han vil blev ved",
    "pl": "w i na z się nie do jest że o to jak po od za przez ale są dla był tym przy jego może oraz",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ama ne var en o değil göre iki ise",
    "ro": "și de a în la cu nu că din pe care este un o pentru mai sa fi au fost s-a prin sau dar",
    "id": "yang dan di dari untuk dengan ini itu pada dalam tidak akan ke oleh juga ada telah mereka bahwa karena",
    "hu": "a az és hogy nem is egy meg ez volt de csak már el kell még mint azt után szerint lesz ha",
    "fi": "ja on ei se että oli hän mutta ovat myös kun joka niin sen tai kuin mukaan ole vain jo ovat",
    "cs": "a se v na je že s z do o to i by ale za pro jako podle po jsou však při také který by",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SCRIPTS = {
    "GREEK": "el",
    "ARMENIAN": "hy",
    "HEBREW": "he",
    "ARABIC": "ar",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "THAI": "th",
    "GEORGIAN": "ka",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
}
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST = 20
_SAMPLE = 6_000


def language_of(text: str, default: str) -> str:
    """The language as an ISO 639-1 code; `default` for texts too short to tell, "und" where nothing fits.

    >>> language_of("Le ministre a dit que la loi est dans une phase de consultation avec les villes et que le vote "
    ...             "sur le texte ne sera pas pour cette année", "en")
    'fr'
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script != "LATIN":
        return _by_script(script, sample)
    words = [w.casefold() for w in _TOKEN.findall(sample)]
    if len(words) < _SHORTEST:
        return default
    counts = Counter(words)
    hits = {language: sum(counts[w] for w in common) for language, common in sorted(_WORDS.items())}
    best = max(hits, key=lambda language: (hits[language], language == default))
    if hits[best] < 0.08 * len(words):
        return "und" if len(words) >= 3 * _SHORTEST and hits.get(default, 0) < 0.04 * len(words) else default
    clear = hits[best] > 1.3 * hits.get(default, 0)
    return best if best == default or clear else default


def _script(text: str) -> str:
    """The script of most letters, by the first word of their names in the Unicode character database."""
    letters = Counter(c for c in text if c.isalpha())
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        scripts["LATIN" if letter < "\u0250" else unicodedata.name(letter, "OTHER").split()[0]] += count
    ranked = sorted(scripts.items(), key=lambda s: (-s[1], s[0]))
    if not ranked or ranked[0][1] < 0.5 * sum(scripts.values()):
        return "CJK" if scripts["CJK"] or scripts["HIRAGANA"] else "LATIN"
    return ranked[0][0]


def _by_script(script: str, text: str) -> str:
    if script == "CYRILLIC":
        return "uk" if len(re.findall("[іїєґІЇЄҐ]", text)) > 0.01 * len(text) else "ru"
    if script == "ARABIC":
        return "fa" if len(re.findall("[پچژگ]", text)) > 0.005 * len(text) else "ar"
    if script == "CJK" and re.search("[\u3040-\u30ff]", text):
        return "ja"
    return _SCRIPTS.get(script, "und")
