from dataclasses import dataclass
from typing import Any

import pytest
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from hub.rest.ordering import Orders, turned


@dataclass
class Person:
    name: str
    age: int


ROWS = [Person("an", 70), Person("bai", 6), Person("cai", 70)]
ORDERS = Orders(name=lambda person: person.name, age=lambda person: person.age)


def asking(query: str) -> Request:
    return Request(APIRequestFactory().get(f"/api/trial?{query}"))


def names(query: str) -> list[Any]:
    return [person.name for person in ORDERS.sorted(ROWS, asking(query))]


def test_rows_go_by_the_column_that_is_asked_for_and_the_other_way_with_a_minus() -> None:
    assert names("") == ["an", "bai", "cai"]
    assert names("ordering=-name") == ["cai", "bai", "an"]


def test_equal_rows_keep_their_usual_order_both_ways() -> None:
    assert names("ordering=age") == ["bai", "an", "cai"]
    assert names("ordering=-age") == ["an", "cai", "bai"]


@pytest.mark.parametrize("asked", ["phone", "-phone", "--name", "-", "name,age"])
def test_a_column_that_is_not_allowed_is_refused(asked: str) -> None:
    with pytest.raises(ValidationError):
        names(f"ordering={asked}")


def test_the_description_names_every_order() -> None:
    assert ORDERS.described().enum == ["name", "-name", "age", "-age"]
    assert [turned("serial"), turned("-serial")] == ["-serial", "serial"]
