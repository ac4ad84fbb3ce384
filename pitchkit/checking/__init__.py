"""Everything that can be wrong with a workspace, found at once: the library, its texts, the templates, the profile, the offers.

`subject` is what checks look at, `catalogue` the list of checks, `running` what runs them, `settling` what is told.
"""

from __future__ import annotations

from datetime import date

from pitchkit.checking import remembered
from pitchkit.checking.catalogue import CHECKS
from pitchkit.checking.checked import Checked
from pitchkit.project import Workspace

__all__ = ["Checked", "check"]


def check(workspace: Workspace, today: date, *, is_quick: bool = False) -> Checked:
    """Return everything that is wrong in a workspace on a day; a quick check leaves out the checks that are slow.

    What was found before in the same files is not sought again.
    """
    engines = {one.name: one.engine() for one in CHECKS if one.engine}
    checks = tuple(one for one in CHECKS if engines.get(one.name, "-") and not (is_quick and one.is_slow))
    key = remembered.digest(workspace, today, *(f"{one.name} {engines.get(one.name, '')}" for one in checks))
    known = remembered.recall(key) if key else None
    if known:
        return known
    from pitchkit.checking import running

    checked = running.run(workspace, today, checks)
    if key:
        remembered.keep(key, checked)
    return checked
