"""The command line: what is asked for, how far it is, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from pipeline import __version__, entail, flow, outputs, screen, settings
from pipeline.engine import choose
from pipeline.errors import CrosscheckError, NothingReadableError, UsageError
from pipeline.flag import CODES, RULES
from pipeline.model import Work
from pipeline.report import diff_html, diff_text, stories_html
from pipeline.report.to_pdf import need_browser, to_pdf
from pipeline.verify import lines
from pipeline.verify import verify as verify_pairs

DONE, REACHED, BROKEN, STOPPED = 0, 1, 2, 130
"""Exit codes: done; --fail-on was reached; wrong use, broken settings or manifest, nothing readable; Ctrl-C."""

INDEX = "index.html"

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)

Corpus = Annotated[
    Path,
    typer.Argument(metavar="CORPUS", help="Folder of story folders (files that lie loose in it are one more story)."),
]
Out = Annotated[Path, typer.Option("--out", help="Where the outputs go: a folder for each story.")]
Config = Annotated[Path | None, typer.Option("--settings", help="Settings file (default: crosscheck.toml, if there).")]
Where = Annotated[str, typer.Option("--engine", help="Where to run: local, processes or processes:N.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
FailOn = Annotated[
    str | None, typer.Option("--fail-on", help="Exit with 1 at a flag this grave: note, warning or error.")
]

Pdf = Annotated[bool, typer.Option("--pdf", help="Print the page to report.pdf as well; needs Chromium.")]


@app.callback(invoke_without_command=True)
def _root(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    """Read the articles on one story and show what is unsupported, contradicted, undated, unattributed or misquoted."""
    if version:
        typer.echo(f"crosscheck {__version__}")
        raise typer.Exit


@app.command()
def run(
    corpus: Corpus,
    out: Out = Path("outputs"),
    config: Config = None,
    engine: Where = "local",
    fail_on: FailOn = None,
    pdf: Pdf = False,
    quiet: Quiet = False,
) -> None:
    """Do the whole job: a report for each story."""
    if fail_on is not None and fail_on not in settings.SEVERITIES:
        raise UsageError(f"--fail-on {fail_on}: it is one of {', '.join(settings.SEVERITIES)}")
    if pdf:
        need_browser()
    chosen, started = _settings(config), outputs.now()
    outputs.need_writable(out)
    if chosen.entailment:
        entail.load(Path(chosen.entailment))  # a wrong folder is said before hundreds of articles are read
    stories: list[str] = []
    problems: list[str] = []
    reached = False
    with choose(engine) as machine, screen.progress(quiet) as show:
        for work, files in flow.run(corpus, chosen, machine, show):
            outputs.write(out, work, _printed(files, pdf), _when(engine, started), chosen)
            stories.append(work.story.name)
            problems += work.story.problems
            reached |= fail_on is not None and any(_as_grave(f.severity, fail_on) for f in work.open_flags)
    _list_stories(out, stories, quiet)
    _complain(problems)
    if problems:
        raise typer.Exit(BROKEN)
    if reached:
        raise typer.Exit(REACHED)


@app.command()
def ingest(
    corpus: Corpus, out: Out = Path("outputs"), config: Config = None, engine: Where = "local", quiet: Quiet = False
) -> None:
    """Read and label the files of CORPUS."""
    chosen, started = _settings(config), outputs.now()
    outputs.need_writable(out)
    problems: list[str] = []
    documents = 0
    with choose(engine) as machine, screen.progress(quiet) as show:
        for group, shown in flow.groups(flow.stories(corpus), show):
            for work in flow.read_all(group, chosen, machine, shown):
                problems += work.story.problems
                documents += len(work.documents)
                outputs.write(out, work, {}, _when(engine, started), chosen)
    if not documents:
        raise NothingReadableError(f"{corpus}: no readable article; put one .txt file an article there")
    _complain(problems)
    if problems:
        raise typer.Exit(BROKEN)


@app.command()
def extract(out: Out = Path("outputs"), config: Config = None, engine: Where = "local", quiet: Quiet = False) -> None:
    """Find what each article says.

    Names, dates, quotations, figures and claims, in what `ingest` stored.
    """
    _stage(out, "ingest", flow.extract_all, config, engine, quiet)


@app.command()
def align(out: Out = Path("outputs"), config: Config = None, engine: Where = "local", quiet: Quiet = False) -> None:
    """Compare what `extract` stored, by story."""
    _stage(out, "extract", flow.align_all, config, engine, quiet)


@app.command()
def flag(out: Out = Path("outputs"), config: Config = None, engine: Where = "local", quiet: Quiet = False) -> None:
    """Run the rules on what `align` stored."""
    _stage(out, "align", flow.flag_all, config, engine, quiet)


@app.command()
def report(
    out: Out = Path("outputs"), config: Config = None, engine: Where = "local", pdf: Pdf = False, quiet: Quiet = False
) -> None:
    """Write the reports of what `flag` stored."""
    if pdf:
        need_browser()
    chosen, started = _settings(config), outputs.now()
    works = [outputs.load(folder, "flag") for folder in outputs.find(out)]
    with choose(engine) as machine, screen.progress(quiet) as show:
        for work, files in zip(works, flow.report_all(works, chosen, machine, show), strict=True):
            outputs.write(out, work, _printed(files, pdf), _when(engine, started), chosen)
    _list_stories(out, [w.story.name for w in works], quiet)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A story's folder of an earlier run, or its report.json.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same of a later run.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write the comparison to this file as a page.")] = None,
) -> None:
    """Compare the findings of two runs.

    Says which are new, gone, changed and unchanged.
    """
    before, after = outputs.report(old), outputs.report(new)
    if html is not None:
        outputs.put(html, diff_html(before, after))
    typer.echo(diff_text(before, after), nl=False)


@app.command()
def verify(
    pairs: Annotated[Path, typer.Argument(metavar="PAIRS", help="JSON lines with the texts premise and hypothesis.")],
    out: Annotated[Path, typer.Option("--out", help="Where the judged lines go.")],
    resume: Annotated[bool, typer.Option("--resume", help="Go on behind the last line that --out holds.")] = False,
    fast: Annotated[bool, typer.Option("--fast", help="Ask the small model: quicker, and oftener wrong.")] = False,
    config: Config = None,
    quiet: Quiet = False,
) -> None:
    """Judge pairs of texts for entailment.

    Says of each whether the premise entails, contradicts or leaves open the hypothesis.
    """
    folder = _settings(config).entailment
    named = Path(folder) if folder not in ("", settings.NO_MODEL) else entail.PRECISE
    judge = entail.load(entail.SMALL if fast else named)
    of = lines(pairs)
    with screen.progress(quiet) as show:
        verify_pairs(pairs, out, judge, resume, lambda done: show("verify", done, of))


@app.command()
def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="A code, such as Q004.")]) -> None:
    """Print a rule's manual.

    What the code means, why it matters and what is not flagged.
    """
    rule = next((rule for rule in RULES if code.upper() == rule.CODE), None)
    if rule is None:
        raise UsageError(f"no code '{code}'; there are {', '.join(sorted(CODES))}")
    screen.explain(Console(), rule)


def main(arguments: Sequence[str] | None = None) -> None:
    """The `crosscheck` command: every error of ours becomes one line on standard error and exit code 2."""
    try:
        app(args=arguments)
    except CrosscheckError as error:
        _complain([str(error)])
        sys.exit(BROKEN)
    except SystemExit as left:
        if left.code == STOPPED:  # typer makes this of Ctrl-C, without a word
            _complain(["stopped; what was written before is whole"])
        raise


def _when(engine: str, started: str) -> dict[str, object]:
    """What the manifest alone may hold: where it ran, and when."""
    return {"engine": engine, "started": started, "finished": outputs.now()}


def _as_grave(severity: str, as_what: str) -> bool:
    return settings.SEVERITIES.index(severity) >= settings.SEVERITIES.index(as_what)


def _list_stories(out: Path, stories: Sequence[str], quiet: bool) -> None:
    """The page that lists every story under `out`, and the last screen about those of this run."""
    briefs = outputs.briefs(out)
    outputs.put(out / INDEX, stories_html(briefs))
    if not quiet:
        screen.summary(Console(), out, [b for b in briefs if b["story"] in stories])


def _printed(files: flow.Files, pdf: bool) -> flow.Files:
    return {**files, "report.pdf": to_pdf(files["report.html"])} if pdf else files


def _settings(path: Path | None) -> settings.Settings:
    default = Path("crosscheck.toml")
    return settings.load(path or (default if default.is_file() else None), CODES)


Stage = Callable[..., list[Work]]


def _stage(out: Path, before: str, stage: Stage, config: Path | None, engine: str, quiet: bool) -> None:
    """One stage over every stored story, a story at a time, so that a large archive is never in memory at once."""
    chosen, started = _settings(config), outputs.now()
    folders = outputs.find(out)
    with choose(engine) as machine, screen.progress(quiet) as show:
        # A story alone tells of its own files; of several, it is told which has been done.
        inner = show if len(folders) == 1 else flow.quiet
        for done, folder in enumerate(folders, 1):
            (work,) = stage([outputs.load(folder, before)], chosen, machine, inner)
            outputs.write(out, work, {}, _when(engine, started), chosen)
            if inner is not show:
                show(flow.STAGES[flow.STAGES.index(before) + 1], done, len(folders))


def _complain(messages: Sequence[str]) -> None:
    for message in messages:
        print(f"crosscheck: {message}", file=sys.stderr)


if __name__ == "__main__":
    main()
