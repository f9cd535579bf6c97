"""What hangs where: subjects, relative clauses and members of lists that the parser puts under the wrong word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        # the noun phrase right before a verb without a subject
        (
            "Many drivers have said they will not work on Sunday and others have said the pay is poor.",
            ["[Many drivers] will not work on Sunday", "The pay is poor"],
        ),
        (
            "In 2009, a year after leading the inquiry into Ann Tolliver, Judge Peter Vance, a Green, moved out.",
            ["In 2009, a year after leading the inquiry into Ann Tolliver, Judge Peter Vance, a Green, moved out"],
        ),
        # of two subjects the first says who the second is
        (
            "A former pilot in the hills, Mr. Vance was chosen in 2008 by the board, and now serves on the council.",
            [
                "A former pilot in the hills, Mr. Vance was chosen in 2008 by the board",
                "Mr. Vance now serves on the council",
            ],
        ),
        # the only verb of a sentence, read as a participle of the noun before it
        (
            "But other action groups that are fighting to keep pension benefits accused Harwick of theft.",
            ["Other action groups that are fighting to keep pension benefits accused Harwick of theft"],
        ),
        # a past joined to a participle belongs to the past before it
        (
            "The Norland board on Friday expelled two Vestrian men, accusing them of theft, and recalled its envoy.",
            [
                "The Norland board on Friday expelled two Vestrian men",
                "The Norland board, accusing [two Vestrian men] of theft",
                "The Norland board recalled its envoy",
            ],
        ),
        # "where" speaks of a place and not of a day, "which" of a thing, "who" of a person
        (
            "The board met in Velden on Monday, where it had met before.",
            ["The board met in Velden on Monday", "In Velden [the board] had met before"],
        ),
        (
            "Ann Tolliver sent a letter to Peter Vance, which reached him in May.",
            ["Ann Tolliver sent a letter to Peter Vance", "A letter reached him in May"],
        ),
        (
            "The officer responsible for safety who closed the dam in May resigned.",
            [
                "The officer responsible for safety who closed the dam in May resigned",
                "The officer responsible for safety closed the dam in May",
            ],
        ),
        (
            "Vance exchanged texts with former board official Ann Tolliver that mocked the mayor in May.",
            ["Vance exchanged texts with former board official Ann Tolliver that mocked the mayor in May"],
        ),
        # "which was" speaks of one thing, "which were" of more
        (
            "Ann Tolliver defended the council's stance on possible cuts, which was first reported in May.",
            [
                "Ann Tolliver defended the council's stance on possible cuts",
                "The council's stance on possible cuts was first reported in May",
            ],
        ),
        (
            "Ann Tolliver defended the council's stance on possible cuts, which were first reported in May.",
            [
                "Ann Tolliver defended the council's stance on possible cuts",
                "Possible cuts were first reported in May",
            ],
        ),
        # what follows a clause between a subject and its verb belongs to that clause
        (
            "Quill, who led the board for ten years, first as a deputy and later as its head, left the town on Monday.",
            [
                "Quill left the town on Monday",
                "Quill led the board for ten years, first as a deputy and later as its head",
            ],
        ),
        (
            "Vance, dressed in a blue tie, blue shirt and a grey suit, looked at his wife during the hearing.",
            [
                "Vance looked at his wife during the hearing",
                "Vance, dressed in a blue tie, blue shirt and a grey suit",
            ],
        ),
        # whose was it
        (
            "Ann Tolliver called up Mark Quill, whose 6-year-old son, James Quill, was killed in December.",
            ["Ann Tolliver called up Mark Quill", "Mark Quill's 6-year-old son, James Quill was killed in December"],
        ),
        (
            "The winner is Peter Vance, who in 2012 added to his fleet by buying two more in Lund, the Upper Mill and "
            "the Old Mill.",
            [
                "The winner is Peter Vance",
                "Peter Vance in 2012 added to his fleet by buying two more in Lund, the Upper Mill and the Old Mill",
            ],
        ),
        (
            "First Step, a moderate Democratic group in Velden that has favored lower rents, called Harwick’s position "
            "“a watershed moment” in the debate over Social Housing.",
            [
                "First Step called Harwick’s position “a watershed moment” in the debate over Social Housing",
                "First Step, a moderate Democratic group in Velden",
                "First Step has favored lower rents",
            ],
        ),
        # what follows an adverbial clause is no object of the verb before it
        (
            "Ana Brandt scored twice in ten minutes as Harwick beat Velden City on Saturday, their fifth win in a row.",
            [
                "Ana Brandt scored twice in ten minutes",
                "Harwick beat Velden City on Saturday, their fifth win in a row",
            ],
        ),
    ],
)
def test_words_hang_where_they_belong(claims: Claims, text: str, reads: list[str]) -> None:
    assert [c.reads for c in claims(text)] == reads


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (
            "Many members will attend the fair and the ball and have said so.",
            "Many members will attend the fair and the ball and have said so",
        ),
        ("Vance, who was ill, and a friend left the town.", "Vance and a friend left the town"),
        ("The report, finished in May, and a letter were sent.", "The report and a letter were sent"),
        ("The council met in Velden, where it had met before.", "In Velden [the council] had met before"),
        ("The mayor thanked Ann Tolliver, who closed the dam in May.", "Ann Tolliver closed the dam in May"),
    ],
)
def test_what_hangs_right_stays(claims: Claims, text: str, reads: str) -> None:
    assert reads in [c.reads for c in claims(text)]


def test_the_name_behind_a_noun_at_the_head_of_a_sentence_is_its_subject(claims: Claims) -> None:
    (claim,) = claims("The chemical firm Sorex is accused of having dumped acid in the Lome river.")
    assert claim.reads == "The chemical firm Sorex is accused of having dumped acid in the Lome river"
    assert claim.certainty == "alleged"
