"""`pitchkit new`: a well-formed entry where it belongs, or everything that is in the way of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from pitchkit import schemas
from pitchkit.authoring import drafting
from pitchkit.cli import app
from tests.conftest import Run
from tests.factories import make_library, write_files

ARGUMENT = (
    *("--title", "In een wijkgroep leren buren elkaar kennen", "--text", "Wie er woont, komt elkaar tegen."),
    *("--short", "Buren komen elkaar tegen.", "--audience", "gemeente", "--theme", "netwerk", "--certainty", "mogelijk"),
    *("--source", "werkboek", "--place", "blz. 3"),
)
TIP = ("--title", "Vraag door", "--text", "Vraag wat iemand bedoelt.", "--audience", "collegas")
WRITTEN = """\
- id: wijkgroep-leren-buren-elkaar
  kind: argument
  title: In een wijkgroep leren buren elkaar kennen
  text: |
    Wie er woont, komt elkaar tegen.
  short: Buren komen elkaar tegen.
  audiences: [gemeente]
  themes: [netwerk]
  certainty: mogelijk
  evidence:
    - {source: werkboek, place: blz. 3}
"""
OWN = "arguments/entries/eigen.yaml"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_library(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def asked(*words: str, answers: str, expect: int = 0) -> str:
    """Run with answers typed in, and return what the terminal shows."""
    result = CliRunner().invoke(app, list(words), input=answers, prog_name="pitchkit")
    assert result.exit_code == expect, result.output
    return result.stderr


def test_an_entry_from_options_is_written_and_its_place_is_the_result(run: Run, folder: Path) -> None:
    done = run("new", "argument", *ARGUMENT)

    assert done.stdout == f"{OWN}:1:3\n"
    assert (folder / OWN).read_text(encoding="utf-8") == WRITTEN
    assert "leren buren" in run("show", "wijkgroep-leren-buren-elkaar").stdout


def test_a_new_file_has_the_line_for_editors_where_the_library_has_schemas(run: Run, folder: Path) -> None:
    run("schema")

    run("new", "argument", *ARGUMENT)

    assert (folder / OWN).read_text(encoding="utf-8") == f"{schemas.line('entry', '..')}\n\n{WRITTEN}"


def test_what_stands_in_the_file_stays_and_an_empty_line_sets_the_new_one_apart(run: Run, folder: Path) -> None:
    there = "# Van ons\n\n- {id: een,   kind: tip, title: Een, text: 'Een.'} # zo\n# einde\n"
    write_files(folder, {OWN: there})

    run("new", "tip", "vraag-door", *TIP)

    assert (folder / OWN).read_text(encoding="utf-8") == there + (
        "\n- id: vraag-door\n  kind: tip\n  title: Vraag door\n  text: |\n    Vraag wat iemand bedoelt.\n"
        "  audiences: [collegas]\n"
    )


def test_another_file_of_the_library_may_be_named(run: Run, folder: Path) -> None:
    assert run("new", "tip", *TIP, "--file", "arguments/entries/tips.yaml").stdout == "arguments/entries/tips.yaml:1:3\n"
    assert run("new", "tip", "b", *TIP, "--file", "tips.yaml", expect=2).stderr == (
        "--file: “tips.yaml” is no file for entries [new-file]\n  Name a file that ends in .yaml, in arguments/entries/.\n"
    )
    assert not (folder / "tips.yaml").exists()


def test_all_that_is_missing_is_told_at_once(run: Run, folder: Path) -> None:
    hint = "  Give it, or leave the questions to pitchkit with --ask.\n"

    assert run("new", "argument", expect=2).stderr == (
        f"--audience: this is still needed: the readers it is for: gemeente, collegas, clienten [new-missing]\n{hint}"
        f"--certainty: this is still needed: how certain it is: mogelijk, aannemelijk, onderbouwd [new-missing]\n{hint}"
        "--short: this is still needed: the same in one or two sentences that stand by themselves [new-missing]\n"
        f"{hint}"
        f"--text: this is still needed: the explanation [new-missing]\n{hint}"
        f"--theme: this is still needed: what it is about: kosten, netwerk [new-missing]\n{hint}"
        f"--title: this is still needed: what it says, in one sentence [new-missing]\n{hint}"
    )
    assert not (folder / OWN).exists()


def test_unknown_words_are_refused_with_what_was_meant(run: Run) -> None:
    told = run(
        *("new", "tip", "Vraag Door", *TIP, "-a", "gemeenten", "--theme", "netwerken", "--certainty", "zeker"),
        *("--source", "werkboekje", "--policy", "eenzaam", "--answer", "samen", "--published", "boek"),
        expect=2,
    ).stderr

    codes = ["audience", "theme", "certainty", "source", "policy", "entry"]
    assert [code for code in codes if f"[{code}-unknown]" not in told] == []
    assert "Did you mean “gemeente”?" in told
    assert "ID: “Vraag Door” cannot be an id [field-id]" in told
    assert "--place: the source “werkboekje” has no place in it" in told


def test_a_kind_with_a_typing_error_is_told(run: Run) -> None:
    assert "Did you mean “argument”?" in run("new", "argumant", expect=2).stderr


@pytest.mark.parametrize(("word", "meant"), [("ervaring", "experience"), ("Bezwaar", "objection"), ("stap", "step")])
def test_a_kind_by_its_dutch_name_is_told_what_it_is_called(run: Run, word: str, meant: str) -> None:
    assert run("new", word, expect=2).stderr.endswith(f"[kind-unknown]\n  Did you mean “{meant}”?\n")


def test_an_answer_is_refused_under_the_name_of_its_field_and_not_of_an_option() -> None:
    told = asked("new", "tip", "--ask", *TIP[:4], answers="colegas\ncollegas\n\n\n\ny\n")

    assert "audiences: there is no audience “colegas” [audience-unknown]" in told
    assert "--audience" not in told


def test_sources_are_shown_with_what_they_are() -> None:
    told = asked("new", "tip", "--ask", *TIP, answers="\n\n\ny\n")

    assert "Sources:\n  werkboek: Auteur, Werkboek\n  studie: Onderzoeker, Studie\n" in told


@pytest.mark.parametrize("day", ["31-12-2027", "31/12/2027", "2027-12-31"])
def test_a_day_may_be_typed_as_people_write_it(folder: Path, day: str) -> None:
    words = ("--title", "Het hielp", *TIP[2:])

    asked("new", "experience", "--ask", *words, answers=f"\n\nn\nflyer\n\n{day}\n\n\ny\n")

    assert "    until: 2027-12-31\n" in (folder / OWN).read_text(encoding="utf-8")


@pytest.mark.parametrize("day", ["31-12-27", "32-12-2027"])
def test_a_day_that_is_none_or_can_be_read_in_two_ways_is_asked_again(folder: Path, day: str) -> None:
    told = asked("new", "experience", "--ask", *TIP, answers=f"\n\nn\nflyer\n\n{day}\n1-2-2027\n\n\ny\n")

    assert "until: " in told
    assert "[field-date]" in told
    assert "    until: 2027-02-01\n" in (folder / OWN).read_text(encoding="utf-8")


def test_an_id_that_is_there_is_refused(run: Run) -> None:
    assert run("new", "tip", "samen-leren", *TIP, expect=2).stderr == (
        "ID: the id “samen-leren” is already used at arguments/entries/alles.yaml:1:7 [id-duplicate]\n"
        "  Give one of the two another id.\n"
    )


def test_what_clients_share_with_others_asks_for_words_of_their_own(run: Run, folder: Path) -> None:
    words = ("new", "indication", "past", *TIP[:4], "-a", "collegas", "-a", "cliënten")

    assert "words of their own for clienten: clienten.title=…, clienten.text=…" in run(*words, expect=2).stderr
    run(*words, "--words", "clienten.title=Past het?", "--words", "clienten.text=Dan kom je.")
    assert 'versions:\n    clienten:\n      title: "Past het?"\n' in (folder / OWN).read_text(encoding="utf-8")


def test_words_for_a_reader_have_one_form(run: Run) -> None:
    assert "[new-words]" in run("new", "tip", *TIP, "--words", "clienten=iets", expect=2).stderr


def test_an_experience_needs_a_source_or_consent(run: Run, folder: Path) -> None:
    words = ("new", "experience", "ervaring", *TIP)

    assert "--published / --consent / --fictitious: this is still needed" in run(*words, expect=2).stderr
    assert "should be a date" in run(*words, "--consent", "flyer", "--until", "morgen", expect=2).stderr
    run(*words, "--consent", "flyer", "--until", "2027-12-31")
    assert "consent: {purposes: [flyer], until: 2027-12-31}" in (folder / OWN).read_text(encoding="utf-8").replace(
        "consent:\n    purposes: [flyer]\n    until: 2027-12-31", "consent: {purposes: [flyer], until: 2027-12-31}"
    )


def test_what_the_rules_refuse_is_told_under_its_option_and_not_written(run: Run, folder: Path) -> None:
    words = ("new", "factor", *TIP, "--certainty", "onderbouwd", "--source", "werkboek", "--place", "a")

    told = run(*words, "--valid-until", "2027-01-31", "--weight", "101", "--requires", "iets", expect=2).stderr

    assert [line.split(":")[0] for line in told.splitlines() if line.endswith("]")] == [
        *("--certainty", "--requires", "--valid-until", "--weight")
    ]
    assert "[certainty-too-firm]" in told
    assert not (folder / OWN).exists()


def test_the_shipped_library_is_never_written_in(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "leeg").mkdir()
    monkeypatch.chdir(tmp_path / "leeg")
    (tmp_path / "arguments").rename(tmp_path / "anders")

    assert run("new", "tip", *TIP, expect=2).stderr == (
        "new: this is the library that comes with pitchkit, which is not written in [library-not-yours]\n"
        "  Make a library of your own beside it first: pitchkit init FOLDER, and work in that folder.\n"
    )


def test_a_shipped_entry_gives_way_only_when_that_is_asked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("init", "mijn")
    monkeypatch.chdir(tmp_path / "mijn")

    assert "[new-id-shipped]" in run("new", "tip", "wachtlijst-korter", *TIP, expect=2).stderr
    run("new", "tip", "wachtlijst-korter", *TIP, "--override")
    assert "Vraag door" in run("show", "wachtlijst-korter").stdout
    assert "# - id: buren-leren-elkaar-kennen" in (tmp_path / "mijn" / OWN).read_text(encoding="utf-8")
    assert '"wachtlijst-korter"' in (tmp_path / "mijn/arguments/.schemas/entry.json").read_text(encoding="utf-8")


def test_a_new_entry_is_offered_by_the_editor_from_then_on(run: Run, tmp_path: Path) -> None:
    run("schema")
    run("new", "tip", "vraag-door", *TIP)

    assert '"vraag-door"' in (tmp_path / "arguments/.schemas/entry.json").read_text(encoding="utf-8")


def test_questions_are_asked_again_until_the_answer_holds(folder: Path) -> None:
    answers = "Vraag door\nVraag wat iemand bedoelt.\nEn wacht.\n\ncolegas\ncolleagues\n\n\n\nyo\ny\n"

    told = asked("new", "tip", "--ask", answers=answers)

    assert "Did you mean “collegas”?" in told
    assert "Answer yes or no." in told
    assert (
        (folder / OWN)
        .read_text(encoding="utf-8")
        .endswith(
            "- id: vraag-door\n  kind: tip\n  title: Vraag door\n  text: |\n    Vraag wat iemand bedoelt.\n    En wacht.\n"
            "  audiences: [collegas]\n"
        )
    )


def test_an_argument_is_asked_for_all_that_it_needs(folder: Path) -> None:
    answers = [
        *("In een wijkgroep leren buren elkaar kennen", "Wie er woont, komt elkaar tegen.", "", "gemeente"),
        *("Buren komen elkaar tegen.", "netwerken", "netwerk", "werkboekje", "werkboek", "blz. 3", "", "mogelijk", "", "", "y"),
    ]

    asked("new", "argument", "--ask", answers="\n".join(answers) + "\n")

    assert (folder / OWN).read_text(encoding="utf-8").endswith(WRITTEN)


def test_a_text_with_a_list_is_asked_for_a_short_one_too(folder: Path) -> None:
    answers = ["Vraag door", "- een", "- twee", "", "collegas", "Vraag een en twee.", "", "", "", "y"]

    asked("new", "tip", "--ask", answers="\n".join(answers) + "\n")

    assert "  text: |\n    - een\n    - twee\n  short: Vraag een en twee.\n" in (folder / OWN).read_text(encoding="utf-8")


def test_no_firmer_certainty_is_taken_than_the_source_carries(folder: Path) -> None:
    answers = ["werkboek", "blz. 3", "", "onderbouwd", "aannemelijk", "", "", "y"]

    told = asked("new", "factor", "--ask", *TIP, answers="\n".join(answers) + "\n")

    assert "[certainty-too-firm]" in told
    assert "certainty: aannemelijk" in (folder / OWN).read_text(encoding="utf-8")


def test_who_wants_more_fields_names_them_once_at_the_end(folder: Path) -> None:
    answers = ["", "", "wait, keywords", "keywords, requires, weight, positions", "vragen, luisteren", "contact.nam"]
    answers += ["contact.name", "120", "70", "contract", "y"]

    told = asked("new", "tip", "--ask", *TIP, answers="\n".join(answers) + "\n")

    assert "there is no field “wait” here" in told
    assert "[requires-unknown]" in told
    assert "[field-too-large]" in told
    assert (
        (folder / OWN)
        .read_text(encoding="utf-8")
        .endswith(
            "  audiences: [collegas]\n  keywords: [vragen, luisteren]\n  requires: [contact.name]\n  positions: [contract]\n"
            "  weight: 70\n"
        )
    )


def test_an_objection_is_shown_the_entries_that_may_answer_it(folder: Path) -> None:
    words = ("--title", "Samen leren werkt niet", "--text", "Wat is er te leren?", "--audience", "gemeente")

    told = asked("new", "objection", "--ask", *words, answers="\nsamen-leren\n\n\ny\n")

    assert "  samen-leren: " in told
    assert "answers: [samen-leren]" in (folder / OWN).read_text(encoding="utf-8")


def test_a_story_of_ones_own_is_made_up_or_agreed_to(run: Run, folder: Path) -> None:
    make = ("new", "experience", "--ask", *TIP[2:])
    told = asked(*make, "--title", "Zonder woord", answers="\n\ny\n", expect=130)
    assert "[fictitious-without-word]" in told
    settings = folder / "arguments/library.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("words: {", "words: {fictitious: verzonnen, "))

    asked(*make, "--title", "Verzonnen", answers="\n\ny\n\n\ny\n")
    told = asked(*make, "--title", "Echt gebeurd", answers="\n\nn\npitch\nprint, mial\nprint\n\n\n\ny\n")

    assert "Did you mean “mail”?" in told
    written = (folder / OWN).read_text(encoding="utf-8")
    assert "  fictitious: yes\n" in written
    assert "  consent:\n    purposes: [pitch]\n    channels: [print]\n" in written
    run("check", "--quick")


def test_every_field_can_be_given_by_an_option(run: Run, folder: Path) -> None:
    run(
        *("new", "tip", "alles", *TIP, "--keyword", "een", "--keyword", "twee: drie", "--requires", "costs.comparison"),
        *("--position", "contract", "--weight", "0", "--theme", "netwerk"),
    )

    assert (
        (folder / OWN)
        .read_text(encoding="utf-8")
        .endswith(
            '  themes: [netwerk]\n  keywords: [een, "twee: drie"]\n  requires: [costs.comparison]\n  positions: [contract]\n'
            "  weight: 0\n"
        )
    )


def test_an_id_that_is_taken_is_told_before_anything_is_asked() -> None:
    told = asked("new", "argument", "samen-leren", "--ask", answers="", expect=2)

    assert "[id-duplicate]" in told
    assert "?" not in told


def test_what_the_check_will_say_is_told_before_it_is_written(run: Run) -> None:
    run("new", "tip", "--title", "Bel altijd eerst de cliënt op", *TIP[2:])

    told = run("new", "tip", "--title", "Bel eerst altijd de cliënt op", "--text", "Anders gezegd.", *TIP[4:]).stderr

    assert "What pitchkit check will say about it:" in told
    assert "[duplicate-title]" in told


def test_what_the_check_would_fail_on_is_not_written(run: Run, folder: Path) -> None:
    words = ("new", "experience", *TIP, "--consent", "pitch", "--until", "2020-01-01")

    assert "[consent-ended]" in run(*words, expect=1).stderr
    assert not (folder / OWN).exists()


def test_what_somebody_saves_while_the_question_stands_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def save_and_agree(_question: str, *, before: bool) -> bool:
        write_files(folder, {OWN: "- {id: een, kind: tip, title: Een, text: Een.}\n"})
        return before

    monkeypatch.setattr("pitchkit.cli.asking.ask_whether", save_and_agree)
    asked("new", "tip", "--ask", *TIP, answers="\n\n\n")

    assert "id: een" in (folder / OWN).read_text(encoding="utf-8")


@pytest.mark.parametrize("rest", ["", "\n"], ids=["nobody answers any more", "Enter"])
def test_no_means_that_nothing_is_written(folder: Path, rest: str) -> None:
    told = asked("new", "tip", "--ask", *TIP, answers=f"\n\n\nn\n{rest}", expect=130)

    assert "nothing was written" in told
    assert not (folder / OWN).exists()


def test_who_says_no_may_change_an_answer_and_keeps_the_others(folder: Path) -> None:
    answers = ["", "", "keywords", "vragen", "n", "titel", "title, keywords, id", "Vraag rustig door", "luisteren", "", "y"]

    told = asked("new", "tip", "--ask", *TIP, answers="\n".join(answers) + "\n")

    assert "title, text, audiences, keywords, id" in told
    assert "  Did you mean “title”?" in told
    written = (folder / OWN).read_text(encoding="utf-8")
    assert "- id: vraag-rustig\n  kind: tip\n  title: Vraag rustig door\n" in written
    assert "  audiences: [collegas]\n  keywords: [luisteren]\n" in written


def test_words_for_clients_sources_and_permission_can_be_given_again(folder: Path) -> None:
    words = ("--title", "Het hielp", "--text", "Ik ga weer naar buiten.", "--audience", "collegas", "--audience", "clienten")
    answers = ["werkboek", "blz. 3", "", "", "n", "pitch", "", "", "Voor mij", "Het hielp mij.", "", "", ""]
    answers += ["n", "versions, evidence, consent", "Voor jou", "Het hielp jou.", "", "werkboek", "blz. 4", ""]
    answers += ["", "n", "flyer", "", "", "y"]

    asked("new", "experience", "--ask", *words, answers="\n".join(answers) + "\n")

    written = (folder / OWN).read_text(encoding="utf-8")
    assert "title: Voor jou" in written
    assert "place: blz. 4" in written
    assert "blz. 3" not in written
    assert "purposes: [flyer]" in written


def test_a_document_that_there_is_not_gets_no_permission(folder: Path) -> None:
    words = ("--title", "Het hielp", "--text", "Ik ga weer naar buiten.", "--audience", "collegas")

    told = asked("new", "experience", "--ask", *words, answers="\n\nn\nkrant, flier\nflyer\n\n\n\n\ny\n")

    assert "consent: “krant” is not one of the choices for “consent.purposes”" in told
    assert "  Did you mean “flyer”?" in told
    assert "purposes: [flyer]" in (folder / OWN).read_text(encoding="utf-8")


def test_and_is_as_good_as_a_comma_between_readers(folder: Path) -> None:
    asked("new", "tip", "--ask", *TIP[:4], answers="gemeente en collegas\n\n\n\ny\n")

    assert "audiences: [gemeente, collegas]" in (folder / OWN).read_text(encoding="utf-8")


def test_a_word_for_searching_may_have_an_and_in_it(folder: Path) -> None:
    asked("new", "tip", "--ask", *TIP, answers="\n\nkeywords\nhart en ziel\ny\n")

    assert "keywords: [hart en ziel]" in (folder / OWN).read_text(encoding="utf-8")


def test_what_is_needed_and_left_empty_is_told(folder: Path) -> None:
    told = asked("new", "tip", "--ask", *TIP[2:], answers="\nVraag door\n\n\n\ny\n")

    assert "This cannot be left empty. Ctrl+C stops." in told
    assert (folder / OWN).exists()


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("In een wijkgroep leren buren elkaar kennen", "wijkgroep-leren-buren-elkaar"),
        ("Vraag door", "vraag-door"),
        ("Cliënten zijn collega’s", "clienten-collegas"),
        ("!", "bouwsteen"),
        ("Samen leren", "samen-leren-2"),
    ],
)
def test_an_id_is_made_of_the_words_that_say_something(title: str, made: str) -> None:
    assert drafting.suggest_id(title, ["samen-leren"]) == made


def test_a_long_text_gets_lines_that_fit_an_editor_and_lists_stay_lists() -> None:
    draft = drafting.Draft("tip", "a", "A", f"{'woord ' * 60}\n\n- een\n- twee")

    lines = str(drafting.as_value(draft)["text"]).splitlines()

    assert max(map(len, lines)) <= 116
    assert lines[-2:] == ["- een", "- twee"]
