"""The drafts of the texts that can be sent. What a provider approved of them is data (hub.sms.wordings).

Rules of the trade (shared/design/sms.md): variables of 1 to 35 characters, each once, never side by side, never the
whole text; hub.sms.lint looks after them. A message is a letter to an elderly neighbour: it greets, says one thing,
says what to do, and who can be asked.
"""

import dataclasses
import string

LONGEST_VARIABLE = 35


@dataclasses.dataclass(frozen=True)
class Template:
    """A text with {variables}. An urgent one is also sent at night, to a number on the stop list, and over limits."""

    name: str
    text: str
    urgent: bool = False

    @property
    def kind(self) -> str:
        """What it is in figures and filters: reminder, urging, decision, notice, handover, supervision, code."""
        return "code" if self.urgent else self.name.partition("_")[0]

    @property
    def variables(self) -> tuple[str, ...]:
        """The names of its variables, in the order of the text."""
        return variables_of(self.text)

    def render(self, params: dict[str, str]) -> str:
        """The text with its variables filled. Raises KeyError when one is missing."""
        return self.text.format(**params)


def variables_of(text: str) -> tuple[str, ...]:
    """The names of the {variables} of a text, in their order. Raises ValueError for a brace that stands alone."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


TEMPLATES: dict[str, Template] = {
    template.name: template
    for template in (
        Template("one_time_code", "您的登录验证码是{code}，{minutes}分钟内有效，请勿告诉他人。", urgent=True),
        # Steps of the ladder. “Reply”, party, donation and task words would have a template refused.
        Template(
            "reminder_one", "您认领的{no}号微心愿请在{date}（含当天）前送达；如有困难可随时退回或申请延期，详询{org}。"
        ),
        Template(
            "reminder_many", "您认领的{count}件微心愿快到期了，最早一件请在{date}（含当天）前送达，有困难请联系{org}。"
        ),
        Template(
            "urging_one",
            "您认领的{no}号微心愿已超过约定日期{days}个工作日，请尽快送达；有困难请联系{org}，一起想办法。",
        ),
        Template("urging_many", "您认领的{count}件微心愿已超过约定日期，请尽快送达；如有困难请联系{org}，一起想办法。"),
        Template(
            "urging_secretary_one", "您好，{org}的{no}号微心愿已有人认领，但超过了约定日期，请您协助联系认领人，谢谢。"
        ),
        Template(
            "urging_secretary_many", "您好，{org}有{count}件已认领的微心愿超过约定日期，请您协助联系认领人，谢谢。"
        ),
        Template("urging_staff_one", "您好，{org}的{no}号微心愿已有人认领，但超过了约定日期，请联系认领人，谢谢。"),
        Template("urging_staff_many", "您好，{org}有{count}件已认领的微心愿超过约定日期，请联系认领人，谢谢。"),
        Template(
            "urging_both", "您好，您认领的{own}件微心愿已逾期，支部另有{count}件，请尽快送达或联系认领人，详询{org}。"
        ),
        Template(
            "urging_both_staff",
            "您好，您认领的{own}件微心愿已逾期，社区另有{count}件，请尽快送达或联系认领人，详询{org}。",
        ),
        Template(
            "handover_one", "您好，{org}请您接手{no}号微心愿，请在{date}（含当天）前送达；有困难可随时退回，详询社区。"
        ),
        Template(
            "handover_many",
            "您好，{org}请您接手{count}件微心愿，最早一件请在{date}（含当天）前送达；有困难请联系社区。",
        ),
        Template("decision_one", "您好，{org}的{no}号微心愿逾期未送，请登录工作台决定延期、收回或由社区办理。"),
        Template("decision_many", "您好，{org}有{count}件认领逾期未送，请登录工作台决定延期、收回或由社区办理。"),
        Template("notice_secretary_one", "您好，{org}的{no}号微心愿还没有人认领，请您帮忙联系合适的人，谢谢。"),
        Template("notice_secretary_many", "您好，{org}有{count}件微心愿还没有人认领，请您帮忙联系合适的人，谢谢。"),
        Template("notice_staff_one", "您好，{org}的{no}号微心愿好几天没有进展了，请登录工作台办理。"),
        Template("notice_staff_many", "您好，{org}有{count}件微心愿好几天没有进展了，请登录工作台办理。"),
        Template("supervision", "您好，{region}有{count}件微心愿逾期未送或久未办理，请登录平台查看。"),
        # Where no officer is there to hear it.
        Template("supervision_staff_one", "您好，{org}的{no}号微心愿逾期未送或久未办理，请登录工作台查看。"),
        Template("supervision_staff_many", "您好，{org}有{count}件微心愿逾期未送或久未办理，请登录工作台查看。"),
    )
}

KINDS = ("code", *dict.fromkeys(template.kind for template in TEMPLATES.values() if not template.urgent))
"""Every kind of message, for filters and figures."""


def kind_of(name: str) -> str:
    """The kind of a template by its name, also of one that is no longer in the code."""
    known = TEMPLATES.get(name)
    return known.kind if known else name.partition("_")[0]
