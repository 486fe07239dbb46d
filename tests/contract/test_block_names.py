"""Pages keep the keys of their blocks for good, so a key is never given up."""

from pathlib import Path

from spine_content.blocks import body_blocks

PROMISED = Path(__file__).with_name("block_names.txt").read_text().split()


def test_every_block_ever_offered_is_still_there():
    assert set(PROMISED) <= set(dict(body_blocks()))


def test_every_new_block_is_promised_from_now_on():
    assert sorted(dict(body_blocks())) == PROMISED
