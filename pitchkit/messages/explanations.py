"""What a code means, at more length than its message: why it matters, and the same lines wrong and right."""

from __future__ import annotations

from pitchkit.language import mark as _

EXPLANATIONS: dict[str, tuple[str, str, str]] = {
    "yaml-colon": (
        _("In YAML a colon and a space begin a value. A second one on the line leaves open where the value begins."),
        "title: Let op: vraag door",
        'title: "Let op: vraag door"',
    ),
    "yaml-indent": (
        _("Spaces at the start of a line say what belongs together: the fields of one entry stand right below each other."),
        "- id: vraag-door\n   kind: tip\n  title: Vraag door",
        "- id: vraag-door\n  kind: tip\n  title: Vraag door",
    ),
    "yaml-tab": (
        _("A tab is as wide as each program likes, so YAML counts spaces only."),
        "- id: vraag-door\n\tkind: tip",
        "- id: vraag-door\n  kind: tip",
    ),
    "yaml-quote": (
        _("A text that begins with a quotation mark has to end with the same one."),
        'title: "Vraag door',
        'title: "Vraag door"',
    ),
    "yaml-duplicate-key": (
        _("Of two fields with the same name a program would keep one and lose the other without a word."),
        "themes: [kosten]\nthemes: [netwerk]",
        "themes: [kosten, netwerk]",
    ),
    "field-unknown": (
        _("A field with a wrong name would be ignored, and what you wrote there would be in no document."),
        "thema: [netwerk]",
        "themes: [netwerk]",
    ),
    "field-missing": (
        _("Every entry has an id, a kind, a title and a text."),
        "- id: vraag-door\n  title: Vraag door\n  text: Vraag wat iemand bedoelt.",
        "- id: vraag-door\n  kind: tip\n  title: Vraag door\n  text: Vraag wat iemand bedoelt.",
    ),
    "field-id": (
        _("Other entries, templates and offers refer to an id, and a file name can hold it: no capitals, spaces or accents."),
        "id: Meer mensen",
        "id: meer-mensen",
    ),
    "id-duplicate": (
        _("An id is the name by which everything refers to an entry, so it can be given once."),
        "- id: vraag-door\n  ...\n- id: vraag-door\n  ...",
        "- id: vraag-door\n  ...\n- id: vraag-verder-door\n  ...",
    ),
    "audience-unknown": (
        _("The readers stand in audiences.yaml. An entry for a reader who is not there would reach nobody."),
        "audiences: [gemeenten]",
        "audiences: [gemeente]",
    ),
    "theme-unknown": (
        _("The themes stand in themes.yaml. Documents order their arguments by them."),
        "themes: [netwerken]",
        "themes: [netwerk]",
    ),
    "source-unknown": (
        _("The sources stand in sources.yaml. From them come the footnotes."),
        "evidence:\n  - {source: divosa, place: blz. 3}",
        "evidence:\n  - {source: divosa-werkwijzer, place: blz. 3}",
    ),
    "version-incomplete": (
        _("What clients read is written for them. An entry that others read too has its own title and text for them."),
        "audiences: [collegas, clienten]",
        "audiences: [collegas, clienten]\nversions:\n  clienten: {title: Je leert van elkaar, text: Hoor hoe anderen het doen.}",
    ),
    "certainty-missing": (
        _("Documents are as firm as their source. Without a word for that nobody knows how firm a sentence may be."),
        "- id: een-groep-helpt\n  kind: argument",
        "- id: een-groep-helpt\n  kind: argument\n  certainty: mogelijk",
    ),
    "certainty-too-firm": (
        _("A practice document shows what people did and saw. That something works takes research, and readers know it."),
        "certainty: onderbouwd\nevidence:\n  - {source: gmw-kenmerken, place: Netwerk}",
        "certainty: aannemelijk\nevidence:\n  - {source: gmw-kenmerken, place: Netwerk}",
    ),
    "argument-without-short": (
        _("A onepager, a table and a text with a word limit need the argument in one or two sentences."),
        "kind: argument\ntext: |\n  Twee alinea’s uitleg.",
        "kind: argument\ntext: |\n  Twee alinea’s uitleg.\nshort: Een zin die op zichzelf te lezen is.",
    ),
    "experience-without-consent": (
        _("Somebody’s story is theirs. It goes into a document for which they agreed, or it was published already."),
        "kind: experience",
        "kind: experience\nconsent: {purposes: [pitch], until: 2027-12-31}",
    ),
    "entry-unreachable": (
        _("An entry that no template asks for is work that nobody reads. Mostly it has an audience or theme too few."),
        "kind: definition\nthemes: [kosten]",
        "kind: definition\nthemes: [beroep]",
    ),
    "markdown-html": (
        _("Texts become Markdown and Word files. Word has no HTML, so nothing of it is passed on."),
        "text: Dit is <b>belangrijk</b>.",
        "text: Dit is **belangrijk**.",
    ),
    "theme-unused": (_("A theme that no entry has gives an empty line of reasoning."), "", ""),
    "source-unused": (_("A source that nothing rests on stands in no footnote. It may be left over from an old text."), "", ""),
    "answer-elsewhere": (
        _("Who prepares a conversation with this reader sees the objection, but not this answer: it is for other readers."),
        "kind: objection\naudiences: [gemeente]\nanswers: [schaamte-doorbreken, je-leert-praten]",
        "kind: objection\naudiences: [gemeente]\nanswers: [schaamte-doorbreken]",
    ),
    "objection-unanswered-for": (
        _("This reader can raise the objection, and no answer to it is for that reader: you prepare the talk without one."),
        "kind: objection\naudiences: [gemeente, manager]\nanswers: [past-bij-beleid]",
        "kind: objection\naudiences: [gemeente]\nanswers: [past-bij-beleid]",
    ),
    "title-twice": (
        _("Two headings that say the same in one document look like a mistake. Often the two entries are one."),
        "- id: vraag-door\n  title: Vraag door\n- id: vraag-verder\n  title: Vraag door",
        "- id: vraag-door\n  title: Vraag door\n- id: vraag-verder\n  title: Vraag wat iemand nodig heeft",
    ),
    "override-narrower": (
        _("An entry of your own with the id of a shipped one replaces all of it. Readers whom you do not name then get neither."),
        "- id: factor-universaliteit\n  audiences: [collegas]",
        "- id: factor-universaliteit\n  audiences: [collegas, manager, netwerkpartners]",
    ),
    "template-shadowed": (
        _("For every reader another template goes before this one, so what you change in it shows nowhere."),
        "",
        "",
    ),
    "typography-quotes": (
        _("Documents print curly marks. Typed that way in the library, a text reads the same everywhere it is copied to."),
        'title: Zo\'n groep is "van ons"',
        "title: Zo’n groep is “van ons”",
    ),
    "typography-quote-alone": (
        _("A quotation has two marks. With one of them missing nobody can see whose words begin where."),
        'title: Een groep van ons" in de wijk',
        "title: Een groep “van ons” in de wijk",
    ),
    "typography-euro": (
        _("With a common space the amount can end up on the next line, away from its sign."),
        "text: Dat kost € 5.",
        "text: Dat kost €\u00a05.",
    ),
    "typography-dash": (
        _("A hyphen joins the parts of one word. Between two parts of a sentence stands a dash."),
        "title: Samen leren - samen doen",
        "title: Samen leren – samen doen",
    ),
    "typography-unicode": (
        _("A letter with an accent can be stored in two ways that look alike. Stored as two signs, searching does not find it."),
        "",
        "",
    ),
    "typography-trailing-space": (
        _("Nobody sees these spaces, and git shows the line as changed when an editor takes them away."),
        "",
        "",
    ),
    "check-silence-unused": (
        _("What was silenced is gone. A silence that stays would also hide the next finding of this sort, with an old reason."),
        "text: Kom langs.\nsilence:\n  - {code: sentence-long, reason: een citaat}",
        "text: Kom langs.",
    ),
    "check-code-fixed": (
        _("A warning is a judgement that you may know better. An error keeps a document from being right, whatever the reason."),
        "checks:\n  severity: {theme-unknown: off}",
        "checks:\n  severity: {theme-unused: off}",
    ),
}
"""Code to why it matters, and an example wrong and right, both empty where none helps."""
