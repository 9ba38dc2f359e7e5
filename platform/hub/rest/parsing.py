"""JSON in: orjson refuses what the standard library dies of (a hundred thousand brackets) or lets through (NaN)."""

from typing import IO, Any

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from hub.language import Text

NO_JSON = Text(zh="提交的内容不是有效的 JSON。", en="What you sent is not valid JSON.")


class Parser(JSONParser):
    """The API's parser for everything but uploads."""

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Any = None) -> Any:
        """The body as Python's values. Raises ParseError (400), or RequestDataTooBig (413)."""
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(most + 1)
        if len(body) > most:
            raise RequestDataTooBig
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError as problem:
            raise ParseError(str(NO_JSON)) from problem
