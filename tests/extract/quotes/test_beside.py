"""A verb that no list holds reports by its place: marks that break off, the verb, a name."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“The gate will stay shut until spring,” zarked Ann Tolliver.", "zarked"),
        ("“The gate will stay shut until spring,” Ann Tolliver zarked on Monday.", "zarked"),
        ("“Shut the gate!” tutted Ann Tolliver, who runs the harbour.", "tutted"),
        ("“Out,” waved Ann Tolliver.", "waved"),
    ],
)
def test_an_unlisted_verb_between_marks_and_a_name_reports(read, text: str, cue: str) -> None:
    (quote,) = (q for q in read(text) if q.marked)
    assert quote.use == "speech"
    assert quote.cue
    assert quote.cue.text == cue
    assert quote.speaker
    assert quote.speaker.name == "Ann Tolliver"


def test_an_office_may_stand_behind_an_unlisted_verb(read) -> None:
    (quote,) = read("“The gate will stay shut until spring,” soothed the harbour master.")
    assert quote.speaker
    assert quote.speaker.at.text == "the harbour master"


@pytest.mark.parametrize(
    "text",
    [
        "After “The Quiet Harbour,” Ann Tolliver moved to Leeds.",
        "In “The Quiet Harbour,” Ann Tolliver played a nurse.",
        "When they played “Rule the Waves,” Ann Tolliver danced.",
        "“The Quiet Harbour,” directed by Ann Tolliver, won a prize.",
        "“The Quiet Harbour,” Ann Tolliver's first play, failed.",
        "“The gate will stay shut until spring,” but Ann Tolliver laughed it off.",
        "“Shut the gate!” Ann Tolliver walked to the door.",
    ],
)
def test_a_verb_that_only_follows_marks_does_not_report(read, text: str) -> None:
    assert [q.speaker for q in read(text) if q.marked] == [None]
