"""What only shows when the whole is laid side by side: words that nothing uses, answers for nobody, templates for no reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from pitchkit import authoring, project
from pitchkit.checking import check
from pitchkit.checking.fixing import fix
from tests.factories import ENTRIES, HEAD, TEMPLATE, TODAY, WHAT_IS_USED, make_workspace, told, write_files

OBJECTION = "- {id: te-duur, kind: objection, title: Te duur, text: T, audiences: [gemeente, collegas], answers: [%s]}\n"
TIP = "- {id: %s, kind: tip, title: %s, text: T, audiences: [%s]}\n"
NOT_STRUCTURE = ("typography-", "duplicate")


def found_in(folder: Path, *, entries: str = "", **files: str) -> str:
    """Return what a check tells of the structure of a small library without idle words, with these entries beside its own."""
    make_workspace(folder, entries=ENTRIES + entries, **{**WHAT_IS_USED, **files})
    return told(one for one in check(project.find(folder), TODAY).diagnostics if not one.code.startswith(NOT_STRUCTURE))


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param(
            {"arguments/themes.yaml": "- {id: netwerk, label: Netwerk}\n- {id: kosten, label: Kosten}\n"},
            "arguments/themes.yaml:2:8: no entry has the theme “kosten” [theme-unused]\n  Give it to an entry, or take it out.\n",
            id="a theme",
        ),
        pytest.param(
            {"arguments/policies.yaml": "- {id: eenzaamheid, label: minder eenzaamheid, kind: aim}\n"},
            "arguments/policies.yaml:1:8: no entry serves the policy frame “eenzaamheid” [policy-unused]\n"
            "  Name it in policy of an entry, or take it out.\n",
            id="a policy frame",
        ),
        pytest.param(
            {
                "arguments/sources.yaml": f"{WHAT_IS_USED['arguments/sources.yaml']}"
                '- {id: oud, title: O, author: O, year: "1", type: law, short: O}\n'
            },
            "arguments/sources.yaml:2:8: no entry rests on the source “oud” [source-unused]\n"
            "  Name it in evidence of an entry, or take it out.\n",
            id="a source",
        ),
    ],
)
def test_a_word_that_nothing_uses_is_told(tmp_path: Path, files: dict[str, str], message: str) -> None:
    assert found_in(tmp_path, **files) == message


def test_a_reader_without_a_document_is_told(tmp_path: Path) -> None:
    school = "- {id: school, label: school, reader: leraren, address: u, people: leerlingen, level: B2}\n"
    audiences = {"arguments/audiences.yaml": f"{WHAT_IS_USED['arguments/audiences.yaml']}{school}"}
    assert found_in(tmp_path, **audiences) == (
        "arguments/audiences.yaml:4:8: no document is for “school” [audience-without-document]\n"
        "  Add the audience to a template, or make a template for it.\n"
    )


def test_an_answer_that_never_reaches_who_objects_is_told(tmp_path: Path) -> None:
    entries = OBJECTION % "samen-leren, voor-clienten" + TIP % ("voor-clienten", "Voor hen", "clienten")
    assert found_in(tmp_path, entries=entries) == (
        "arguments/entries/alles.yaml:10:115: “voor-clienten” never reaches the reader who has the objection “te-duur”"
        " [answer-elsewhere]\n  Choose an answer for one of: gemeente, collegas.\n"
    )


def test_a_reader_whose_objection_has_no_answer_is_told(tmp_path: Path) -> None:
    entries = OBJECTION % "voor-collegas" + TIP % ("voor-collegas", "Voor hen", "collegas")
    assert found_in(tmp_path, entries=entries) == (
        "arguments/entries/alles.yaml:10:101: for “gemeente” the objection “te-duur” has no answer [objection-unanswered-for]\n"
        "  Add an answer that is for this reader, or take the reader out of audiences.\n"
    )


def test_two_entries_with_one_title_for_one_reader_are_told(tmp_path: Path) -> None:
    entries = (
        TIP % ("b", "Vraag door", "gemeente") + TIP % ("c", "vraag  DOOR", "gemeente") + TIP % ("d", "Vraag door", "clienten")
    )
    assert found_in(tmp_path, entries=entries) == (
        "arguments/entries/alles.yaml:11:29: “c” has the same title as “b” for “gemeente” [title-twice]\n"
        "  Let each title say what only this entry says.\n"
    )


@pytest.mark.parametrize("answers", ["samen-leren, te-ver", "samen-leren, te-duur"], ids=["another one", "itself"])
def test_an_objection_that_is_to_be_answered_by_an_objection_is_told(tmp_path: Path, answers: str) -> None:
    other = (OBJECTION % "samen-leren").replace("te-duur", "te-ver").replace("Te duur", "Te ver")
    assert found_in(tmp_path, entries=OBJECTION % answers + other) == (
        f"arguments/entries/alles.yaml:10:115: “{answers[13:]}” is an objection itself, and no answer to “te-duur”"
        " [answer-objection]\n  Name an argument, a tip or another entry that says what there is to say to it.\n"
    )


def test_a_word_that_stands_twice_in_a_list_is_told(tmp_path: Path) -> None:
    entry = "- {id: b, kind: tip, title: B, text: T, audiences: [gemeente, collegas, gemeente], keywords: [a, a]}\n"
    assert found_in(tmp_path, entries=entry) == (
        "arguments/entries/alles.yaml:10:73: “gemeente” stands in audiences twice [word-twice]\n  Take one of them out.\n"
        "arguments/entries/alles.yaml:10:98: “a” stands in keywords twice [word-twice]\n  Take one of them out.\n"
    )


def test_two_readers_with_one_name_are_told(tmp_path: Path) -> None:
    audiences = WHAT_IS_USED["arguments/audiences.yaml"].replace("[colleagues]", "[colleagues, Municipality]")
    assert found_in(tmp_path, **{"arguments/audiences.yaml": audiences}) == (
        "arguments/audiences.yaml:2:79: “Municipality” is a name of “gemeente” as well, so who types it gets that reader"
        " [audience-name-shared]\n  Give each reader names of its own.\n"
    )


def test_a_file_of_the_library_that_nothing_reads_is_told(tmp_path: Path) -> None:
    files = {"arguments/eigen.yaml": "- a\n", "arguments/entry/b.yml": "- a\n"}
    files |= {"arguments/.schemas/c.yaml": "", "arguments/leesmij.md": ""}
    message = "pitchkit does not read this file: it is not in a place where it looks [library-file-unread]"
    found = found_in(tmp_path, **files).splitlines()
    assert [line for line in found if "[" in line] == [f"{name}:1:1: {message}" for name in list(files)[:2]]


def test_a_schema_that_a_merge_broke_is_told_with_the_remedy(tmp_path: Path) -> None:
    found = found_in(tmp_path, **{"arguments/.schemas/entry.json": '{"enum": ["netwerk" "kosten"]}'})

    assert found == (
        "arguments/.schemas/entry.json:1:1: an editor cannot read this schema, and so does not help [schema-broken]\n"
        "  Make it anew with: pitchkit schema.\n"
    )


def test_a_schema_that_is_older_than_a_list_of_words_is_told_until_it_is_made_anew(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=ENTRIES, **WHAT_IS_USED)
    workspace = project.find(tmp_path)
    authoring.write_schemas(workspace)
    themes = tmp_path / "arguments/themes.yaml"
    themes.write_text(themes.read_text(encoding="utf-8") + "- {id: rust, label: Rust}\n", encoding="utf-8")

    found = [one for one in check(workspace, TODAY).diagnostics if one.code.startswith("schema")]
    authoring.write_schemas(workspace)

    assert told(found) == (
        "arguments/.schemas/entry.json:1:1: an editor marks words as wrong that are right, because this schema is older: rust"
        " [schema-old]\n  Make it anew with: pitchkit schema.\n"
    )
    assert [one.code for one in check(workspace, TODAY).diagnostics if one.code.startswith("schema")] == []


def test_an_entry_that_takes_the_place_of_a_shipped_one_for_fewer_readers_is_told(tmp_path: Path) -> None:
    factor = "- {id: factor-universaliteit, kind: factor, title: T, text: T., certainty: mogelijk, audiences: [collegas]%s}\n"
    own = {"arguments/library.yaml": "extends: pitchkit\n", "arguments/entries/a.yaml": factor % ""}
    workspace = project.find(write_files(tmp_path, own))

    found = [one for one in check(workspace, TODAY).diagnostics if one.code == "override-narrower"]
    assert told(found) == (
        "arguments/entries/a.yaml:1:97: “factor-universaliteit” takes the place of an entry that comes with pitchkit, and no"
        " longer reaches: manager, netwerkpartners [override-narrower]\n"
        "  Add them to audiences. If they can do without, say so in the entry:"
        " silence: [{code: override-narrower, reason: …}].\n"
    )
    for more in (", silence: [{code: override-narrower, reason: R}]", ""):
        readers = "[collegas]" if more else "[gemeente, collegas, manager, netwerkpartners]"
        write_files(tmp_path, {"arguments/entries/a.yaml": factor.replace("[collegas]", readers) % more})
        assert "override-narrower" not in told(check(workspace, TODAY).diagnostics)


def test_a_mark_that_closes_what_nothing_opened_is_told_and_left_for_its_writer(tmp_path: Path) -> None:
    workspace = project.find(
        make_workspace(tmp_path, entries=ENTRIES.replace("van elkaar\n", 'van elkaar" hier\n'), **WHAT_IS_USED)
    )
    before = (tmp_path / "arguments/entries/alles.yaml").read_bytes()

    found = [one for one in check(workspace, TODAY).diagnostics if one.code.startswith("typography-")]

    assert told(found) == (
        "arguments/entries/alles.yaml:3:33: a quotation mark closes what nothing opened [typography-quote-alone]\n"
        "  Type one before the first word that is quoted, or take this one out.\n"
    )
    assert fix(workspace) == ()
    assert (tmp_path / "arguments/entries/alles.yaml").read_bytes() == before


def test_an_entry_that_waits_for_what_no_profile_can_say_is_an_error(tmp_path: Path) -> None:
    entry = "- {id: b, kind: tip, title: B, text: T, audiences: [gemeente], requires: [costs.comparison, costs.margin]}\n"
    assert found_in(tmp_path, entries=entry).startswith(
        "arguments/entries/alles.yaml:10:93: no profile can ever say “costs.margin”, so no document gets “b”"
        " [requires-impossible]\n"
    )


def test_an_entry_that_is_wrong_does_not_keep_the_others_from_being_checked(tmp_path: Path) -> None:
    wrong = "- {id: b, kind: tip, title: B, text: T, audiences: [gemeenten]}\n"
    html = "- {id: c, kind: tip, title: C, text: <b>T, audiences: [gemeente]}\n"
    assert found_in(tmp_path, entries=wrong + html, **{"pitchkit.yaml": "naam: x\n"}) == (
        "arguments/entries/alles.yaml:10:53: there is no audience “gemeenten” [audience-unknown]\n  Did you mean “gemeente”?\n"
        "arguments/entries/alles.yaml:11:38: HTML is not used here: <b> [markdown-html]\n"
        "  Write it in Markdown; a < that should show gets a backslash before it.\n"
        "pitchkit.yaml:1:1: there is no field “naam” here [field-unknown]\n"
    )


WORD_FILES = ("audiences.yaml", "themes.yaml", "policies.yaml", "sources.yaml", "jargon.yaml", "library.yaml")


@pytest.mark.parametrize("name", WORD_FILES)
def test_a_list_of_words_that_cannot_be_read_is_told_once_and_the_rest_is_checked(tmp_path: Path, name: str) -> None:
    make_workspace(tmp_path, entries=ENTRIES.replace("elkaars vragen", "elkaars <b>vragen</b>"), **WHAT_IS_USED)
    aims = "municipality: {aims: [{text: Minder zorg, serves: [netwerk]}]}\nnaam: x\n"
    write_files(tmp_path, {f"arguments/{name}": "- [a\n", "pitchkit.yaml": aims, "offers/wmo.yaml": "kind: tender\n"})
    found = [(one.location.path, one.code) for one in check(project.find(tmp_path), TODAY).diagnostics]
    assert (f"arguments/{name}", "yaml-bracket") in found
    offer = [] if name == "library.yaml" else [("offers/wmo.yaml", "field-missing")]
    others = [("arguments/entries/alles.yaml", "markdown-html"), *offer, ("pitchkit.yaml", "field-unknown")]
    assert [one for one in found if one[0] != f"arguments/{name}"] == others


@pytest.mark.parametrize("emptied", ["", "# leeg\n", "[]\n"])
@pytest.mark.parametrize(
    ("name", "words"), [("themes.yaml", "netwerk"), ("sources.yaml", "werkboek"), ("policies.yaml", "a, b, c, …")]
)
def test_a_list_of_words_that_was_emptied_is_told_once(tmp_path: Path, name: str, words: str, emptied: str) -> None:
    fields = "  policy: [d, b, a, c]\n" if name == "policies.yaml" else ""
    make_workspace(tmp_path, entries=ENTRIES + fields, **WHAT_IS_USED)
    aims = "municipality: {aims: [{text: Minder zorg, serves: [netwerk]}]}\n"
    write_files(tmp_path, {f"arguments/{name}": emptied, "pitchkit.yaml": aims})
    assert told(check(project.find(tmp_path), TODAY).diagnostics) == (
        f"arguments/{name}:1:1: this list is empty, while words of it are used: {words} [words-emptied]\n"
        "  Write the words in it again, or get the earlier file back from git.\n"
    )


@pytest.mark.parametrize(
    ("name", "was", "becomes"),
    [
        ("themes.yaml", "label", "labl"),
        ("sources.yaml", "author", "autor"),
        ("audiences.yaml", "reader", "raeder"),
        ("entries/alles.yaml", "short", "shrot"),
    ],
)
def test_what_is_wrong_in_one_item_is_not_told_where_others_name_it(tmp_path: Path, name: str, was: str, becomes: str) -> None:
    make_workspace(tmp_path, entries=ENTRIES + OBJECTION % "samen-leren", **WHAT_IS_USED)
    path = tmp_path / "arguments" / name
    path.write_text(path.read_text(encoding="utf-8").replace(f"{was}:", f"{becomes}:", 1), encoding="utf-8")
    found = [one.code for one in check(project.find(tmp_path), TODAY).diagnostics]
    assert found == ["field-unknown"]


def test_a_setting_that_is_wrong_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    make_workspace(tmp_path, entries=ENTRIES.replace("van elkaar\n", "van elkaar...\n"), **WHAT_IS_USED)
    settings = tmp_path / "arguments/library.yaml"
    more = "taal: nl\nchecks: {severity: {typography-ellipsis: error}}\n"
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert [one.code for one in check(project.find(tmp_path), TODAY).problems] == ["typography-ellipsis", "field-unknown"]


# --- templates ---------------------------------------------------------------------------------------------------


def test_a_template_that_another_goes_before_for_every_reader_is_told(tmp_path: Path) -> None:
    own = HEAD.replace("[gemeente, collegas]", "[gemeente]")
    assert found_in(tmp_path, **{"templates/brief/any.md.j2": own, "templates/brief/gemeente.md.j2": own}) == (
        "templates/brief/any.md.j2:1:1: no reader gets this template: templates/brief/gemeente.md.j2 goes before it"
        " [template-shadowed]\n  Take it out, or give it an audience.\n"
    )


def test_a_part_that_nothing_includes_is_told(tmp_path: Path) -> None:
    files = {
        "templates/pitch/any.md.j2": TEMPLATE.replace("title: Groepswerk", "title: \"{% include '_delen/titel.md.j2' %}\"")
        + '{% include "_delen/een.md.j2" %}\n',
        "templates/_delen/titel.md.j2": "Groepswerk",
        "templates/_delen/een.md.j2": "{%- include '_delen/twee.md.j2' %}",
        "templates/_delen/twee.md.j2": "Twee.",
        "templates/_delen/drie.md.j2": "Drie.",
    }
    assert found_in(tmp_path, **files) == (
        "templates/_delen/drie.md.j2:1:1: no template includes this part [template-part-unused]\n  Include it, or take it out.\n"
    )


def test_a_template_where_nobody_looks_is_told(tmp_path: Path) -> None:
    files = {"templates/los.md.j2": HEAD, "templates/pitch/oud/any.md.j2": HEAD, "templates/pitch/_bewaard.md.j2": HEAD}
    hint = "  Put it in a folder named after its document: templates/pitch/any.md.j2.\n"
    told_of = [
        f"{path}:1:1: this template is in a place where pitchkit does not look [template-out-of-place]\n" for path in files
    ]
    assert found_in(tmp_path, **files) == told_of[0] + hint + told_of[1] + hint


def test_an_offer_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    files = {"offers/wmo.yaml": "kind: tender\ntitle: Wmo\naudience: gemeenten\n"}
    assert found_in(tmp_path, **files) == (
        "offers/wmo.yaml:3:11: there is no audience “gemeenten” [audience-unknown]\n  Did you mean “gemeente”?\n"
    )


def test_a_folder_with_offers_above_the_workspace_is_somebody_elses(tmp_path: Path) -> None:
    write_files(tmp_path, {"offers/wmo.yaml": "dit is geen offerte\n"})
    assert found_in(tmp_path / "werk") == ""


CUT_OFF = "YAML takes this for a remark, so no document has it: "


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("  title: Groep #1 begint\n", f"12:16: {CUT_OFF}#1 begint"),
        ("  title: A\n  keywords:\n    - nummer #een\n", f"14:14: {CUT_OFF}#een"),
        ("  title: 'Groep #1 begint'\n", ""),
        ("  title: Groep een # bijvoorbeeld\n", ""),
        ("  title: Groep#1 begint\n", ""),
        ("  title: A\n  short: |\n    Kom naar groep #1 van ons.\n", ""),
        ("  title: A #> een voorbeeld\n", ""),
    ],
    ids=["a title", "an item", "in quotes", "a remark", "in a word", "a text behind a bar", "an example in a remark"],
)
def test_a_text_that_stops_at_a_hash_is_told(tmp_path: Path, lines: str, message: str) -> None:
    found = found_in(tmp_path, entries=f"- id: b\n  kind: tip\n{lines}  text: T\n  audiences: [gemeente]\n")
    hint = "  Put the whole text in quotes. Is it a remark, then type a space behind the #.\n"
    assert found == (f"arguments/entries/alles.yaml:{message} [text-cut-off]\n{hint}" if message else "")


def test_a_text_of_the_profile_that_stops_at_a_hash_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, **{"pitchkit.yaml": "organisation:\n  name: Buurthuis #1\n"})
    assert found.startswith(f"pitchkit.yaml:2:19: {CUT_OFF}#1 [text-cut-off]\n")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("# Wat {{ x }}", "6:1: a heading with one # is the title of the whole document: # Wat {{ x }} [markdown-heading-one]"),
        ("::: boks\nHoi\n:::", "6:1: this block is unknown or never closed: ::: boks [markdown-container]"),
        ("Bel <b>ons</b>.", "6:5: HTML is not used here: <b> [markdown-html]"),
    ],
)
def test_a_mark_that_no_document_can_hold_is_told_in_its_template(tmp_path: Path, line: str, message: str) -> None:
    body = f"---\ntitle: Brief\naudiences: [gemeente]\n---\n{{% set x = 'wie' %}}\n{line}\n"
    found = found_in(tmp_path, **{"templates/brief/any.md.j2": body})
    assert f"templates/brief/any.md.j2:{message}" in found


def test_what_a_template_says_in_remarks_links_and_values_is_no_mark(tmp_path: Path) -> None:
    lines = (
        "{# geen\n# titel #}",
        "<https://voorbeeld.nl> en <a@b.nl>",
        "\\<naam> is 3 < 4",
        "{{ '<b>' }}",
        "::: box Kort",
        "Hoi",
        ":::",
    )
    body = "---\n# uitleg\ntitle: Brief\naudiences: [gemeente]\n---\n" + "\n".join(lines) + "\n"
    assert "[markdown-" not in found_in(tmp_path, **{"templates/brief/any.md.j2": body})


def test_two_versions_that_git_left_in_a_template_are_told(tmp_path: Path) -> None:
    both = "<<<<<<< HEAD\nVan ons.\n=======\nVan ons allemaal.\n>>>>>>> sam\n"
    found = found_in(tmp_path, **{"templates/brief/any.md.j2": f"{TEMPLATE}{both}"})
    line = TEMPLATE.count("\n") + 1
    assert f"templates/brief/any.md.j2:{line}:1: git could not bring two versions together here" in found
