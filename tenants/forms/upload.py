"""Receiving a workbook: in memory only, and no more of it than the limit."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from hub.refusal import Refusal
from tenants.forms.reading import limits
from tenants.forms.reading.refusals import refusal

_FORM_AROUND_IT = 64 * 1024
"""Bytes of a multipart request beside the file."""


class InMemory(FileUploadHandler):
    """Keeps an uploaded file in memory and stops beyond the limit.

    Django's own handlers write a larger file to the disk, where a resident's name must not stand in plain.
    """

    too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += raw_data
        if len(self.received) > limits.MAX_FILE_BYTES:
            self.too_large = True
            self.received.clear()
            raise StopUpload(connection_reset=True)

    def file_complete(self, file_size: int) -> UploadedFile:
        return SimpleUploadedFile(self.file_name or "", bytes(self.received))


def receive_in_memory(request: HttpRequest) -> None:
    """To be called before anything reads the request's form. Raises Refusal 413 for one that says it is too large."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > limits.MAX_FILE_BYTES + _FORM_AROUND_IT:
        raise _too_large()
    request.upload_handlers = [InMemory(request)]


def demand_whole_file(request: HttpRequest) -> None:
    """To be called when the form has been read. Raises Refusal 413 when a file was cut off at the limit."""
    if any(isinstance(handler, InMemory) and handler.too_large for handler in request.upload_handlers):
        raise _too_large()


def _too_large() -> Refusal:
    return refusal("file_too_large", limit=limits.MAX_FILE_BYTES // limits.MEGABYTE)
