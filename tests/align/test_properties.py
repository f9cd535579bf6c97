"""What must hold of every story: order and strangers change nothing, a copy adds no support."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.align import align
from pipeline.model import Alignment, Argument, Claim, Document, Extraction, Frame, Published, Span
from pipeline.settings import Settings
from tests.align.conftest import document

AGENTS = ("org:council", "org:harbour-board", "person:tolliver")
ACTS = ("approve", "reject", "announce", "visit")
THINGS = ("stadium plan", "ferry terminal", "school budget", "bridge repair contract")
STRANGE = "Glaciologists measured meltwater beneath the Kverkfjoll icecap"

told = st.tuples(st.sampled_from(AGENTS), st.sampled_from(ACTS), st.sampled_from(THINGS), st.booleans())
stories = st.lists(st.lists(told, min_size=1, max_size=5), min_size=2, max_size=4)


def article(name: str, rows: list[tuple[str, str, str, bool]]) -> tuple[Document, Extraction]:
    lines, claims, at = [], [], 0
    for agent, act, thing, yes in rows:
        text = f"the {agent.partition(':')[2]} did {'' if yes else 'not '}{act} the {thing} of Marlow"
        span = Span(name, at, at + len(text), text)
        frame = Frame(
            act,
            span,
            (
                Argument("agent", span, agent, (agent,), agent),
                Argument("patient", span, thing.split()[-1], tuple(thing.split())),
            ),
            "happened",
        )
        claims.append(
            Claim(
                f"{name}-{at}",
                f"{name}#1",
                span,
                span,
                text,
                "body",
                "positive" if yes else "negative",
                None,
                "asserted",
                None,
                ("act",),
                frame,
                (act, "marlow", *thing.split()),
                (agent,),
                (),
            )
        )
        lines.append(text)
        at += len(text) + 1
    return document(name, "\n".join(lines)), Extraction(f"{name}#1", (), (), (), (), (), tuple(claims))


def aligned(parts: list[tuple[Document, Extraction]]) -> Alignment:
    return align(tuple(d for d, _ in parts), tuple(e for _, e in parts), Settings())


def laid(story) -> list[tuple[Document, Extraction]]:
    return [article(f"a{i}.txt", rows) for i, rows in enumerate(story)]


@given(stories, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_the_order_of_the_articles_changes_nothing(story, random) -> None:
    parts = laid(story)
    shuffled = list(parts)
    random.shuffle(shuffled)
    assert aligned(parts) == aligned(shuffled)


@given(stories, st.sampled_from(["0.txt", "b.txt"]))
@settings(deadline=None, max_examples=40)
def test_an_unrelated_article_changes_no_link_among_the_others(story, name) -> None:
    parts = laid(story)
    span = Span(name, 0, len(STRANGE), STRANGE)
    words = tuple(STRANGE.lower().split())
    claim = Claim(
        f"{name}-0",
        f"{name}#1",
        span,
        span,
        STRANGE,
        "body",
        "positive",
        None,
        "asserted",
        None,
        ("act",),
        Frame("measure", span, (), "happened"),
        words,
        (),
        (),
    )
    stranger = document(name, STRANGE), Extraction(f"{name}#1", (), (), (), (), (), (claim,))
    before, after = aligned(parts), aligned([*parts, stranger])
    assert before.links == after.links
    assert {o.doc: o.because for o in before.origins}.items() <= {o.doc: o.because for o in after.origins}.items()


@given(stories, st.integers(0, 3))
@settings(deadline=None, max_examples=40)
def test_a_copy_of_an_article_never_adds_support(story, which) -> None:
    parts = laid(story)
    original, read = parts[which % len(parts)]
    rows = story[which % len(parts)]
    _, again = article("z.txt", rows)
    copy = replace(document("z.txt", original.text), publisher="Another Paper"), again
    before = {s.claim: s.status for s in aligned(parts).standings}
    after = {s.claim: s.status for s in aligned([*parts, copy]).standings}
    raised = [c for c, status in before.items() if status != "corroborated" and after[c] == "corroborated"]
    assert not raised, (read.doc, raised)


@given(stories, st.integers(0, 3), st.booleans(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_a_version_that_says_nothing_new_never_adds_support(story, which, dated, shortened) -> None:
    parts = laid(story)
    chosen = which % len(parts)
    document_, extraction = parts[chosen]
    parts[chosen] = replace(document_, publisher="The Herald"), extraction
    rows = story[chosen]
    version, again = article("z.txt", rows[: max(1, len(rows) - shortened)])
    later = Published("2023-05-12", "2023-05-12", "2023-05-12", "manifest") if dated else document_.published
    version = replace(version, publisher="The Herald", published=later)
    before = {s.claim: s.status for s in aligned(parts).standings}
    made = aligned([*parts, (version, again)])
    after = {s.claim: s.status for s in made.standings}
    # a version that drops what contradicted another article does settle the conflict
    raised = [
        c
        for c, status in before.items()
        if status not in ("corroborated", "conflicting") and after[c] == "corroborated"
    ]
    assert not raised
    families = {o.doc: o.family for o in made.origins}
    assert families["z.txt#1"] == families[document_.doc]
