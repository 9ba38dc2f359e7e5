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
        # Steps of the ladder. “Reply”, party, donation and task words would have a template refused.
        Template("reminder_one", "您认领的{no}号微心愿请于{date}前送达,如有困难可随时退回或延期,详询{org}。"),
        Template(
            "reminder_many", "您认领的{count}件微心愿快到期,最早一件请于{date}前送达,有困难可退回或延期,详询{org}。"
        ),
        Template("urging_one", "{no}号微心愿已超过约定日期{days}天,请与{org}联系。"),
        Template("urging_many", "您认领的{count}件微心愿已超过约定日期,请与{org}联系。"),
        Template("urging_secretary", "{org}有{count}件已认领的微心愿超过约定日期,请协助联系认领人。"),
        Template("decision", "{org}有{count}件认领事项逾期,请登录工作台处理。"),
        Template("notice_secretary", "{org}有{count}件微心愿还没有人认领,请帮忙想想办法。"),
        Template("notice_staff", "{org}有{count}件事项等待已久,请登录工作台处理。"),
        Template("supervision", "{region}有{count}件逾期的认领已收回,请登录查看。"),
    )
}
