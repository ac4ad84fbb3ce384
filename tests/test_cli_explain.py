"""`pitchkit explain`: every code that a message can end in has its explanation."""

from __future__ import annotations

from pitchkit import messages
from pitchkit.checking import explanations
from tests.conftest import Run


def test_a_code_is_explained_with_an_example(run: Run) -> None:
    assert run("explain", "typography-dash").stdout == (
        "typography-dash: a hyphen between spaces should be a dash: –\n\n"
        "A hyphen joins the parts of one word. Between two parts of a sentence stands a dash.\n\n"
        "pitchkit check --fix does it for you.\n\n"
        "A warning. An entry can silence it with a reason (silence: [{code: typography-dash, reason: ...}]), and outside entries"
        " a comment can (# silence typography-dash: ...); library.yaml can set it to error or off"
        " (checks: {severity: {typography-dash: off}}).\n\n"
        "Wrong:\n  title: Samen leren - samen doen\n\n"
        "Right:\n  title: Samen leren – samen doen\n"
    )


def test_what_cannot_be_silenced_is_said_to_be_so(run: Run) -> None:
    assert run("explain", "[file-missing]").stdout == (
        "file-missing: this file is not there\n\nCheck the name and the folder.\n\nIt cannot be silenced or set off.\n"
    )


def test_a_code_that_does_not_exist_gets_the_one_that_was_meant(run: Run) -> None:
    assert run("explain", "typografie-dash", expect=2).stderr == (
        "explain: there is no code “typografie-dash” [code-unknown]\n  Did you mean “typography-dash”?\n"
    )


def test_without_a_code_every_code_is_listed(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    assert [line.partition("\t")[0] for line in lines] == sorted(messages.TEXTS)


def test_every_code_is_explained_without_what_differs_each_time() -> None:
    assert len(messages.TEXTS) > 100
    for code in messages.TEXTS:
        assert len(explanations.explain(code).paragraphs) > 1, code


def test_every_explanation_is_of_a_code_that_exists() -> None:
    assert [code for code in messages.EXPLANATIONS if code not in messages.TEXTS] == []


def test_every_code_is_told_in_one_place_only() -> None:
    parts = [getattr(messages, name) for name in dir(messages) if hasattr(getattr(messages, name), "TEXTS")]
    codes = [code for part in parts for code in part.TEXTS]
    assert len(parts) > 10
    assert sorted({code for code in codes if codes.count(code) > 1}) == []
