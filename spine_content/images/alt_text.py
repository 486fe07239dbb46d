import re
from pathlib import PurePosixPath

#: Words that say that there is a picture, and not what it shows.
EMPTY = {
    *("alt", "alternative text", "image", "img", "photo", "photograph", "picture"),
    *("portrait", "patient", "story image", "untitled", "n/a", "none", "test"),
}
#: As cameras and programs name their files.
FILE_NAME = re.compile(
    r"\S+\.(jpe?g|png|webp|avif|heic|gif|svg|tiff?)\Z", re.IGNORECASE
)
CAMERA_NAME = re.compile(r"(img|dsc|dscn|pict|image|photo|p)[ _-]?\d+\Z", re.IGNORECASE)


def is_descriptive(alt: str, *names: str) -> bool:
    """
    Whether an alternative text says what a picture shows.

    ``names`` are what the picture is called, such as its title and its file.
    """
    words = " ".join(alt.split()).strip(" .…-–").casefold()
    stems = {PurePosixPath(name).stem.casefold() for name in names if name}
    called = {*stems, *(name.casefold() for name in names)}
    if len(words) < 4 or words in EMPTY | called:
        return False
    return not (FILE_NAME.match(words) or CAMERA_NAME.match(words))
