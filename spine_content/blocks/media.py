import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from spine_content.blocks.text import LINE_FEATURES, NOTE_FEATURES


class CaptionedImageBlock(blocks.StructBlock):
    """A picture with alternative text of its own and, if wanted, a caption."""

    image = ImageBlock(
        label=_("Picture"), help_text=_("With words for people who cannot see it.")
    )
    caption = blocks.RichTextBlock(
        label=_("Caption"),
        features=LINE_FEATURES,
        required=False,
        help_text=_("What the reader should see in it."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"),
        max_length=120,
        required=False,
        help_text=_("Who made the picture, if they are to be named."),
    )

    def get_preview_value(self) -> Any:
        # The picker shows a placeholder: a site may not own a picture yet.
        return self.normalize({"image": None, "caption": "<p>The caption.</p>"})

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture that explains something, with a caption.")
        label_format = "{caption}"
        template = "spine_content/blocks/image.html"
        preview_template = "spine_content/block_preview.html"


class PictureStepBlock(blocks.StructBlock):
    """One step: a picture with its text."""

    image = ImageBlock(
        label=_("Picture"), help_text=_("One that shows this step and nothing else.")
    )
    title = blocks.CharBlock(
        label=_("Title"),
        max_length=120,
        help_text=_("What to do, in a few words: “Roll onto your side”."),
    )
    text = blocks.RichTextBlock(
        label=_("Text"),
        features=NOTE_FEATURES,
        required=False,
        help_text=_("What the picture alone does not say."),
    )

    class Meta:
        icon = "image"
        label = _("Step")
        label_format = "{title}"


class PictureStepsBlock(blocks.StructBlock):
    """What to do, one picture after another. The numbers come by themselves."""

    steps = blocks.ListBlock(
        PictureStepBlock(),
        label=_("Steps"),
        default=[{}, {}],
        min_num=2,
        help_text=_("In order, each with a picture. Two at least."),
    )

    def get_preview_value(self) -> Any:
        # The picker shows placeholders: a site may not own a picture yet.
        steps = [
            {"image": None, "title": "Roll onto your side", "text": ""},
            {
                "image": None,
                "title": "Push up with your arms",
                "text": "<p>Let your feet slide to the floor.</p>",
            },
        ]
        return self.normalize({"steps": steps})

    class Meta:
        icon = "image"
        label = _("Steps in pictures")
        description = _("Numbered steps, each with a picture.")
        template = "spine_content/blocks/picture_steps.html"
        preview_template = "spine_content/block_preview.html"


YOUTUBE_HOSTS = {
    *("youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"),
}
VIMEO_HOSTS = {"vimeo.com", "player.vimeo.com"}
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{11})/?$")
YOUTUBE_ID = re.compile(r"[\w-]{11}$", re.ASCII)
VIMEO_PATH = re.compile(
    r"/(?:(?:channels|groups|showcase)/[\w-]+/(?:videos?/)?|video/)?"
    r"(\d+)(?:/(\w+))?/?$",
    re.ASCII,
)
VIMEO_HASH = re.compile(r"\w+$", re.ASCII)


@dataclass(frozen=True)
class Player:
    """
    A video at a provider: ``url`` plays it inside a page, ``page_url`` shows it there.

    ``video_id`` is the provider's own.
    """

    provider: str
    video_id: str
    url: str
    page_url: str

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc


def hostname(url: str) -> str:
    """The server that an address leads to, as a reader knows it; else empty."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # such as one with half a bracket
        return ""


def parse_video_url(url: str) -> Player | None:
    """
    The most private player that YouTube or Vimeo offers for the address of a video.

    None for any other address. It is worked out from the address alone: nobody is
    asked, not even on saving.
    """
    host = hostname(url)
    if host == "youtu.be" or host in YOUTUBE_HOSTS:
        return _youtube(url)
    return _vimeo(url) if host in VIMEO_HOSTS else None


def _youtube(url: str) -> Player | None:
    parts = urlsplit(url)
    if match := YOUTUBE_PATH.match(parts.path):
        video_id = match[1]
    elif parts.path == "/watch":
        video_id = parse_qs(parts.query).get("v", [""])[0]
    else:
        # On the other hosts this is the name of a channel.
        video_id = parts.path.strip("/") if hostname(url) == "youtu.be" else ""
    if not YOUTUBE_ID.match(video_id):
        return None
    return Player(
        provider="YouTube",
        video_id=video_id,
        url=f"https://www.youtube-nocookie.com/embed/{video_id}?rel=0",
        page_url=f"https://www.youtube.com/watch?v={video_id}",
    )


def _vimeo(url: str) -> Player | None:
    parts = urlsplit(url)
    match = VIMEO_PATH.match(parts.path)
    if not match:
        return None
    # A video that is not listed is found by its number and a hash.
    word = match[2] or parse_qs(parts.query).get("h", [""])[0]
    has_hash = VIMEO_HASH.match(word)
    return Player(
        provider="Vimeo",
        video_id=match[1],
        url=f"https://player.vimeo.com/video/{match[1]}?dnt=1"
        + (f"&h={word}" if has_hash else ""),
        page_url=f"https://vimeo.com/{match[1]}" + (f"/{word}" if has_hash else ""),
    )


class VideoBlock(blocks.StructBlock):
    """
    A video that is fetched only when the reader asks for it.

    A site with a Content-Security-Policy allows the two players in ``frame-src``:
    ``https://www.youtube-nocookie.com`` and ``https://player.vimeo.com``.
    """

    title = blocks.CharBlock(
        label=_("Title"),
        max_length=120,
        help_text=_("What the video is about: “How to get out of bed”."),
    )
    url = blocks.URLBlock(
        label=_("Web address"),
        help_text=_(
            "The page of the video on YouTube or Vimeo. Videos kept elsewhere are "
            "linked to. Choose one with captions."
        ),
    )
    length = blocks.CharBlock(
        label=_("Length"),
        max_length=40,
        help_text=_("Readers decide by it: “2 minutes”."),
    )
    shows = blocks.RichTextBlock(
        label=_("What it shows"),
        features=NOTE_FEATURES,
        help_text=_(
            "All that is said and shown in it, for people who cannot watch or hear "
            "it, and for paper."
        ),
    )

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(
            value, parent_context=parent_context
        )
        url = value.get("url") or ""
        context.update(player=parse_video_url(url), host=hostname(url))
        return context

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A video that is fetched only when the reader asks for it.")
        label_format = "{title}"
        template = "spine_content/blocks/video.html"
        preview_template = "spine_content/block_preview.html"
        preview_value = {
            "title": "How to get out of bed",
            "url": "https://vimeo.com/76979871",
            "length": "2 minutes",
            "shows": "<p>A woman rolls onto her side, puts her feet on the floor and "
            "pushes herself up with her arms.</p>",
        }
