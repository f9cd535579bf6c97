from __future__ import annotations


def test_a_pronoun_goes_to_the_subject_that_says_it(names) -> None:
    _, references = names("Helga Brandvold told Peter Olsen that she would resign.")
    assert references["she"] == "person:helga-brandvold"


def test_gender_chooses_between_two(names) -> None:
    _, references = names("Helga Brandvold met Peter Olsen on Friday. He brought a map.")
    assert references["He"] == "person:peter-olsen"


def test_nothing_is_linked_where_two_are_equally_likely(names) -> None:
    _, references = names("Peter Olsen and David Lund met on Friday. He brought a map.")
    assert "He" not in references


def test_an_object_is_not_the_subject_of_its_own_verb(names) -> None:
    _, references = names("Peter Olsen arrived. David Lund praised him.")
    assert references.get("him") in {None, "person:peter-olsen"}


def test_a_role_stands_for_the_only_one_who_has_it(names) -> None:
    _, references = names(
        "Foreign Minister Helga Brandvold met Senator Peter Olsen. On Friday the minister left, and the senator stayed."
    )
    assert references["the minister"] == "person:helga-brandvold"
    assert references["the senator"] == "person:peter-olsen"


def test_a_role_that_two_have_stands_for_neither(names) -> None:
    _, references = names("Senator Helga Brandvold met Senator Peter Olsen. The senator left early.")
    assert "The senator" not in references


def test_the_alliance_is_the_one_named(names) -> None:
    _, references = names("NATO met on Monday. The alliance will send ships.")
    assert references["The alliance"] == "org:nato"


def test_its_belongs_to_the_country_that_acts(names) -> None:
    _, references = names("Norway lifted its ban on Friday.")
    assert references["its"] == "country:NO"


def test_an_empty_it_stands_for_nobody(names) -> None:
    _, references = names("Norway waited. It is clear that it will rain.")
    assert not references


def test_they_are_the_only_group_about(names) -> None:
    _, references = names("Republicans are preparing to unveil their own plan.")
    assert references["their"] == "people:republicans"


def test_they_is_nobody_where_another_plural_stands_between(names) -> None:
    _, references = names("Republicans met the union leaders on Monday. They left early.")
    assert "They" not in references


def test_a_pronoun_is_not_whom_its_own_clause_names(names) -> None:
    _, references = names("Peter Olsen met David Lund. On Friday he praised David Lund for the map.")
    assert references.get("he") != "person:david-lund"


def test_who_goes_on_speaking_speaks_of_somebody_else(names) -> None:
    _, references = names(
        'Peter Olsen met David Lund. "The map is wrong," Peter Olsen said. "He should bring another map."'
    )
    assert references.get("He") != "person:peter-olsen"


def test_a_quoted_sentence_does_not_call_its_speaker_he(names) -> None:
    _, references = names('Peter Olsen met David Lund. "Lund sold the mill and his house," Olsen said.')
    assert references["his"] == "person:david-lund"


def test_a_thing_goes_to_its_owner(names) -> None:
    _, references = names("Peter Olsen mocked David Lund's pride, his money and his wit.")
    assert references["his"] == "person:david-lund"


def test_who_spoke_last_speaks_on(names) -> None:
    _, references = names(
        'Helga Brandvold said she was sorry. "I went too far. The picture is ugly. It was not funny. I see that." '
        '"I know. It was late. We were tired. That is all." She had asked for a new one.'
    )
    assert references["She"] == "person:helga-brandvold"


def test_the_subject_over_a_clause_may_be_named_again_in_it(names) -> None:
    _, references = names("David Lund said he welcomes a report on a story that Lund had sold the mill.")
    assert references["he"] == "person:david-lund"


def test_who_acts_is_not_the_one_acted_on(names) -> None:
    _, references = names("David Lund arrived. Peter Olsen overruled the board to remove him.")
    assert references.get("him") in {None, "person:david-lund"}


def test_speech_between_a_name_and_its_pronoun_does_not_count_as_distance(names) -> None:
    _, references = names(
        "Helga Brandvold spoke in May. “We lost. We tried again. We won the vote. We were glad.” She left the hall."
    )
    assert references["She"] == "person:helga-brandvold"


def test_sentences_of_the_outlet_between_a_name_and_its_pronoun_do(names) -> None:
    _, references = names(
        "Helga Brandvold spoke in May. The town lost. The town tried again. The vote was won. The mood was good. "
        "She left."
    )
    assert "She" not in references


def test_the_reason_for_what_one_does_to_another_may_be_either(names) -> None:
    _, references = names("Peter Olsen still backs David Lund because he knows the port.")
    assert "he" not in references


def test_a_reason_with_only_one_about_is_that_ones(names) -> None:
    _, references = names("Peter Olsen still backs the plan because he knows the port.")
    assert references["he"] == "person:peter-olsen"
