"""Receiving a file: in memory only, and no more of it than the limit."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest

from hub.refusal import Refusal

_FORM_AROUND_IT = 64 * 1024
"""Bytes of a multipart request beside the file."""


class InMemory(FileUploadHandler):
    """Keeps an uploaded file in memory and stops beyond the limit.

    Django's own handlers write a larger file to the disk, where a resident's name or door must not stand in plain.
    """

    def __init__(self, request: HttpRequest, most_bytes: int) -> None:
        super().__init__(request)
        self.most_bytes = most_bytes
        self.too_large = False

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.received = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += raw_data
        if len(self.received) > self.most_bytes:
            self.too_large = True
            self.received.clear()
            raise StopUpload(connection_reset=True)

    def file_complete(self, file_size: int) -> UploadedFile:
        return SimpleUploadedFile(self.file_name or "", bytes(self.received))


class Nothing(FileUploadHandler):
    """How a form is received where its view asks for no file: a file in it is read past and kept nowhere, whoever sends it.

    A view that takes files says so with `receive_in_memory` before anything reads the form.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Raises SkipFile."""
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Never called: no file is begun."""

    def file_complete(self, file_size: int) -> None:
        """Never called either."""


def receive_in_memory(request: HttpRequest, *, most_bytes: int, too_large: Refusal) -> None:
    """To be called before anything reads the request's form. Raises `too_large` for one that says it is."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > most_bytes + _FORM_AROUND_IT:
        raise too_large
    request.upload_handlers = [InMemory(request, most_bytes)]


def demand_whole_file(request: HttpRequest, *, too_large: Refusal) -> None:
    """To be called when the form has been read. Raises `too_large` when a file was cut off at the limit."""
    if any(isinstance(handler, InMemory) and handler.too_large for handler in request.upload_handlers):
        raise too_large
