"""The comparison as the page shows it: the finding in words first, then rows, pictures and gaps."""

from typing import Any

from django.utils.translation import gettext as _

from milpa.conglomerates.comparing import Table
from milpa.conglomerates.rules.weighted_sum import Place, Ranking
from milpa.web import charts

MOST_PARTS = 5  # the heaviest criteria have a pattern each; the others share one


def agreement_words(code: str) -> str:
    return {
        "agree_much": _("The sides agree much"),
        "agree_half": _("The sides agree by half"),
        "agree_little": _("The sides agree little"),
        "not_computable": _("How far the sides agree cannot be computed with one order"),
    }[code]


def finding(table: Table) -> str:
    """Who comes first, with whose weights."""
    names = {str(row.id): row.name for row in table.candidates}
    sides = {str(side.id): side.name for side in table.sides}
    firsts = table.agreement.firsts
    mean = _joined(names[key] for key in sorted(table.comparison.by_mean.first))
    if table.agreement.same_first:
        return _("{first} comes first with the weights of every side, and with their mean.").format(first=mean)
    told = [
        _("with those of {side}, {first}").format(side=sides[side], first=_joined(names[key] for key in keys))
        for side, keys in firsts.items()
    ]
    return _("With the mean of the weights {first} comes first; {rest}.").format(first=mean, rest="; ".join(told))


def _joined(names: Any) -> str:
    return _(" and ").join(names)


def heaviest(ranking: Ranking) -> list[str]:
    """The criteria with a pattern of their own, heaviest first."""
    weights = {one.criterion: one.weight for one in ranking.places[0].contributions}
    return sorted(weights, key=lambda key: -weights[key])[:MOST_PARTS]


def parts(table: Table) -> list[str]:
    titles = {str(row.id): str(row) for row in table.criteria}
    own = [titles[key] for key in heaviest(table.comparison.by_mean)]
    return [*own, _("The other criteria")] if len(titles) > MOST_PARTS else own


def order(table: Table) -> list[dict[str, Any]]:
    """The rows of the table of places: rank, candidate with its gaps in place, stacked points, total of 100."""
    own, legend = heaviest(table.comparison.by_mean), parts(table)
    return [_row(table, place, own, legend) for place in table.comparison.by_mean.places]


def _row(table: Table, place: Place, own: list[str], legend: list[str]) -> dict[str, Any]:
    names = {str(row.id): row.name for row in table.candidates}
    points = {one.criterion: float(one.points) * 100 for one in place.contributions}
    values = [points.get(key, 0.0) for key in own]
    if len(legend) > len(own):
        values.append(sum(points.values()) - sum(values))
    assumed = [str(row) for row in table.criteria if any(one.assumed and one.criterion == str(row.id) for one in place.contributions)]
    gap = _("no datum of {criteria}: the worst value was taken").format(criteria=", ".join(assumed)) if assumed else ""
    title = _("{name}: {total} points").format(name=names[place.candidate], total=round(float(place.total) * 100))
    return {
        "rank": place.rank,
        "name": {"text": names[place.candidate], "note": gap} if gap else names[place.candidate],
        "bar": charts.stackbar(values, legend, title),
        "total": round(float(place.total) * 100),
    }


def weights(table: Table) -> list[dict[str, Any]]:
    """A row a criterion: each side's share of 100, and from where to where it may move."""
    shares = {
        side: {one.criterion: float(one.weight) * 100 for one in ranking.places[0].contributions}
        for side, ranking in table.comparison.by_partner.items()
    }
    titles = {str(row.id): str(row) for row in table.criteria}
    top = max((share for said in shares.values() for share in said.values()), default=0)
    high = min(100.0, 10 * (int(top * 1.6 / 10) + 1))
    who = [side.name for side in table.sides if str(side.id) in shares]
    ordered = [str(side.id) for side in table.sides if str(side.id) in shares]
    rows = []
    for room in table.rooms:
        knots = [shares[side].get(room.criterion, 0.0) for side in ordered]
        low, end = float(room.low) * 100, float(room.high) * 100
        words = _("never changes") if room.never_changes else _("from {low} to {high}").format(low=round(low), high=round(end))
        span = charts.Span(titles[room.criterion], low, min(end, high), knots)
        rows.append(
            {
                "criterion": titles[room.criterion],
                "span": charts.span(span, who, high=high),
                "said": " · ".join(f"{k:.0f}" for k in knots),
                "safe": words,
            }
        )
    return rows


def left_out(table: Table) -> list[str]:
    titles = {str(row.id): str(row) for row in table.criteria}
    return [titles[key] for key in table.comparison.by_mean.left_out]
