"""What a person is told when the servers or the installation cannot start: what happened, to what, what to do next."""

from hub.language import Text


class Trouble(Exception):
    """A sentence for the person at the terminal, in both languages. `code` is for `--json` and for tests."""

    def __init__(self, code: str, text: Text) -> None:
        self.code = code
        self.text = text
        super().__init__(f"{text.zh}\n{text.en}")
