"""Currencies by sign and by word, as ISO 4217 codes."""

from __future__ import annotations

import re

from pipeline.extract.figures.numerals import Lexemes
from pipeline.text import listed, word_map

SIGNS = word_map("$:USD £:GBP €:EUR ¥:JPY ₹:INR ₽:RUB ₺:TRY ₩:KRW ₪:ILS ₴:UAH ₦:NGN ฿:THB ₫:VND ₱:PHP")
BEFORE_DOLLAR = word_map(
    "us:USD u.s:USD c:CAD ca:CAD can:CAD cdn:CAD a:AUD au:AUD aus:AUD nz:NZD hk:HKD s:SGD sg:SGD nt:TWD r:BRL "
    "j:JMD mx:MXN"
)
CODES = listed(
    "USD EUR GBP JPY CAD AUD NZD CHF CNY HKD SGD TWD KRW INR RUB TRY ILS UAH BRL MXN ZAR SEK NOK DKK PLN CZK "
    "HUF RON AED SAR QAR KWD EGP NGN KES PKR BDT THB IDR MYR PHP VND ARS CLP COP PEN AZN AMD GEL KZT"
)
_NATIONS = word_map(
    "us:USD u.s:USD u.s.:USD american:USD canadian:CAD australian:AUD zealand:NZD kong:HKD singapore:SGD "
    "singaporean:SGD taiwan:TWD british:GBP egyptian:EGP sudanese:SDG lebanese:LBP syrian:SYP turkish:TRY "
    "mexican:MXN argentine:ARS chilean:CLP colombian:COP cuban:CUP philippine:PHP swiss:CHF indian:INR "
    "pakistani:PKR sri:LKR russian:RUB belarusian:BYN kuwaiti:KWD jordanian:JOD iraqi:IQD tunisian:TND "
    "libyan:LYD saudi:SAR qatari:QAR omani:OMR iranian:IRR yemeni:YER swedish:SEK norwegian:NOK danish:DKK "
    "icelandic:ISK czech:CZK south:ZAR"
)
_WORDS = word_map(
    "dollar:USD buck:USD euro:EUR yen:JPY yuan:CNY renminbi:CNY rouble:RUB ruble:RUB rupee:INR lira:TRY "
    "shekel:ILS hryvnia:UAH zloty:PLN forint:HUF naira:NGN baht:THB rupiah:IDR ringgit:MYR dong:VND manat:AZN "
    "dram:AMD lari:GEL tenge:KZT won:KRW rand:ZAR sterling:GBP"
)
_SHARED = {"pound": "GBP", "peso": "", "franc": "", "dinar": "", "dirham": "AED", "riyal": "SAR", "rial": "IRR",
           "krona": "SEK", "krone": "", "crown": ""}  # fmt: skip
_IN_DOLLARS = re.compile(r"\bin (Canadian|Australian|New Zealand|Hong Kong|Singapore) dollars\b", re.IGNORECASE)


def house_dollar(texts: list[str]) -> str:
    """What a bare "$" means in an article: USD, unless it says its figures are "in Canadian dollars" or the like."""
    said = {m.group(1).split()[-1].lower() for t in texts for m in _IN_DOLLARS.finditer(t)}
    return _NATIONS[said.pop()] if len(said) == 1 else "USD"


def sign_before(lex: Lexemes, i: int, dollar: str) -> tuple[str, int]:
    """The currency whose sign or code stands right before lexeme `i`, and where it begins; empty and `i` if none."""
    sign = lex.at(i - 1)
    if sign in SIGNS:
        if sign != "$":
            return SIGNS[sign], i - 1
        if lex.tight(i - 1) and lex.at(i - 2) in BEFORE_DOLLAR:
            return BEFORE_DOLLAR[lex.at(i - 2)], i - 2
        if lex.tight(i - 1) and lex.at(i - 2) == "." and lex.at(i - 3) == "u.s":
            return "USD", i - 3
        return dollar, i - 1
    if i and lex.text[i - 1] in CODES:
        return lex.text[i - 1], i - 1
    return "", i


def word_after(lex: Lexemes, j: int, large: bool) -> tuple[str, int]:
    """The currency named right after the number, and where its name ends; empty and `j` if none.

    Words that several countries share ("peso") or that weigh ("pounds") need a nation before them or a number in
    millions (`large`).
    """
    nation = ""
    k = j + (lex.at(j) == "-" and lex.tight(j))
    if lex.at(k) in {"new", "hong"}:
        k += 1
    if lex.at(k) in _NATIONS:
        nation, k = _NATIONS[lex.at(k)], k + 1
        k += lex.at(k) in {".", "african", "lankan"}
    word = lex.at(k).removesuffix("s") if lex.at(k) not in {"lira", "won"} else lex.at(k)
    if k < len(lex.text) and lex.text[k] in CODES:
        return lex.text[k], k + 1
    if word in _WORDS and not (word == "won" and not large):
        return (nation if nation and word == "dollar" else _WORDS[word]), k + 1
    if word in _SHARED and (nation or (large and _SHARED[word])):
        return nation or _SHARED[word], k + 1
    return "", j
