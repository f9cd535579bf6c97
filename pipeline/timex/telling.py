"""Days and stretches of days as a newspaper writes them: 4 March 2021, October 2020, 3 to 5 May 2021."""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_words(day: str) -> str:
    """`2021-04-12` as `12 April 2021`; what is no ISO day stays as it is.

    >>> day_words("2021-04-12"), day_words("2021-W14")
    ('12 April 2021', '2021-W14')
    """
    try:
        read = date.fromisoformat(day) if len(day) == len("2021-04-12") else None
    except ValueError:
        read = None
    return f"{read.day} {_MONTHS[read.month - 1]} {read.year}" if read else day


def interval_words(earliest: str | None, latest: str | None) -> str:
    """An interval of days in words; `undated` where both ends are open.

    >>> interval_words("2021-04-12", "2021-04-12"), interval_words(None, "2021-05-01")
    ('12 April 2021', 'by 1 May 2021')
    >>> interval_words("2020-10-01", "2020-10-31"), interval_words("2019-01-01", "2019-12-31")
    ('October 2020', '2019')
    """
    if earliest is None or latest is None:
        ends = (f"from {day_words(earliest)}" if earliest else "", f"by {day_words(latest)}" if latest else "")
        return " ".join(e for e in ends if e) or "undated"
    first, last = day_words(earliest), day_words(latest)
    if earliest.endswith("-01-01") and latest.endswith("-12-31"):
        first, last = earliest[:4], latest[:4]
    elif earliest.endswith("-01") and _is_last(latest):
        first, last = first.split(" ", 1)[1], last.split(" ", 1)[1]
    elif earliest[:7] == latest[:7]:
        first = first.split(" ")[0] if earliest != latest else last
    elif earliest[:4] == latest[:4]:
        first = first.rsplit(" ", 1)[0]
    return last if first == last else f"{first} to {last}"


def _is_last(day: str) -> bool:
    return (date.fromisoformat(day) + timedelta(days=1)).day == 1
