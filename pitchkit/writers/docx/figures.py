"""Pictures in line with the text, at their natural size or as wide as the text, with a text for who cannot see them."""

from __future__ import annotations

from pitchkit.document import Figure
from pitchkit.pictures import Size, measure
from pitchkit.writers.docx.frame import Frame
from pitchkit.writers.docx.ledger import Ledger
from pitchkit.writers.docx.xml import PIC, WP, A, element

EMU_PER_TWIP = 635
HIGHEST = 0.55  # of the height of the text


def write_picture(figure: Figure, ledger: Ledger, left: int) -> str:
    """Return the run with the picture; `left` is the indent in twips that it stands at."""
    data = next((picture.data for picture in ledger.document.pictures if picture.name == figure.path), None)
    if data is None:
        raise ValueError(f"the document shows the picture {figure.path!r}, but does not bring it")
    size = measure(data, figure.path)
    relation = ledger.relate("document", "image", _media_target(data, size, ledger))
    return element("w:r", None, element("w:drawing", None, _inline(figure.alt, size, relation, ledger, left)))


def _media_target(data: bytes, size: Size, ledger: Ledger) -> str:
    """Return the target of the picture's relation; the same bytes are stored once."""
    folder = ledger.frame.roles["document"].rpartition("/")[0]
    for name, (stored, _) in ledger.parts.items():
        if stored == data:
            return name.removeprefix(f"{folder}/")
    number = 1
    while (name := f"{folder}/media/figure{number}.{size.extension}".lstrip("/")) in {*ledger.parts, *ledger.frame.parts}:
        number += 1
    ledger.parts[name] = (data, size.content_type)
    return name.removeprefix(f"{folder}/")


def _fitted(size: Size, frame: Frame, left: int) -> tuple[int, int]:
    """Return width and height in EMU, within the text."""
    widest = (frame.page.width - left) * EMU_PER_TWIP
    highest = int(frame.page.height * EMU_PER_TWIP * HIGHEST)
    scale = min(1.0, widest / size.width, highest / size.height)
    return max(1, int(size.width * scale)), max(1, int(size.height * scale))


def _inline(alt: str, size: Size, relation: str, ledger: Ledger, left: int) -> str:
    width, height = _fitted(size, ledger.frame, left)
    number = ledger.next_drawing()
    extent: dict[str, str | int] = {"cx": width, "cy": height}
    names: dict[str, str | int] = {"id": number, "name": f"Figure {number}"}
    fill = element("pic:blipFill", None, element("a:blip", {"r:embed": relation}), "<a:stretch><a:fillRect/></a:stretch>")
    place = element("a:xfrm", None, '<a:off x="0" y="0"/>', element("a:ext", extent))
    shape = element("pic:spPr", None, place, '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
    about = element("pic:nvPicPr", None, element("pic:cNvPr", names), "<pic:cNvPicPr/>")
    picture = element("pic:pic", {"xmlns:pic": PIC}, about, fill, shape)
    return element(
        "wp:inline",
        {"xmlns:wp": WP, "distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", extent),
        element("wp:docPr", {**names, "descr": alt}),
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>',
        element("a:graphic", {"xmlns:a": A}, element("a:graphicData", {"uri": PIC}, picture)),
    )
