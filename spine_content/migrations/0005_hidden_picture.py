import django.db.models.deletion
from django.db import migrations, models
from wagtail.images import get_image_model_string


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(get_image_model_string()),
        ("spine_content", "0004_consent_languages"),
    ]

    operations = [
        migrations.CreateModel(
            name="HiddenPicture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                (
                    "private_name",
                    models.CharField(max_length=200, verbose_name="where it is"),
                ),
                (
                    "image",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "hidden picture",
                "verbose_name_plural": "hidden pictures",
            },
        ),
    ]
