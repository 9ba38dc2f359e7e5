"""The door for what an address says: the texts of a query are cleaned as those of a body are (`hub.writing.clean`)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

from hub.writing import clean


class CleanQueries:
    """A search for a name finds it with a zero-width character in it as well, and nothing below meets a control sign."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%" in request.META.get("QUERY_STRING", ""):
            asked = QueryDict(mutable=True)
            for name, values in request.GET.lists():
                asked.setlist(clean(str(name)), [clean(str(value)) for value in values])
            asked._mutable = False
            request.GET = asked  # type: ignore[assignment]
        return self.get_response(request)
