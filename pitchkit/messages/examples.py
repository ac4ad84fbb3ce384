"""The same lines wrong and right, for codes whose message says enough of why."""

from __future__ import annotations

_HEAD = "---\ntitle: Brief\naudiences: [gemeente]\n"
_LETTER = f"{_HEAD}---\nBeste lezer,"
_OLD = '- {id: oud, title: Oude folder, author: A. Auteur, year: "2012", type: practice, short: Oude folder}'
_PAGE = "---\nkind: tip\naudiences: [collegas]\n---\n\n# Vraag door\n\nVraag wat iemand bedoelt."
_FIRST = "- id: te-duur\n  kind: objection\n  title: Te duur\n"
_SECOND = "- id: te-ver\n  kind: objection\n  title: Te ver weg\n  answers: [schaamte-doorbreken]"

_ENTRIES = {
    "yaml-bracket": ("themes: [kosten, netwerk", "themes: [kosten, netwerk]"),
    "yaml-alias": ("title: *Samen* leren", 'title: "*Samen* leren"'),
    "yaml-no-space": ("title:Vraag door", "title: Vraag door"),
    "yaml-no-colon": ("title Vraag door\ntext: Vraag wat iemand bedoelt.", "title: Vraag door\ntext: Vraag wat iemand bedoelt."),
    "yaml-after-quote": ('title: "Vraag door" zei zij', "title: “Vraag door” zei zij"),
    "text-cut-off": ("title: Vraag #1 is altijd waarom", 'title: "Vraag #1 is altijd waarom"'),
    "yaml-dash": ("themes: - kosten", "themes: [kosten]"),
    "yaml-sign": ("title: @thuis leren", 'title: "@thuis leren"'),
    "yaml-tag": ("title: !belangrijk Vraag door", 'title: "!belangrijk Vraag door"'),
    "field-text": ("title: [Vraag door]", "title: Vraag door"),
    "field-empty": ('title: ""', "title: Vraag door"),
    "field-list": ("themes: kosten", "themes: [kosten]"),
    "field-mapping": ("versions: manager", "versions:\n  manager: {short: Vraag ook wat het oplevert.}"),
    "field-choice": ("kind: argumant", "kind: argument"),
    "field-whole-number": ("weight: hoog", "weight: 80"),
    "field-too-large": ("weight: 800", "weight: 80"),
    "field-date": (
        "kind: experience\nconsent: {purposes: [pitch], until: eind 2027}",
        "kind: experience\nconsent: {purposes: [pitch], until: 2027-12-31}",
    ),
    "field-yes-no": ("kind: experience\nfictitious: deels", "kind: experience\nfictitious: yes"),
    "policy-unknown": ("policy: [wmo]", "policy: [wmo-2015]"),
    "entry-unknown": (
        "kind: objection\nanswers: [schaamte-doorbreke]",
        "kind: objection\nanswers: [schaamte-doorbreken]",
    ),
    "version-unlisted": (
        "audiences: [gemeente]\nversions:\n  manager: {short: Vraag ook wat het oplevert.}",
        "audiences: [gemeente, manager]\nversions:\n  manager: {short: Vraag ook wat het oplevert.}",
    ),
    "dated-without-policy": ("valid_until: 2026-12-31", "policy: [welzijn-nieuwe-stijl]\nvalid_until: 2026-12-31"),
    "short-missing": (
        "kind: tip\ntext: |\n  Neem mee:\n\n  - koffie\n  - een agenda",
        "kind: tip\ntext: |\n  Neem mee:\n\n  - koffie\n  - een agenda\nshort: Neem koffie en een agenda mee.",
    ),
    "short-with-blocks": ("short: |\n  Neem mee:\n\n  - koffie\n  - een agenda", "short: Neem koffie en een agenda mee."),
    "objection-without-answer": ("kind: objection", "kind: objection\nanswers: [schaamte-doorbreken]"),
    "answers-without-objection": (
        "kind: argument\nanswers: [schaamte-doorbreken]",
        "kind: objection\nanswers: [schaamte-doorbreken]",
    ),
    "fictitious-published": (
        "kind: experience\nfictitious: yes\npublished: gmw-kenmerken",
        "kind: experience\npublished: gmw-kenmerken",
    ),
    "requires-unknown": ("requires: [gemeente.naam]", "requires: [municipality.name]"),
    "requires-impossible": ("requires: [costs.margin]", "requires: [costs.comparison]"),
    "lookup-unknown": (
        'text: "In {{ gemeente.naam }} zijn twee groepen."',
        'text: "In {{ municipality.name }} zijn twee groepen."',
    ),
    "lookup-form": (
        'text: "{% if municipality.name %}Hier{% endif %} zijn twee groepen."',
        'text: "In {{ municipality.name }} zijn twee groepen."',
    ),
    "answer-objection": (f"{_FIRST}  answers: [te-ver]\n{_SECOND}", f"{_FIRST}  answers: [schaamte-doorbreken]\n{_SECOND}"),
    "word-twice": ("themes: [kosten, netwerk, kosten]", "themes: [kosten, netwerk]"),
    "typography-ellipsis": ("title: En dan...", "title: En dan…"),
    "typography-space": ("title: Samen  leren", "title: Samen leren"),
    "typography-tab": ("title: Samen\tleren", "title: Samen leren"),
    "markdown-code": ("text: Dit is `belangrijk`.", "text: Dit is *belangrijk*."),
    "markdown-link": ("text: Lees [de folder](folder.pdf).", "text: Lees [de folder](https://www.example.nl/folder.pdf)."),
    "markdown-picture": ("text: Zo ziet het eruit ![de groep](groep.png).", "text: Zo ziet de groep eruit."),
    "markdown-note": (
        "text: Dat staat in de folder[^1].",
        "text: |\n  Dat staat in de folder[^1].\n\n  [^1]: De folder van 2015.",
    ),
}
_FILES = {
    "jargon-without-advice": (
        "- {id: dagbesteding-op-maat, words: [dagbesteding op maat]}",
        "- {id: dagbesteding-op-maat, words: [dagbesteding op maat], instead: wat iemand overdag doet}",
    ),
    "check-code-unknown": ("checks:\n  severity: {typografie-quotes: off}", "checks:\n  severity: {typography-quotes: off}"),
    "theme-unused": ("- {id: kinderen, label: Kinderen}", "# (…)"),
    "policy-unused": ("- {id: jeugdwet, label: Jeugdwet, kind: law}", "# (…)"),
    "source-unused": (_OLD, f"# silence source-unused: staat straks weer in een voetnoot\n{_OLD}"),
    "silence-without-reason": (
        f"# silence source-unused\n{_OLD}",
        f"# silence source-unused: staat straks weer in een voetnoot\n{_OLD}",
    ),
    "template-without-head": ("Beste lezer,", _LETTER),
    "template-audience": (_LETTER.replace("gemeente", "manager"), _LETTER),
    "template-theme": (
        f"{_HEAD}sections:\n  punten: {{kinds: [argument], themes: [netwerken]}}\n---",
        f"{_HEAD}sections:\n  punten: {{kinds: [argument], themes: [netwerk]}}\n---",
    ),
    "template-need": (f"{_HEAD}needs: [organisatie.naam]\n---", f"{_HEAD}needs: [organisation.name]\n---"),
    "template-syntax": (
        f"{_LETTER}\n\n{{{{ organisation.name }} nodigt u uit.",
        f"{_LETTER}\n\n{{{{ organisation.name }}}} nodigt u uit.",
    ),
    "template-unknown-name": (
        f"{_LETTER}\n\n{{{{ organisatie.name }}}} nodigt u uit.",
        f"{_LETTER}\n\n{{{{ organisation.name }}}} nodigt u uit.",
    ),
    "template-missing": (
        f'{_LETTER}\n\n{{% include "_delen/contacten.md.j2" %}}',
        f'{_LETTER}\n\n{{% include "_delen/contact.md.j2" %}}',
    ),
    "serves-unknown": (
        "municipality:\n  aims:\n    - {text: Minder zware zorg, serves: [preventief]}",
        "municipality:\n  aims:\n    - {text: Minder zware zorg, serves: [preventie]}",
    ),
    "group-size": (
        "groups:\n  - {id: rouw, name: Rouwgroep, participants: {min: 10, max: 6}}",
        "groups:\n  - {id: rouw, name: Rouwgroep, participants: {min: 6, max: 10}}",
    ),
    "group-duplicate": (
        "groups:\n  - {id: rouw, name: Rouwgroep in de ochtend}\n  - {id: rouw, name: Rouwgroep in de avond}",
        "groups:\n  - {id: rouw-ochtend, name: Rouwgroep in de ochtend}\n  - {id: rouw-avond, name: Rouwgroep in de avond}",
    ),
    "page-head-dashes": (_PAGE.replace("---\n", "—\n", 1), _PAGE),
    "page-head-open": (_PAGE.replace("---\n\n", "\n"), _PAGE),
    "page-twice": (f"{_PAGE}\n\n## Kort\n\nVraag.\n\n## Kort\n\nVraag door.", f"{_PAGE}\n\n## Kort\n\nVraag door."),
}
EXPLANATIONS: dict[str, tuple[str, str, str]] = {code: ("", wrong, right) for code, (wrong, right) in (_ENTRIES | _FILES).items()}
