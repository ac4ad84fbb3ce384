"""The table of `pitchkit check --language`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from pitchkit.language import _, figure

if TYPE_CHECKING:
    from pitchkit.checking.indication import Indication
    from pitchkit.project import Workspace


def show(workspace: Workspace, today: datetime.date) -> None:
    """Show how the texts read for each audience, beside the limits for them."""
    from pitchkit import terminal
    from pitchkit.checking import indication
    from pitchkit.plain_language import dictionary

    columns = (
        *(_("audience"), _("words"), _("words in a sentence (limit)"), _("longest (limit)"), _("rare words (limit)")),
        *(_("passives (limit)"), _("reading ease")),
    )
    terminal.show_table(columns, [_row(one) for one in indication.indicate(workspace, today)], is_headed=True)
    terminal.say(_("This is an indication: it does not tell whether somebody understands a text. Let a reader read it to you."))
    terminal.say(
        _("A high reading ease (Flesch-Douma, about 0 to 100) means short words and sentences; one long word weighs heavily.")
    )
    if not dictionary.installed():
        terminal.say(_("Spelling was not checked: that needs a Dutch dictionary (hunspell-nl) and pip install 'pitchkit[taal]'."))


def _row(one: Indication) -> tuple[str, ...]:
    limits = one.limits
    return (
        one.reader,
        str(one.words),
        figure(f"{one.mean_sentence:.1f} ({limits.mean_sentence})"),
        figure(f"{one.longest_sentence} ({limits.longest_sentence})"),
        figure(f"{one.rare_words:.1f}% ({limits.rare_words}%)"),
        figure(f"{one.passives:.1f}% ({limits.passives}%)"),
        f"{one.ease:.0f}",
    )
