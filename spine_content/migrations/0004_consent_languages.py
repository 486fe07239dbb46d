from django.conf import settings
from django.db import migrations
from wagtail.coreutils import get_supported_content_language_variant


def approve_default_language(apps, schema_editor):
    """Consents from before there was a list of languages cover the site's own."""
    code = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    Locale = apps.get_model("wagtailcore", "Locale")
    if locale := Locale.objects.filter(language_code=code).first():
        for consent in apps.get_model("spine_content", "Consent").objects.all():
            consent.languages.add(locale)


class Migration(migrations.Migration):
    dependencies = [
        ("spine_content", "0003_consent_events"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.RunPython(
            approve_default_language, migrations.RunPython.noop, elidable=True
        ),
    ]
