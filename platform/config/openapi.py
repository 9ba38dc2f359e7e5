"""The description of the API, one for each kind of host, as the bytes that are committed for the front end."""

import contextlib
import io
import json

from django.conf import settings
from django.utils import translation
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator

URLCONFS = {"community": settings.ROOT_URLCONF, "hub": settings.URLCONF_OF_THE_HUB}


def described(kind: str) -> tuple[bytes, list[str]]:
    """The OpenAPI file of "community" or "hub", and what the generator could not make out (one line each).

    The same code gives the same bytes: no date, no order of a set, one language.
    """
    GENERATOR_STATS.reset()
    complaints = io.StringIO()
    with translation.override("en"), contextlib.redirect_stderr(complaints):
        schema = SchemaGenerator(urlconf=URLCONFS[kind]).get_schema(request=None, public=True)
    text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
    return text.encode(), [line for line in complaints.getvalue().splitlines() if line.strip()]
