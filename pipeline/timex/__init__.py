"""TIMEX3 values, the days they cover, and relative readings: plain strings and days, no text and no clock.

Values follow the TimeML annotation guidelines (Pustejovsky et al., ISO 24617-1): `2020-10-03`, `2020-10`, `2020-W41`,
`2020-W41-WE`, `2020-Q3`, `2020-H1`, `2020-FA`, `199` (a decade), `19` (a century), `P2W`, `2020-10-03TEV`,
`XXXX-WXX-1` (a Monday), `PRESENT_REF`.
"""

from __future__ import annotations

from pipeline.timex.holidays import holiday
from pipeline.timex.intervals import Interval, bounds, day, shift
from pipeline.timex.readings import Moment, loose, read, read_over
from pipeline.timex.telling import day_words, interval_words

__all__ = [
    "Interval",
    "Moment",
    "bounds",
    "day",
    "day_words",
    "holiday",
    "interval_words",
    "loose",
    "read",
    "read_over",
    "shift",
]
