"""A question of a buyer finds the entries that answer it, in other words than its own, and says by what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pitchkit.library import Library
from pitchkit.model import Entry, WordGroup
from pitchkit.offers.matching import choosing, meaning, ranking, reasons, shelf, words
from pitchkit.offers.matching.compounds import Lookalikes, Splitter
from pitchkit.offers.matching.ranking import Asked, Match
from pitchkit.offers.matching.shelf import Shelf
from pitchkit.offers.matching.thesaurus import Thesaurus
from tests.factories import library_of, make_entry

GROUPS = (
    WordGroup(id="doelmatigheid", asks=("doelmatig", "inzet van middelen"), says=("uren", "minder geld")),
    WordGroup(id="inbreng", asks=("cliëntparticipatie",), says=("meedenken", "zelf kiezen")),
    WordGroup(id="verzuim", asks=("continuïteit",), says=("invallen", "ziek", "vervanger")),
)


def entry(entry_id: str, text: str, **fields: object) -> Entry:
    return make_entry(entry_id, title=entry_id.replace("-", " "), text=text, **fields)


HOURS = entry("tijd", "Met dezelfde uren komen er meer buren aan bod.", themes=["kosten"])
THINKING = entry("agenda", "De mensen denken elke keer mee over het programma.")
STANDING_IN = entry("altijd-door", "Wordt een begeleider ziek, dan valt een collega in.", policy=["wmo"])
OTHER = entry("koffie", "De koffie staat klaar.")
EVERY = (HOURS, THINKING, STANDING_IN, OTHER)


def library(entries: Iterable[Entry] = EVERY, groups: tuple[WordGroup, ...] = GROUPS) -> Library:
    return replace(library_of(*entries), thesaurus=groups)


def stocked(*entries: Entry, groups: tuple[WordGroup, ...] = GROUPS) -> Shelf:
    opened = library(entries or EVERY, groups)
    return shelf.stock(opened, opened.entries, "gemeente")


def found(question: str, *entries: Entry) -> list[str]:
    return [match.entry.id for match in ranking.rank(stocked(*entries), Asked(question))]


# --- words -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [("deelnemers", "deelnemer"), ("Inwoners", "inwoner"), ("doelmatige", "doelmatig"), ("geborgd", "borgen")],
)
def test_two_forms_of_a_word_have_one_lemma(one: str, other: str) -> None:
    assert words.lemma(one.lower()) == words.lemma(other)


def test_alone_is_not_a_form_of_all_and_relatives_are_not_beside() -> None:
    assert words.lemma("alleen") != words.lemma("alle")
    assert words.lemma("naasten") != words.lemma("naast")


def test_sentences_are_kept_apart_and_looked_up_values_are_left_out() -> None:
    text = words.read("In {{ municipality.name }}. Buren\u00a0helpen.")
    assert [word.shown for word in text] == ["In", "", "Buren", "helpen", ""]


def test_a_verb_that_came_apart_is_put_together_within_its_sentence_only() -> None:
    known = {"meedenken", "invallen"}
    together = words.read("Mensen denken graag mee.")
    apart = words.read("Mensen denken. Ga mee.")
    assert list(words.joined_verbs(together, 1, known)) == ["meedenken"]
    assert list(words.joined_verbs(apart, 1, known)) == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("wachtlijstbeheer", ("wachtlijst", "beheer")),
        ("groepsbegeleider", ("groep", "begeleider")),
        ("sociaal-emotioneel", ("sociaal", "emotioneel")),
        ("gemeente", ()),
        ("voorkomen", ()),
        ("samenkomen", ()),
        ("beheer", ()),
    ],
)
def test_a_compound_is_taken_apart_into_known_words_and_no_other_word_is(word: str, parts: tuple[str, ...]) -> None:
    known = {"wachtlijst", "samen", "beheer", "groep", "begeleider", "komen", "emotioneel", "sociaal"}
    assert Splitter(known).parts(word) == parts


def test_words_that_share_runs_of_letters_look_alike() -> None:
    alike = Lookalikes(["wachtlijst", "wachttijd", "koffie"])
    assert set(alike.of("wachtlijsten")) == {"wachtlijst"}
    assert alike.of("thee") == {}


# --- the thesaurus -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Hoe werkt u doelmatig?", "tijd"),
        ("Licht de inzet van middelen toe.", "tijd"),
        ("Hoe geeft u cliëntparticipatie vorm?", "agenda"),
        ("Beschrijf de continuïteit.", "altijd-door"),
    ],
)
def test_a_word_of_the_buyer_finds_ours(question: str, answer: str) -> None:
    assert found(question)[0] == answer


def test_without_the_thesaurus_it_would_not_be_found() -> None:
    matches = ranking.rank(stocked(groups=()), Asked("Hoe werkt u doelmatig?"))
    assert "tijd" not in [match.entry.id for match in matches]


def test_a_phrase_is_found_with_one_word_in_between_and_not_across_sentences() -> None:
    groups = (WordGroup(id="keus", asks=("zeggenschap",), says=("zelf kiezen",)),)
    near = entry("dichtbij", "Deelnemers mogen zelf iets kiezen.")
    far = entry("ver", "Doe het zelf. Kiezen hoeft niet.")
    matches = ranking.rank(stocked(near, far, OTHER, groups=groups), Asked("Hoe regelt u zeggenschap?"))
    assert [match.entry.id for match in matches] == ["dichtbij"]


def test_words_in_many_groups_say_less() -> None:
    shared = (WordGroup(id="a", asks=("een",), says=("uren", "geld")), WordGroup(id="b", asks=("twee",), says=("uren",)))
    assert Thesaurus(shared).telling(("uur",)) < Thesaurus(shared).telling(("geld",)) == 1


def test_groups_that_share_words_help_each_other() -> None:
    groups = (
        WordGroup(id="privacy", asks=("privacy",), says=("geheim", "namen")),
        WordGroup(id="veilig", asks=("veiligheid",), says=("geheim", "vertrouwen")),
    )
    trust = entry("vertrouwen", "Er groeit vertrouwen.")
    assert [m.entry.id for m in ranking.rank(stocked(trust, OTHER, groups=groups), Asked("privacy"))] == ["vertrouwen"]


# --- ranking -----------------------------------------------------------------------------------------------------------


def test_the_words_of_every_tender_find_nothing() -> None:
    plain = entry("inschrijver", "De inschrijver beschrijft op welke wijze de deelnemers worden ondersteund.")
    assert found("Beschrijf op welke wijze inschrijver deelnemers ondersteunt.", plain, OTHER) == []


def test_keywords_themes_and_aims_count() -> None:
    with_keyword = entry("een", "Niets bijzonders.", keywords=["rouwverwerking"])
    assert found("Wat doet u aan rouwverwerking?", with_keyword, OTHER)[0] == "een"
    assert found("Wat doet u aan kosten?", HOURS, OTHER)[0] == "tijd"
    assert found("Hoe voert u de Wmo uit?", STANDING_IN, OTHER)[0] == "altijd-door"


def test_themes_and_aims_given_with_a_question_steer() -> None:
    asked = Asked("Wat is uw verhaal?", themes=("kosten",), aims=("wmo",))
    assert {match.entry.id for match in ranking.rank(stocked(), asked)} == {"tijd", "altijd-door"}


def test_what_the_criterion_is_about_counts_less_than_the_question() -> None:
    matches = ranking.rank(stocked(), Asked("Hoe zit het met continuïteit?", context="Doelmatigheid: doelmatig werken"))
    assert [match.entry.id for match in matches[:2]] == ["altijd-door", "tijd"]


def test_a_question_about_something_we_have_no_words_for_scores_low() -> None:
    known = ranking.rank(stocked(), Asked("Is het doelmatig?"))[0].score
    strange = ranking.rank(stocked(), Asked("Is de verzekeringspolis van het wagenpark doelmatig?"))[0].score
    assert strange < known


def test_equal_matches_are_ordered_by_weight_and_then_by_id() -> None:
    light, heavy, same = (entry(name, "Over rouw.", weight=weight) for name, weight in (("b", 10), ("c", 90), ("a", 10)))
    alike = [replace_title(one) for one in (light, heavy, same)]
    assert found("rouw", *alike, OTHER) == ["c", "a", "b"]


def replace_title(one: Entry) -> Entry:
    return one.model_copy(update={"title": "Een titel"})


@pytest.mark.parametrize("question", ["", "?", "…", "\u0000", "123", "a" * 10_000])
def test_a_question_that_asks_nothing_finds_nothing(question: str) -> None:
    assert found(question) == []


def test_an_empty_shelf_has_no_answers() -> None:
    opened = library(())
    assert ranking.rank(shelf.stock(opened, (), "gemeente"), Asked("Hoe werkt u doelmatig?")) == ()


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_question_gives_scores_from_0_to_100_from_high_to_low(question: str) -> None:
    scores = [match.score for match in ranking.rank(stocked(), Asked(question))]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_closeness_in_meaning_helps_an_entry_that_shares_no_words() -> None:
    matches = ranking.rank(stocked(), Asked("Hoe werkt u doelmatig?"), closeness={"koffie": 2.0, "tijd": -1.0, "weg": 3.0})
    assert "koffie" in [match.entry.id for match in matches]
    assert "close in meaning" in reasons.reason(next(match for match in matches if match.entry.id == "koffie"))


@pytest.mark.skipif(not meaning.is_there(), reason="the language model is an extra")
def test_the_model_finds_what_no_word_points_at() -> None:
    close = meaning.Meaning(stocked(), "gemeente").closeness("Wat gebeurt er bij verzuim van personeel?")
    assert max(close, key=lambda name: close[name]) == "altijd-door"


# --- reasons -----------------------------------------------------------------------------------------------------------


def test_the_reason_names_the_words_of_the_question_and_those_of_the_entry() -> None:
    best = ranking.rank(stocked(), Asked("Hoe zet u kosten doelmatig in?"))[0]
    assert set(reasons.reason(best).split("; ")) == {"doelmatig ~ uren", "theme Kosten"}


def test_a_word_that_both_use_is_named_once() -> None:
    best = ranking.rank(stocked(), Asked("Is er koffie?"))[0]
    assert reasons.reason(best) == "koffie"


def test_every_sign_has_its_share() -> None:
    best = ranking.rank(stocked(), Asked("Hoe zet u kosten doelmatig in?"))[0]
    shares = [int(share.removesuffix("%")) for _told, share in reasons.lines(best)]
    assert abs(sum(shares) - 100) <= len(shares)


# --- choosing ----------------------------------------------------------------------------------------------------------


def match_of(one: Entry, score: int) -> Match:
    return Match(one, score / 10, score, ())


def ids(chosen: Iterable[Match]) -> list[str]:
    return [match.entry.id for match in chosen]


def test_an_entry_goes_to_the_question_that_it_answers_best_and_to_that_one_only() -> None:
    ranked = {"q1": (match_of(HOURS, 60), match_of(OTHER, 55)), "q2": (match_of(HOURS, 80),)}
    chosen = choosing.choose(stocked(), ranked, ())
    assert {key: ids(matches) for key, matches in chosen.items()} == {"q1": ["koffie"], "q2": ["tijd"]}


def test_what_is_used_elsewhere_in_the_offer_is_not_chosen_again() -> None:
    assert choosing.choose(stocked(), {"q1": (match_of(HOURS, 90),)}, {"tijd"}) == {"q1": ()}


def test_what_is_not_good_enough_or_far_behind_the_best_is_not_chosen() -> None:
    ranked = {"q1": (match_of(HOURS, 90), match_of(OTHER, 60)), "q2": (match_of(THINKING, choosing.GOOD - 1),)}
    assert {key: ids(matches) for key, matches in choosing.choose(stocked(), ranked, ()).items()} == {"q1": ["tijd"], "q2": []}


def test_a_question_gets_a_handful_at_most() -> None:
    many = [entry(f"nummer-{word}", f"Over {word}.") for word in ("rouw", "werk", "schuld", "jeugd", "wonen", "sport")]
    ranked = {"q1": tuple(match_of(one, 80) for one in many)}
    assert len(choosing.choose(stocked(*many), ranked, ())["q1"]) == choosing.MOST


def test_two_entries_that_say_the_same_do_not_stand_in_one_answer() -> None:
    text = "Buren wandelen elke dinsdag samen door het park en drinken koffie."
    twins = [make_entry(name, title="Wandelen", text=text) for name in ("een", "twee")]
    filled = stocked(*twins, HOURS, THINKING)
    matches = (match_of(twins[0], 80), match_of(twins[1], 79), match_of(HOURS, 78))
    assert ids(choosing.choose(filled, {"q1": matches}, ())["q1"]) == ["een", "tijd"]
    assert ids(choosing.apart(filled, matches, 5)) == ["een", "tijd"]
    assert ids(choosing.apart(filled, matches, 1)) == ["een"]
