"""Why a file is not read, inside the child."""


class Unreadable(Exception):
    """`code` is a key of `refusals.TEXTS`; `params` fill its placeholders."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
