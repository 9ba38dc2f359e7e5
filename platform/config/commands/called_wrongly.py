"""The command line's parser: who calls a command wrongly is told so in both languages, like everything else.

argparse knows its sentences in English only, and writes them past `--json`.
"""

import argparse
import re
from collections.abc import Mapping
from typing import NoReturn

from config.embedded import Trouble
from hub.language import Text

_SENTENCES: Mapping[str, str] = {
    r"the following arguments are required: (?P<what>.+)": "还缺少：{what}",
    r"one of the arguments (?P<what>.+) is required": "这几项中要有一项：{what}",
    r"unrecognized arguments: (?P<what>.+)": "无法识别：{what}",
    r"argument (?P<at>.+?): invalid choice: (?P<what>.+?) \(choose from (?P<known>.+)\)": (
        "{at} 不能是 {what}，可以是：{known}"
    ),
    r"argument (?P<at>.+?): invalid int value: (?P<what>.+)": "{at} 要填一个整数，不能是 {what}",
    r"argument (?P<at>.+?): invalid \w+ value: (?P<what>.+)": "{at} 不能是 {what}",
    r"argument (?P<at>.+?): expected (one|at least one|at most one|\d+) arguments?": "{at} 后面要写上它的值",
    r"argument (?P<at>.+?): not allowed with argument (?P<what>.+)": "{at} 和 {what} 不能一起用",
    r"argument (?P<at>.+?): ignored explicit argument (?P<what>.+)": "{at} 后面不能带值 {what}",
    r"ambiguous option: (?P<what>.+?) could match (?P<known>.+)": "{what} 不明确，可以是：{known}",
}
"""What argparse says → how it is said in Chinese. What is not here is passed on as it is."""

_WRONG = Text(
    zh="{why}。\n写法：{usage}\n说明：{program} --help",
    en="{reason}.\nUsage: {usage}\nMore: {program} --help",
)


class Parser(argparse.ArgumentParser):
    """Raises Trouble `called_wrongly` where argparse would write and leave. Its subcommands' parsers do the same."""

    def error(self, message: str) -> NoReturn:
        raise Trouble(
            "called_wrongly",
            _WRONG.format(
                why=_in_chinese(message),
                reason=message[:1].upper() + message[1:],
                usage=" ".join(self.format_usage().removeprefix("usage:").split()),
                program=self.prog,
            ),
        )


def _in_chinese(message: str) -> str:
    for pattern, sentence in _SENTENCES.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return sentence.format(**found.groupdict())
    return message
