import pytest

from hub.refusal import Refusal
from hub.versions import Changed
from tenants.people.models import CategoryWord
from tenants.people.words import (
    add_word,
    correct_word,
    forget_word,
    remember_word,
    word_version,
    words_of_the_community,
)
from tests.world import World


def test_a_word_is_kept_in_the_form_in_which_cells_are_compared(world: World) -> None:
    add_word(" 重点 关爱 ", "low_income", by=world.administrator)
    assert words_of_the_community() == {"重点关爱": "low_income"}


@pytest.mark.parametrize("word", ["", "低", "3类", "上月刚从外地回来、家里没有人照看的一户人家", "甲、乙"])
def test_what_is_no_word_is_refused_at_its_field(world: World, word: str) -> None:
    with pytest.raises(Refusal) as refused:
        add_word(word, "low_income", by=world.administrator)
    assert (refused.value.code, refused.value.status, refused.value.field) == ("no_word", 400, "word")


def test_a_word_that_is_known_is_not_taken_from_its_category_in_silence(world: World) -> None:
    add_word("重点关爱", "low_income", by=world.administrator)
    other = add_word("帮扶户", "low_income", by=world.administrator)
    for again in (
        lambda: add_word("重点关爱", "disabled", by=world.administrator),
        lambda: correct_word(other, word="重点关爱", seen=None, by=world.administrator),
    ):
        with pytest.raises(Refusal) as refused:
            again()
        assert refused.value.code == "word_known"
    assert words_of_the_community() == {"重点关爱": "low_income", "帮扶户": "low_income"}


def test_a_wrong_choice_of_a_check_page_is_corrected_by_whoever_saw_it_as_it_is(world: World) -> None:
    remember_word("重点关爱", "disabled", by=world.collector)
    word = CategoryWord.objects.get()
    seen = word_version(word)
    correct_word(word, category="low_income", seen=seen, by=world.administrator)
    assert words_of_the_community() == {"重点关爱": "low_income"}
    with pytest.raises(Changed) as refused:
        correct_word(word, category="senior", seen=seen, by=world.administrator)
    assert refused.value.fields == ["category"]


def test_a_forgotten_word_is_asked_about_again(world: World) -> None:
    word = add_word("重点关爱", "low_income", by=world.administrator)
    forget_word(word)
    forget_word(word)
    assert words_of_the_community() == {}
