"""From a folder of files to articles: which files, their text, the jobs of their lines, their date and language."""

from __future__ import annotations

from pipeline.ingest.aliases import load_aliases
from pipeline.ingest.articles import ingest
from pipeline.ingest.stories import DESK_FILES, find_stories

__all__ = ["DESK_FILES", "find_stories", "ingest", "load_aliases"]
