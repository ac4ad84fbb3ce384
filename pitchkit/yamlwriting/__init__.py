"""YAML that somebody wrote, changed where it has to be and nowhere else; and new files, written as a person would. Pure."""

from pitchkit.yamlsource import Step
from pitchkit.yamlwriting.adding import CannotAddError, New, add, as_lines
from pitchkit.yamlwriting.dumping import dump, on_one_line
from pitchkit.yamlwriting.editing import edit
from pitchkit.yamlwriting.values import Append, CannotEditError, Commented, Edit, Put, Value

__all__ = [
    "Append",
    "CannotAddError",
    "CannotEditError",
    "Commented",
    "Edit",
    "New",
    "Put",
    "Step",
    "Value",
    "add",
    "as_lines",
    "dump",
    "edit",
    "on_one_line",
]
