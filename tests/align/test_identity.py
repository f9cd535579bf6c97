from __future__ import annotations

import itertools

from pipeline.align.identity import unify
from pipeline.model import Argument, Claim, Entity, Extraction, Frame, Mention, Reference, Span, Speaker


def entity(doc: str, name: str, id_: str, label: str = "PERSON", titles: tuple[str, ...] = (), at: int = 0) -> Entity:
    file = doc.partition("#")[0]
    return Entity(id_, name, label, (), (Mention(doc, Span(file, at, at + len(name), name)),), titles)


def article(doc: str, *entities: Entity) -> Extraction:
    return Extraction(doc, (), entities, (), (), (), ())


def person(doc: str, name: str, at: int = 0, titles: tuple[str, ...] = ()) -> Entity:
    return entity(doc, name, "person:" + name.lower().replace(" ", "-").replace(".", ""), titles=titles, at=at)


def body(doc: str, name: str, at: int = 50) -> Entity:
    return entity(doc, name, "org:" + name.lower().replace(" ", "-"), "ORG", at=at)


def ids(extractions: tuple[Extraction, ...]) -> dict[str, list[str]]:
    new, _ = unify(extractions)
    return {x.doc: [e.entity for e in x.entities] for x in new}


A = article("a.txt#1", person("a.txt#1", "Helga Brandvold"), body("a.txt#1", "Holmlund Yard"))
B = article("b.txt#1", person("b.txt#1", "Brandvold"), body("b.txt#1", "Holmlund Yard"))


def test_a_surname_alone_is_the_full_name_elsewhere() -> None:
    assert ids((A, B))["b.txt#1"] == ["person:helga-brandvold", "org:holmlund-yard"]


def test_articles_that_share_nothing_lend_each_other_no_names() -> None:
    other = article("b.txt#1", person("b.txt#1", "Brandvold"))
    assert ids((A, other))["b.txt#1"] == ["person:brandvold"]


def test_the_order_of_the_articles_changes_nothing() -> None:
    c = article("c.txt#1", person("c.txt#1", "H. Brandvold"), body("c.txt#1", "Holmlund Yard Inc."))
    answers = [unify(order) for order in itertools.permutations((A, B, c))]
    assert all(entities == answers[0][1] for _, entities in answers)


def test_an_unrelated_article_changes_no_id() -> None:
    far = article("z.txt#1", person("z.txt#1", "Maria Brandvold"), body("z.txt#1", "Choral Society"))
    before, after = ids((A, B)), ids((A, B, far))
    assert {doc: after[doc] for doc in before} == before


def test_two_whom_one_article_tells_apart_stay_apart() -> None:
    both = article("a.txt#1", person("a.txt#1", "Peter Lund Jr."), person("a.txt#1", "Peter Lund", 40))
    other = article("b.txt#1", person("b.txt#1", "Peter Lund"))
    found = ids((both, other))
    assert len(set(found["a.txt#1"])) == 2
    assert found["b.txt#1"][0] in found["a.txt#1"]


def test_other_first_names_stay_apart() -> None:
    other = article("b.txt#1", person("b.txt#1", "Maria Brandvold"), body("b.txt#1", "Holmlund Yard"))
    assert ids((A, other))["b.txt#1"][0] == "person:maria-brandvold"


def test_a_nickname_is_the_same_first_name() -> None:
    left = article("a.txt#1", person("a.txt#1", "Robert Lund"))
    right = article("b.txt#1", person("b.txt#1", "Bob Lund"))
    assert len({i for found in ids((left, right)).values() for i in found}) == 1


def test_an_acronym_here_is_its_expansion_there() -> None:
    left = article("a.txt#1", body("a.txt#1", "Northern Fisheries Research Council"))
    right = article("b.txt#1", entity("b.txt#1", "NFRC", "org:nfrc", "ORG"))
    assert len({i for found in ids((left, right)).values() for i in found}) == 1


def test_an_office_chooses_among_bearers_of_a_surname() -> None:
    left = article(
        "a.txt#1",
        person("a.txt#1", "Helga Brandvold", titles=("President",)),
        person("a.txt#1", "Nora Brandvold", 30),
        body("a.txt#1", "Holmlund Yard"),
    )
    right = article("b.txt#1", person("b.txt#1", "Brandvold", titles=("President",)), body("b.txt#1", "Holmlund Yard"))
    assert ids((left, right))["b.txt#1"][0] == "person:helga-brandvold"


def test_ids_are_replaced_in_claims_frames_speakers_and_references() -> None:
    at = Span("b.txt", 0, 9, "Brandvold")
    speaker = Speaker(at, "Brandvold", "person:brandvold", "named", ("person:brandvold",))
    frame = Frame("say", at, (Argument("agent", at, "brandvold", (), "person:brandvold"),), "happened")
    claim = Claim(
        "claim-1", "b.txt#1", at, at, "Brandvold left.", "body", "positive", speaker, "asserted", None, (), frame, (),
        ("person:brandvold",), (),
    )  # fmt: skip
    reference = Reference("b.txt#1", at, "person:brandvold", "")
    b = Extraction("b.txt#1", (), B.entities, (), (), (), (claim,), (reference,))
    (_, new), _ = unify((A, b))
    (moved,) = new.claims
    assert moved.entities == ("person:helga-brandvold",)
    assert moved.frame is not None
    assert moved.frame.arguments[0].entity == "person:helga-brandvold"
    assert moved.speaker is not None
    assert (moved.speaker.entity, moved.speaker.candidates) == ("person:helga-brandvold", ("person:helga-brandvold",))
    assert new.references[0].entity == "person:helga-brandvold"
