"""A chart in line with the text: its drawing, and the parts of the file that it brings."""

from __future__ import annotations

from typing import Final

from pitchkit import charting
from pitchkit.document import Chart
from pitchkit.writers.docx.chart_part import C, ChartLook, write_chart_part
from pitchkit.writers.docx.figures import EMU_PER_TWIP
from pitchkit.writers.docx.frame import relations_part
from pitchkit.writers.docx.ledger import Ledger
from pitchkit.writers.docx.workbooks import make_workbook
from pitchkit.writers.docx.xml import HEAD, PACKAGE, WP, A, R, element

EMU_PER_CM: Final = 360000
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_CHART_TYPE: Final = f"{_OFFICE}drawingml.chart+xml"
_WORKBOOK_TYPE: Final = f"{_OFFICE}spreadsheetml.sheet"
_WORKBOOK_RELATION: Final = "rId1"


def write_chart(chart: Chart, ledger: Ledger, left: int) -> str:
    """Return the run with the chart; `left` is the indent in twips that it stands at."""
    relation = ledger.relate("document", "chart", _add_parts(chart, ledger))
    return element("w:r", None, element("w:drawing", None, _inline(chart, relation, ledger, left)))


def _add_parts(chart: Chart, ledger: Ledger) -> str:
    """Add the chart, its workbook and the relation between the two; return the target for the relation to the chart."""
    folder = ledger.frame.roles["document"].rpartition("/")[0]
    start = f"{folder}/" if folder else ""
    taken = {name.lower() for name in (*ledger.parts, *ledger.frame.parts)}
    number = 1
    while taken & {f"{start}charts/chart{number}.xml", f"{start}embeddings/chart{number}.xlsx"}:
        number += 1
    part, workbook = f"charts/chart{number}.xml", f"embeddings/chart{number}.xlsx"
    look = ChartLook(ledger.frame.accent, ledger.frame.letter, ledger.frame.smallest)
    content = write_chart_part(chart, _WORKBOOK_RELATION, look, ledger.document.language)
    ledger.parts[start + part] = (content.encode(), _CHART_TYPE)
    ledger.parts[start + workbook] = (make_workbook(chart), _WORKBOOK_TYPE)
    ledger.parts[relations_part(start + part)] = (_relations(f"../{workbook}").encode(), "")
    return part


def _relations(target: str) -> str:
    attributes = {"Id": _WORKBOOK_RELATION, "Type": f"{R}/package", "Target": target}
    return HEAD + element("Relationships", {"xmlns": f"{PACKAGE}/relationships"}, element("Relationship", attributes))


def _inline(chart: Chart, relation: str, ledger: Ledger, left: int) -> str:
    widest = (ledger.frame.page.width - left) * EMU_PER_TWIP
    scale = min(1.0, widest / (charting.WIDTH * EMU_PER_CM))
    width, height = (max(1, int(side * EMU_PER_CM * scale)) for side in (charting.WIDTH, charting.HEIGHT))
    shown = element("c:chart", {"xmlns:c": C, "xmlns:r": R, "r:id": relation})
    return element(
        "wp:inline",
        {"xmlns:wp": WP, "distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", {"cx": width, "cy": height}),
        element("wp:docPr", {"id": ledger.next_drawing(), "name": chart.name, "descr": chart.alt}),
        "<wp:cNvGraphicFramePr/>",
        element("a:graphic", {"xmlns:a": A}, element("a:graphicData", {"uri": C}, shown)),
    )
