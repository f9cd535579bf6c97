import pytest

from pipeline.ingest.language import language_of

ENGLISH = (
    "The council voted on Tuesday evening to keep the village school open for three years. Parents had handed in a "
    "petition against the plan to close it, which will not be looked at before the end of the year."
)
TEXTS = {
    "en": ENGLISH,
    "fr": "Le conseil municipal a voté mardi soir le maintien de l'école du village pour trois ans. Les parents "
    "avaient "
    "remis une pétition contre le projet, qui ne sera pas examiné avant la fin de l'année dans la commune.",
    "de": "Der Gemeinderat hat am Dienstagabend beschlossen, die Dorfschule für drei Jahre zu erhalten. Die Eltern "
    "hatten "
    "sich mit einer Petition gegen den Plan gewandt, der nicht vor dem Ende des Jahres geprüft wird.",
    "es": "El consejo municipal votó el martes por la noche a favor de mantener la escuela del pueblo durante tres "
    "años. "
    "Los padres habían presentado una petición contra el plan, que no se examinará antes de que acabe el año.",
    "tr": "Belediye meclisi salı akşamı köy okulunu üç yıl daha açık tutmak için oy kullandı. Veliler bu plana "
    "karşı bir "
    "dilekçe vermişti ve dilekçe yıl sonuna kadar ele alınacak, ama bu kadar kısa sürede karar çok zor.",
    "ru": "Городской совет во вторник вечером решил сохранить сельскую школу ещё на три года.",
    "uk": "Міська рада у вівторок увечері вирішила зберегти сільську школу ще на три роки.",
    "ar": "صوت المجلس البلدي مساء الثلاثاء على إبقاء مدرسة القرية مفتوحة لثلاث سنوات.",
    "el": "Το δημοτικό συμβούλιο ψήφισε το βράδυ της Τρίτης να μείνει ανοιχτό το σχολείο.",
    "ja": "町議会は火曜日の夜、村の学校を三年間存続させることを決めました。",
    "zh": "市议会星期二晚上投票决定让乡村学校继续开办三年。",
    "ko": "시의회는 화요일 저녁 마을 학교를 3년 더 운영하기로 의결했다.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_a_language_is_told_by_its_script_or_its_commonest_words(language: str) -> None:
    assert language_of(TEXTS[language], "en") == language


def test_a_short_text_is_taken_for_the_configured_language() -> None:
    assert language_of("Quay closed.", "de") == "de"


def test_english_that_quotes_another_language_is_english() -> None:
    assert language_of(ENGLISH + " “Nous ne partirons pas avant la fin de l'année,” said the mayor.", "en") == "en"


def test_a_text_without_letters_is_taken_for_the_configured_language() -> None:
    assert language_of("1 2 3 4 5", "en") == "en"


def test_a_language_that_is_not_known_is_undetermined() -> None:
    assert language_of("wek lu pam tuq ner soj ilo gwe xan bor " * 12, "en") == "und"
