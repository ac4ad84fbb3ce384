"""Charts to write: costs against group size with a break-even point, and hours freed in three scenarios."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pitchkit.document import Chart, Series
from tests.writers.samples import t

GROUP = tuple(map(Decimal, ("1206", "996.40", "855", "755", "680")))

COSTS = Chart(
    name="Kosten per deelnemer",
    kind="lines",
    alt="Lijngrafiek: vanaf zes deelnemers is de groep goedkoper <dan> individuele hulp & blijft dat.",
    caption=t("Kosten per deelnemer, groep en individueel"),
    x_title="Deelnemers",
    y_title="Kosten per deelnemer",
    unit="euro",
    categories=("4", "5", "6", "7", "8"),
    series=(
        Series("Groep", GROUP, 2),
        Series("Individuele hulp", (Decimal(1158),) * 5, None),
        Series("Norm", (Decimal(900), None, Decimal(900), Decimal(900), Decimal(900)), None),
    ),
    picture="kosten.svg",
)

HOURS = Chart(
    name="Vrijgemaakte uren",
    kind="bars",
    alt="Staafdiagram: in het verwachte scenario komen 64 uren vrij.",
    caption=(),
    x_title="Scenario",
    y_title="Uren per jaar",
    unit="hours",
    categories=("Laag", "Verwacht", "Hoog"),
    series=(Series("Uren", (Decimal(-12), Decimal("64.5"), Decimal(1260)), 1),),
    picture="uren.svg",
)

LONELY = replace(COSTS, series=COSTS.series[:1])
EXAMPLES = (COSTS, HOURS)
