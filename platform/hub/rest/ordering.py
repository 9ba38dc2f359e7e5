"""In which order a list answers: by the columns that it allows, each up or down."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from hub.language import Text

Order = tuple[str, ...] | Callable[[Any], Any]
"""A column's order: database columns, or a key over the rows (what is encrypted is ordered here: lists are a few hundred)."""

NO_SUCH_ORDER = Text(zh="不能按“{asked}”排序。", en="The list cannot be ordered by “{asked}”.")


class Orders:
    """The columns of one list. `usual` orders it where nothing is asked for; equal rows keep that order."""

    def __init__(self, usual: tuple[str, ...] | None = None, **columns: Order) -> None:
        self.usual = usual
        self.columns: Mapping[str, Order] = columns

    def described(self) -> OpenApiParameter:
        """The parameter for the API's description, with every value that is allowed."""
        return OpenApiParameter(
            "ordering", str, enum=[sign + name for name in self.columns for sign in ("", "-")], description="A column."
        )

    def asked(self, request: Request) -> str:
        """What the request asks for, "" for nothing. Raises ValidationError for a column that is not allowed."""
        wanted = request.query_params.get("ordering", "")
        if wanted and wanted.removeprefix("-") not in self.columns:
            raise ValidationError({"ordering": [str(NO_SUCH_ORDER.format(asked=wanted[:40]))]})
        return wanted

    def of(self, rows: QuerySet[Any], request: Request) -> Sequence[Any] | QuerySet[Any]:
        """The rows in the order that the request asks for."""
        wanted = self.asked(request)
        usual = rows if self.usual is None else rows.order_by(*self.usual)
        if not wanted:
            return usual
        order = self.columns[wanted.removeprefix("-")]
        if callable(order):
            return self.sorted(usual, request)
        columns = [turned(column) for column in order] if wanted.startswith("-") else list(order)
        return rows.order_by(*columns, *(self.usual or rows.query.order_by))

    def sorted(self, rows: Iterable[Any], request: Request) -> list[Any]:
        """Rows that are ordered here already, put into the order that the request asks for. For orders that are keys."""
        wanted = self.asked(request)
        order = self.columns.get(wanted.removeprefix("-"))
        return sorted(rows, key=order, reverse=wanted.startswith("-")) if callable(order) else list(rows)


def turned(column: str) -> str:
    """The other way round."""
    return column.removeprefix("-") if column.startswith("-") else f"-{column}"
