"""Files of pictures, and how they go."""

from typing import Any

from spine_content.consent.caches import file_url, purge


def delete_file(file: Any) -> None:
    """Delete a stored file, and have caches forget it."""
    if file:
        file.storage.delete(file.name)
        purge([file_url(file)])


def delete_with_files(rows: Any) -> None:
    for row in rows:
        # The file first: when this is cut short, the row says what is still to do.
        delete_file(row.file)
        row.delete()


def delete_renditions(image: Any) -> None:
    delete_with_files(image.renditions.all())
