import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks.questions import QuestionBlock
from tests.reading import rendered, words


def test_the_question_is_shown_as_text():
    shown = rendered(QuestionBlock(), "What if I <b>wait</b>?")
    assert words(shown.select_one(".spine-question")) == "What if I <b>wait</b>?"
    assert shown.b is None


def test_a_question_is_short_where_the_page_says_so():
    block = QuestionBlock(max_length=20)
    block.clean("What if I wait?")
    with pytest.raises(ValidationError):
        block.clean("What would happen if I waited?")
