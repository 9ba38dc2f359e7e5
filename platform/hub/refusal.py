"""What a verb raises when it will not do what it was asked."""

from hub.language import Text


class Refusal(Exception):
    """A rule of the domain said no, and the person is told which and what to do next.

    `code` is for programs ("already_claimed"), `text` for people; `status` is the HTTP status the API
    answers with, `field` the input it is about, `params` fill the text's placeholders.
    """

    beside: "tuple[Refusal, ...]" = ()
    """What else is wrong with the same input, each at a field of its own: told at once, not one after the other."""

    def __init__(self, code: str, text: Text, *, status: int = 409, field: str | None = None, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.text = text.format(**params)
        self.status = status
        self.field = field
        self.params = params

    def __str__(self) -> str:
        return f"{self.code}: {self.text}"
