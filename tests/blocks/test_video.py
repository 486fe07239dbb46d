import pytest
from django.core.exceptions import ValidationError

from spine_content.blocks import VideoBlock
from spine_content.blocks.media import parse_video_url
from tests.reading import rendered, words

BLOCK = VideoBlock()
VALUE = {
    "title": "Getting <b>up</b>",
    "url": "https://www.youtube.com/watch?v=abcdefghi-_",
    "length": "2 minutes",
    "shows": "<p>She rolls onto her <b>side</b>.</p>",
}
YOUTUBE = "https://www.youtube-nocookie.com/embed/abcdefghi-_?rel=0"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=abcdefghi-_",
        "http://youtube.com/watch?list=x&v=abcdefghi-_&t=3s",
        "https://m.youtube.com/watch?v=abcdefghi-_",
        "https://youtu.be/abcdefghi-_?si=track",
        "https://www.youtube.com/shorts/abcdefghi-_",
        "https://www.youtube.com/live/abcdefghi-_?feature=share",
        "https://www.youtube.com/embed/abcdefghi-_",
        "https://www.youtube-nocookie.com/embed/abcdefghi-_",
        "https://music.youtube.com/watch?v=abcdefghi-_",
        "//www.youtube.com/e/abcdefghi-_",
        "HTTPS://WWW.YOUTUBE.COM/watch?v=abcdefghi-_",
    ],
)
def test_every_way_to_write_a_youtube_address_leads_to_its_private_player(url):
    assert parse_video_url(url).url == YOUTUBE
    assert (
        parse_video_url(url).page_url == "https://www.youtube.com/watch?v=abcdefghi-_"
    )
    assert parse_video_url(url).host == "www.youtube-nocookie.com"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://vimeo.com/123", "https://player.vimeo.com/video/123?dnt=1"),
        ("https://www.vimeo.com/123/", "https://player.vimeo.com/video/123?dnt=1"),
        (
            "https://vimeo.com/123/a1b2",
            "https://player.vimeo.com/video/123?dnt=1&h=a1b2",
        ),
        (
            "https://player.vimeo.com/video/123?h=a1b2&x=1",
            "https://player.vimeo.com/video/123?dnt=1&h=a1b2",
        ),
        (
            "https://vimeo.com/channels/staff-picks/123",
            "https://player.vimeo.com/video/123?dnt=1",
        ),
    ],
)
def test_a_vimeo_address_leads_to_a_player_that_does_not_track(url, address):
    assert parse_video_url(url).url == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://example.org/film.mp4",
        "https://www.youtube.com/@clinic",
        "https://www.youtube.com/spineclinic",
        "https://www.youtube.com/playlist?list=abcdefghi-_",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=abcdefghi-_x",
        'https://www.youtube.com/watch?v="><script>',
        "https://youtube.com.example.org/watch?v=abcdefghi-_",
        "https://example.org/youtube.com/watch?v=abcdefghi-_",
        "https://vimeo.com/clinic",
        "https://[vimeo.com/123",
        "javascript:alert(1)",
    ],
)
def test_any_other_address_has_no_player(url):
    assert parse_video_url(url) is None


def test_nothing_on_the_page_is_fetched_from_the_keeper_of_the_video():
    shown = rendered(BLOCK, VALUE)
    assert shown.find_all(src=True) == []
    assert shown.find_all(["img", "link", "script", "object", "embed", "video"]) == []


def test_a_link_opens_the_video_in_the_frame_on_the_page():
    shown = rendered(BLOCK, VALUE)
    link, frame = shown.select_one("a[target]"), shown.iframe
    assert link["href"] == YOUTUBE
    assert link["target"] == frame["name"]
    assert frame["title"] == VALUE["title"]
    # Django's own default tells nobody where a reader comes from, and YouTube then
    # plays nothing.
    assert link["referrerpolicy"] == "strict-origin-when-cross-origin"


def test_the_reader_is_told_beforehand_who_will_be_asked():
    text = words(rendered(BLOCK, VALUE).p)
    assert "YouTube" in text and "www.youtube-nocookie.com" in text


def test_length_and_words_stand_on_the_page_and_the_video_can_be_seen_elsewhere():
    shown = rendered(BLOCK, VALUE)
    assert "(2 minutes)" in words(shown.select_one("a[target]"))
    assert shown.find("b", string="side")
    assert shown.select_one(".spine-video__elsewhere a")["href"] == VALUE["url"]


def test_an_unknown_keeper_gets_a_plain_link():
    shown = rendered(BLOCK, {**VALUE, "url": "https://www.example.org/film"})
    (link,) = shown.select("a")
    assert link["href"] == "https://www.example.org/film"
    assert "example.org" in words(shown.p)
    assert shown.iframe is None and not link.get("target")
    assert "(2 minutes)" in words(link)


def test_text_of_an_editor_cannot_become_markup():
    shown = rendered(BLOCK, {**VALUE, "length": "<i>2</i>"})
    assert words(shown.h3) == "Getting <b>up</b>"
    assert shown.h3.b is None and shown.i is None


@pytest.mark.parametrize(("context", "tag"), [({}, "h3"), ({"heading_level": 2}, "h2")])
def test_the_heading_has_the_level_that_the_page_asks_for(context, tag):
    assert rendered(BLOCK, VALUE, **context).select_one(f"{tag}.spine-video__title")


@pytest.mark.parametrize("missing", ["title", "url", "length", "shows"])
def test_a_video_is_not_complete_without_each_of_its_parts(missing):
    BLOCK.clean(BLOCK.to_python(VALUE))
    with pytest.raises(ValidationError):
        BLOCK.clean(BLOCK.to_python({**VALUE, missing: ""}))
