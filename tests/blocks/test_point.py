import pytest
from django.core.exceptions import ValidationError

from spine_content.facts.blocks import PointBlock
from tests import content
from tests.reading import rendered, words

BLOCK = PointBlock()


def test_the_line_is_shown():
    shown = rendered(BLOCK, {"text": "<p>It <b>hurts</b> &lt; a lot.</p>"})
    assert words(shown.select_one(".spine-point")) == "It hurts < a lot."
    assert shown.b.string == "hurts"


@pytest.mark.django_db
def test_the_source_is_optional_and_the_text_is_not():
    text = {"text": "<p>It hurts.</p>", "source": None}
    BLOCK.clean(BLOCK.to_python(text))
    BLOCK.clean(BLOCK.to_python({**text, "source": content.source().pk}))
    with pytest.raises(ValidationError):
        BLOCK.clean(BLOCK.to_python({"text": "", "source": None}))
