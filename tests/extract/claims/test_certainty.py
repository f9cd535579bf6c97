from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Claim

Claims = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "reads", "certainty"),
    [
        ("The council closed the harbour.", "The council closed", "asserted"),
        ("The inquiry found that the crane was faulty.", "The crane was", "established"),
        ("Police said the crane was faulty.", "The crane was", "reported"),
        ("Ann Tolliver alleged that the crane was faulty.", "The crane was", "alleged"),
        ("The crane was allegedly stolen in May.", "The crane was", "alleged"),
        ("The mayor denied that the crane was faulty.", "The crane was", "denied"),
        ("The council will close the harbour.", "The council will", "planned"),
        ("The council agreed to close the harbour.", "The council agreed", "planned"),
        ("The council may close the harbour.", "The council may", "possible"),
        ("Police said the council may close the harbour.", "The council may", "possible"),
        ("There were claims that the crane was faulty.", "The crane was", "alleged"),
        ("There is no evidence that the crane was faulty.", "The crane was", "possible"),
        ("The plan is a disgrace.", "The plan is", "opinion"),
        ("In a column, Will urged the voters to leave.", "In a column", "asserted"),
        ("The crane was apparently stolen in May.", "The crane was", "possible"),
        ('"I suspect that the crane was faulty," Ann Tolliver said.', "The crane was", "possible"),
        ("Police suspect that the crane was faulty.", "The crane was", "alleged"),
        ("The alleged thief fled.", "The alleged thief", "alleged"),
        ("The council met because of the letters that the alleged thief wrote.", "The council met", "asserted"),
        ("The mayor never pledged to close the harbour.", "The mayor never", "asserted"),
        ("The mayor does not plan to close the harbour.", "The mayor does", "planned"),
        ("The mayor had not expected to win.", "The mayor had", "asserted"),
        ("The mayor would not say when the harbour would close.", "The mayor would", "asserted"),
        ("The mayor could not be reached for comment.", "The mayor could", "asserted"),
        ("The mayor could not close the harbour.", "The mayor could", "asserted"),
        ("The mayor could close the harbour.", "The mayor could", "possible"),
        ("The mayor would have closed the harbour.", "The mayor would", "possible"),
        ("The mayor would be a poor choice.", "The mayor would", "possible"),
        ("The mayor would close the harbour in May.", "The mayor would", "planned"),
        ("The mayor would not close the harbour.", "The mayor would", "planned"),
        ("The picture was found rolled up in a shed.", "The picture", "asserted"),
        ("The picture was found to be a copy.", "The picture", "established"),
    ],
)
def test_how_sure_the_text_is(claims: Claims, text: str, reads: str, certainty: str) -> None:
    (claim,) = [c for c in claims(text) if c.reads.startswith(reads)]
    assert claim.certainty == certainty


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The council did not close the harbour.", "negative"),
        ("The council never closed the harbour.", "negative"),
        ("No ship left the harbour.", "negative"),
        ("The council failed to close the harbour.", "negative"),
        ("The council did not fail to close the harbour.", "positive"),
        ("The harbour is no longer closed.", "negative"),
        ("Neither the mayor nor the council closed the harbour.", "negative"),
        ("The council refused to close the harbour.", "negative"),
        ("The council not only closed the harbour.", "positive"),
        ("I do not think the harbour is closed.", "negative"),
    ],
)
def test_whether_it_is_so_or_not(claims: Claims, text: str, polarity: str) -> None:
    assert [c.polarity for c in claims(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "kind", "checkable"),
    [
        ("Marlow has the largest harbour in Norland.", "superlative", True),
        ("The crack led to a closure of the road.", "causal", True),
        ("The harbour is bigger than the mill.", "comparative", True),
        ("The plan is a disgrace.", "opinion", False),
        ("The council should close the harbour.", "opinion", False),
        ("Prices will rise next year.", "forecast", False),
        ("Why did the council close the harbour?", "question", False),
    ],
)
def test_kinds_and_what_cannot_be_checked(claims: Claims, text: str, kind: str, checkable: bool) -> None:
    (claim,) = claims(text)
    assert kind in claim.kinds
    assert claim.checkable == checkable == (not claim.unchecked_because)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Norland imposed an embargo on Vestria.", "embargo"),
        ("The council made a decision on the harbour.", "decide"),
        ("The council called off the vote.", "call off"),
        ("The council began to close the harbour.", "close"),
        ("The suspension was enacted in May.", "suspend"),
        ("The council plans to close the harbour.", "close"),
    ],
)
def test_a_light_verb_gives_way_to_its_noun(claims: Claims, text: str, predicate: str) -> None:
    (claim,) = claims(text)
    assert claim.frame is not None
    assert claim.frame.predicate == predicate
