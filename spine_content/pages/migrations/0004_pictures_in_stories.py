from django.db import migrations

#: What stands for a picture or a video in what is stored of a body.
PICTURES = ("image", "picture")
MARKS = {
    "body_has_pictures": ("<img", 'embedtype="image"'),
    "body_has_videos": ("<video", "<iframe", 'embedtype="media"'),
}


def look_into_bodies(apps, schema_editor):
    """Stories from before the columns say what their bodies show."""
    stories = apps.get_model("spine_pages", "PatientStoryPage").objects
    for story in stories.all().iterator():
        found = set(_found(list(story.body.raw_data)))
        if found:
            stories.filter(pk=story.pk).update(**{name: True for name in found})


def _found(value):
    if isinstance(value, list):
        for each in value:
            yield from _found(each)
    elif isinstance(value, str):
        for name, marks in MARKS.items():
            if any(mark in value.lower() for mark in marks):
                yield name
    elif isinstance(value, dict):
        if value.get("type") in ("video", "embed"):
            yield "body_has_videos"
        for name, each in value.items():
            if name in PICTURES and isinstance(each, int):
                yield "body_has_pictures"
            yield from _found(each)


class Migration(migrations.Migration):
    dependencies = [("spine_pages", "0003_consented_stories")]

    operations = [
        migrations.RunPython(
            look_into_bodies, migrations.RunPython.noop, elidable=True
        ),
    ]
