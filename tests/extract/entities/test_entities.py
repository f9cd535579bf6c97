from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.entities import find_entities
from pipeline.extract.sentences import find_passages


def test_old_and_new_names_of_a_country_are_one(names) -> None:
    found, _ = names("Türkiye signed the treaty on Monday. Turkey had asked for changes. Kiev agreed; Kyiv signed too.")
    assert set(found["country:TR"].aliases) == {"Türkiye"}
    assert len(found["country:TR"].mentions) == 2


def test_an_adjective_counts_for_its_country_where_it_speaks_of_the_state(names) -> None:
    found, _ = names("The Danish government met Danish officials in the harbour.")
    assert [m.at.text for m in found["country:DK"].mentions] == ["Danish", "Danish"]


def test_an_adjective_that_speaks_of_people_stays_apart(names) -> None:
    found, _ = names("Ethnic Armenian families left the town, and the Armenian government protested.")
    assert [m.at.start for m in found["country:AM"].mentions] == [48]
    assert "people:armenians" in found


def test_a_capital_that_acts_is_its_government(names) -> None:
    found, _ = names("Oslo suspended the talks. The decision surprised visitors in Oslo.")
    assert [m.at.start for m in found["country:NO"].mentions] == [0]
    assert len(found["place:oslo"].mentions) == 1


def test_a_surname_joins_the_full_name(names) -> None:
    found, _ = names("Helga Brandvold resigned on Friday. Brandvold had led the council since March.")
    assert len(found["person:helga-brandvold"].mentions) == 2
    assert found["person:helga-brandvold"].aliases == ("Brandvold",)


def test_a_surname_that_is_a_word_joins_its_full_name_unless_the_word_is_used_too(names) -> None:
    opening = "Former Mayor Aurelio Banks was convicted on Tuesday. Banks did not testify."
    found, _ = names(opening)
    assert [m.at.text for m in found["person:aurelio-banks"].mentions] == ["Aurelio Banks", "Banks"]
    found, _ = names(opening + " The loan came from two banks.")
    assert [m.at.text for m in found["person:aurelio-banks"].mentions] == ["Aurelio Banks"]


def test_father_and_son_of_one_name_stay_apart(names) -> None:
    found, _ = names(
        "Peter Brandvold Jr. pleaded guilty on Friday. His father, Peter Brandvold, sat in the court room."
    )
    assert {"person:peter-brandvold-jr", "person:peter-brandvold"} <= found.keys()


def test_a_title_keeps_a_surname_from_a_relative_of_another_sex(names) -> None:
    found, _ = names("Maria Brandvold arrived in Bergen. Mr. Brandvold stayed at home. Brandvold resigned on Friday.")
    assert len(found["person:maria-brandvold"].mentions) == 1
    assert len(found["person:brandvold"].mentions) == 2


def test_a_company_in_apposition_is_a_body(names) -> None:
    found, _ = names("They bought sensors from Holmlund, one of the largest contractors in Norway.")
    assert "org:holmlund" in found


def test_sections_and_party_tags_name_nobody(names) -> None:
    found, _ = names("Under Section 7.3, Rep. Peter Olsen (R-Ohio) must answer.")
    assert not {e for e in found if "section" in e or e.startswith("org:r-")}


def test_titles_before_a_name_are_kept(names) -> None:
    found, _ = names("Foreign Minister Helga Brandvold arrived. Mr. Olsen met her.")
    assert found["person:helga-brandvold"].titles == ("Foreign Minister",)


def test_an_acronym_joins_its_expansion(names) -> None:
    found, _ = names(
        "The Northern Fisheries Research Council (NFRC) published its figures. The NFRC said that stocks had fallen."
    )
    council = next(e for e in found.values() if "NFRC" in e.aliases)
    assert len(council.mentions) == 3


def test_the_desks_names_win(names) -> None:
    text = "Holmlund Marine won the order. The yard at Holmlund hired forty men."
    found, _ = names(text, (("Holmlund Marine AS", "Holmlund Marine", "Holmlund"),))
    (entity,) = [e for e in found.values() if e.name == "Holmlund Marine AS"]
    assert len(entity.mentions) == 2


def test_a_desk_alias_of_a_country_keeps_its_id(names) -> None:
    found, _ = names("Burma closed the border.", (("Myanmar", "Burma"),))
    assert "country:MM" in found


def test_acronyms_of_the_gazetteer_need_their_capitals(names) -> None:
    found, _ = names("They told us who had called it.")
    assert not found


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="AaBb .,'\"-\n1Üß€", max_size=80))
def test_any_text_is_read_without_error_and_every_span_is_its_text(article, text: str) -> None:
    document = article(text)
    entities, references = find_entities(document, find_passages(document))
    for at in (*(m.at for e in entities for m in e.mentions), *(r.at for r in references)):
        assert at.text
        assert text[at.start : at.end] == at.text
