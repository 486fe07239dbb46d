"""All that the database and the media folder hold, as bytes to be searched."""

from pathlib import Path

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection


def database():
    sqlite = connection.vendor == "sqlite"
    rows = connection.connection.iterdump() if sqlite else _postgresql_rows()
    # Sessions are packed, so that nobody would find a word in them.
    packed = [str(each.get_decoded()) for each in Session.objects.all()]
    return "\n".join([*rows, *packed])


def _postgresql_rows():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT t::text FROM {name} t")  # noqa: S608
            for (row,) in cursor.fetchall():
                yield f"{table}: {row}"


def media():
    public = Path(settings.MEDIA_ROOT)
    folders = [public, public.parent / f"private_{public.name}"]
    files = [path for each in folders for path in each.rglob("*") if path.is_file()]
    return b"\n".join(str(path).encode() + path.read_bytes() for path in files)


def found(words, dump=None):
    """Which of these words there still are, in any spelling that a dump may use."""
    text = (database() if dump is None else dump).lower()
    files = media().lower()
    return {
        place
        for place, word in words.items()
        if word in text or word.encode().hex() in text or word.encode() in files
    }
