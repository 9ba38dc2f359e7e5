import re

import pytest

from hub.sms.templates import TEMPLATES, Template

SIGNATURE = 12
"""The longest signature, in brackets of two signs."""


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_every_template_keeps_the_rules_of_the_trade(template: Template) -> None:
    """shared/design/sms.md: each variable once, none side by side, not the whole text, one part of 70 signs."""
    assert len(set(template.variables)) == len(template.variables)
    assert "}{" not in template.text
    assert re.sub(r"\{\w+\}", "", template.text).strip()
    longest = template.render(dict.fromkeys(template.variables, "123456"))
    assert len(longest) + SIGNATURE + 2 <= 70
    assert not re.search("党|捐|募|积分|调查|问卷|回复", template.text)


def test_only_one_time_codes_are_sent_at_night() -> None:
    assert [template.name for template in TEMPLATES.values() if template.urgent] == ["one_time_code"]
