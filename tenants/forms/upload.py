"""Receiving a workbook: in memory only, and no more of it than the limit."""

from django.http import HttpRequest

from hub.refusal import Refusal
from hub.rest import uploads
from tenants.forms.reading import limits
from tenants.forms.reading.refusals import refusal


def receive_in_memory(request: HttpRequest) -> None:
    """To be called before anything reads the request's form. Raises Refusal 413 for one that says it is too large."""
    uploads.receive_in_memory(request, most_bytes=limits.MAX_FILE_BYTES, too_large=_too_large())


def demand_whole_file(request: HttpRequest) -> None:
    """To be called when the form has been read. Raises Refusal 413 when a file was cut off at the limit."""
    uploads.demand_whole_file(request, too_large=_too_large())


def _too_large() -> Refusal:
    return refusal("file_too_large", limit=limits.MAX_FILE_BYTES // limits.MEGABYTE)
