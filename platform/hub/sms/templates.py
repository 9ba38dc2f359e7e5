"""The texts that can be sent. A provider approves each one by its name here, so a text is data and not prose in code.

Rules of the trade (shared/design/sms.md): variables of 1 to 35 characters, each once, never side by side, never the
whole text; 70 characters with the signature go as one part.
"""

import dataclasses
import string

LONGEST_VARIABLE = 35


@dataclasses.dataclass(frozen=True)
class Template:
    """A text with {variables}. An urgent one is also sent at night."""

    name: str
    text: str
    urgent: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of its variables, in the order of the text."""
        return tuple(name for _, name, _, _ in string.Formatter().parse(self.text) if name)

    def render(self, params: dict[str, str]) -> str:
        """The text with its variables filled. Raises KeyError when one is missing."""
        return self.text.format(**params)


TEMPLATES: dict[str, Template] = {
    template.name: template
    for template in (
        Template("one_time_code", "您的登录验证码是{code},{minutes}分钟内有效,请勿告诉他人。", urgent=True),
    )
}
