import uuid

import django.core.validators
import django.db.models.deletion
import modelsearch.index
from django.conf import settings
from django.db import migrations, models
from wagtail.images import get_image_model_string

import spine_content.models.consent


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ClinicSettings",
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
                    "clinic_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="clinic name"
                    ),
                ),
                (
                    "emergency_phone",
                    models.CharField(
                        blank=True,
                        help_text="The number for an ambulance in your country, such as 999 or 112.",
                        max_length=40,
                        verbose_name="emergency number",
                    ),
                ),
                (
                    "emergency_relay",
                    models.CharField(
                        blank=True,
                        help_text="For people who cannot hear or speak on the telephone.",
                        max_length=40,
                        verbose_name="emergency text or relay number",
                    ),
                ),
                (
                    "urgent_phone",
                    models.CharField(
                        blank=True,
                        help_text="Answered at any hour, or say in the next field when.",
                        max_length=40,
                        verbose_name="urgent advice number",
                    ),
                ),
                (
                    "urgent_hours",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="when it answers"
                    ),
                ),
                (
                    "clinic_phone",
                    models.CharField(
                        blank=True,
                        help_text="For routine questions.",
                        max_length=40,
                        verbose_name="clinic number",
                    ),
                ),
                (
                    "clinic_hours",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="opening hours"
                    ),
                ),
                (
                    "disclaimer",
                    models.TextField(
                        blank=True,
                        default="This page gives general information. It does not replace the advice of the team that knows you.",
                        help_text="Shown at the foot of every page.",
                        verbose_name="disclaimer",
                    ),
                ),
                (
                    "conflict_statement",
                    models.TextField(
                        blank=True,
                        help_text="Who could gain from what you publish. A page can say its own.",
                        verbose_name="interests",
                    ),
                ),
                (
                    "funding_statement",
                    models.TextField(
                        blank=True,
                        help_text="A page can say its own.",
                        verbose_name="who pays for this information",
                    ),
                ),
                (
                    "update_policy",
                    models.TextField(
                        blank=True,
                        help_text="For example “We check every page at least every two years.”",
                        verbose_name="how pages are kept up to date",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinic settings",
            },
        ),
        migrations.CreateModel(
            name="Consent",
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
                    "subject_ref",
                    models.CharField(
                        help_text="The number under which your clinic keeps the signed form. Never a name, a date of birth or an address.",
                        max_length=64,
                        verbose_name="reference in your records",
                    ),
                ),
                (
                    "subject_kind",
                    models.CharField(
                        choices=[
                            ("adult", "Adult who can decide"),
                            ("child", "Child"),
                            ("lacks_capacity", "Adult who cannot decide alone"),
                            ("fictional", "Nobody: the story is made up as an example"),
                        ],
                        default="adult",
                        help_text="Stories of children and of adults who cannot decide stay private.",
                        max_length=16,
                        verbose_name="whose story it is",
                    ),
                ),
                (
                    "given_on",
                    models.DateField(
                        help_text="It counts from this day.", verbose_name="given on"
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("paper", "Signed on paper"),
                            ("electronic", "Signed electronically"),
                            ("recorded", "Recorded conversation"),
                            ("not_needed", "Not needed: the story is made up"),
                        ],
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                (
                    "form_version",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="version of the form"
                    ),
                ),
                (
                    "expires_on",
                    models.DateField(
                        default=spine_content.models.consent.default_expiry,
                        help_text="Nothing is shown after this day unless the patient renews.",
                        verbose_name="last day",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="withdrawn"
                    ),
                ),
                (
                    "covers_text",
                    models.BooleanField(default=True, verbose_name="the text"),
                ),
                (
                    "covers_first_name",
                    models.BooleanField(
                        default=False, verbose_name="the real first name"
                    ),
                ),
                (
                    "covers_real_name",
                    models.BooleanField(
                        default=False, verbose_name="the full real name"
                    ),
                ),
                (
                    "covers_age_band",
                    models.BooleanField(default=False, verbose_name="an age band"),
                ),
                (
                    "covers_place",
                    models.BooleanField(default=False, verbose_name="a place"),
                ),
                (
                    "covers_photo",
                    models.BooleanField(default=False, verbose_name="photographs"),
                ),
                (
                    "covers_voice",
                    models.BooleanField(default=False, verbose_name="voice"),
                ),
                (
                    "covers_video",
                    models.BooleanField(default=False, verbose_name="video"),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken by",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent",
                "verbose_name_plural": "consents",
                "ordering": ["-pk"],
                "permissions": [("withdraw_consent", "Can withdraw a consent")],
            },
        ),
        migrations.CreateModel(
            name="Person",
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
                    "live",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="live"
                    ),
                ),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="has unpublished changes",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="first published at",
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="go live date/time"
                    ),
                ),
                (
                    "expire_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="expiry date/time"
                    ),
                ),
                (
                    "expired",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="expired"
                    ),
                ),
                (
                    "locked",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="locked"
                    ),
                ),
                (
                    "locked_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="locked at"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "role",
                    models.CharField(
                        help_text="For example “Consultant radiologist”.",
                        max_length=120,
                        verbose_name="role",
                    ),
                ),
                (
                    "credentials",
                    models.CharField(
                        blank=True,
                        help_text="For example “FRCR”.",
                        max_length=120,
                        verbose_name="credentials",
                    ),
                ),
                (
                    "register",
                    models.CharField(
                        blank=True,
                        help_text="For example “GMC”.",
                        max_length=60,
                        verbose_name="professional register",
                    ),
                ),
                (
                    "register_number",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="number there"
                    ),
                ),
                (
                    "profile_url",
                    models.URLField(blank=True, verbose_name="profile page"),
                ),
                (
                    "interests",
                    models.TextField(
                        blank=True,
                        help_text="Payments, shares or ties to makers of products. Write “None declared” only after asking.",
                        verbose_name="declared interests",
                    ),
                ),
                (
                    "interests_on",
                    models.DateField(blank=True, null=True, verbose_name="declared on"),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="photo",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
                "ordering": ["name"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Source",
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
                    "live",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="live"
                    ),
                ),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="has unpublished changes",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="first published at",
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="go live date/time"
                    ),
                ),
                (
                    "expire_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="expiry date/time"
                    ),
                ),
                (
                    "expired",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="expired"
                    ),
                ),
                (
                    "locked",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="locked"
                    ),
                ),
                (
                    "locked_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="locked at"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="As published, in its own language.",
                        max_length=300,
                        verbose_name="title",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("trial", "Trial"),
                            ("review", "Review of studies"),
                            ("study", "Other study"),
                            ("guideline", "Guideline"),
                            ("regulator", "Regulator"),
                            ("policy", "Clinic policy"),
                            ("other", "Other publication"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "authors",
                    models.CharField(
                        help_text="For example “Klazen CAH and others” or “NICE”.",
                        max_length=255,
                        verbose_name="authors or body",
                    ),
                ),
                (
                    "published_in",
                    models.CharField(
                        blank=True,
                        help_text="The journal or publisher, with volume and pages if you have them.",
                        max_length=255,
                        verbose_name="published in",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="The year of publication. Leave empty if it is not dated.",
                        null=True,
                        verbose_name="year",
                    ),
                ),
                (
                    "doi",
                    models.CharField(
                        blank=True,
                        help_text="For example 10.1136/bmj.k1551. It becomes a link.",
                        max_length=255,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^10\\.\\d{4,9}/\\S+$",
                                "Enter the DOI alone, such as 10.1136/bmj.k1551, without the web address.",
                            )
                        ],
                        verbose_name="DOI",
                    ),
                ),
                (
                    "pmid",
                    models.CharField(
                        blank=True,
                        max_length=8,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\d{1,8}$",
                                "Enter the PubMed number alone: digits only.",
                            )
                        ],
                        verbose_name="PubMed number",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        help_text="Only if there is no DOI.",
                        verbose_name="web address",
                    ),
                ),
                (
                    "funding",
                    models.CharField(
                        blank=True,
                        help_text="Shown beside the source. Leave empty if it is not known.",
                        max_length=255,
                        verbose_name="who paid for it",
                    ),
                ),
                (
                    "industry_funded",
                    models.BooleanField(
                        default=False,
                        verbose_name="paid for by a maker of the product, or authors tied to one",
                    ),
                ),
                (
                    "retracted",
                    models.BooleanField(
                        default=False,
                        help_text="Tick this when the publisher has withdrawn the publication.",
                        verbose_name="retracted",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="A newer edition that readers should be sent to.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="spine_content.source",
                        verbose_name="replaced by",
                    ),
                ),
            ],
            options={
                "verbose_name": "source",
                "verbose_name_plural": "sources",
                "ordering": ["authors", "year"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="GlossaryTerm",
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
                    "translation_key",
                    models.UUIDField(default=uuid.uuid4, editable=False),
                ),
                (
                    "live",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="live"
                    ),
                ),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="has unpublished changes",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="first published at",
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="go live date/time"
                    ),
                ),
                (
                    "expire_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="expiry date/time"
                    ),
                ),
                (
                    "expired",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="expired"
                    ),
                ),
                (
                    "locked",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="locked"
                    ),
                ),
                (
                    "locked_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="locked at"
                    ),
                ),
                ("term", models.CharField(max_length=80, verbose_name="term")),
                (
                    "meaning",
                    models.CharField(
                        help_text="One sentence that somebody of twelve understands.",
                        max_length=300,
                        verbose_name="plain meaning",
                    ),
                ),
                (
                    "other_forms",
                    models.CharField(
                        blank=True,
                        help_text="Plurals and other spellings, with commas between them.",
                        max_length=200,
                        verbose_name="other forms",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary term",
                "verbose_name_plural": "glossary terms",
                "ordering": ["term"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Measure",
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
                    "translation_key",
                    models.UUIDField(default=uuid.uuid4, editable=False),
                ),
                (
                    "live",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="live"
                    ),
                ),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="has unpublished changes",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="first published at",
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="go live date/time"
                    ),
                ),
                (
                    "expire_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="expiry date/time"
                    ),
                ),
                (
                    "expired",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="expired"
                    ),
                ),
                (
                    "locked",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="locked"
                    ),
                ),
                (
                    "locked_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="locked at"
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        help_text="As a patient would ask it: “How long does it take?”",
                        max_length=160,
                        verbose_name="question",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("frequency", "How many people (a count out of a number)"),
                            (
                                "scale_difference",
                                "Difference on a scale, such as pain from 0 to 10",
                            ),
                            ("range", "Amount or length, from – to"),
                            ("money", "Money"),
                            ("answer", "Short answer in words"),
                        ],
                        max_length=16,
                        verbose_name="kind of answer",
                    ),
                ),
                (
                    "group",
                    models.CharField(
                        choices=[
                            ("involves", "What it involves"),
                            ("benefits", "How well it works"),
                            ("harms", "What can go wrong"),
                            ("recovery", "Getting back to normal"),
                            ("cost", "Cost"),
                        ],
                        max_length=10,
                        verbose_name="group",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="For amounts and lengths: “minutes”, “days”, “kilograms”.",
                        max_length=40,
                        verbose_name="unit",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Lower numbers come first in their group.",
                        verbose_name="order",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "measure",
                "verbose_name_plural": "measures",
                "ordering": ["group", "order", "question"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Treatment",
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
                    "translation_key",
                    models.UUIDField(default=uuid.uuid4, editable=False),
                ),
                (
                    "live",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="live"
                    ),
                ),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="has unpublished changes",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="first published at",
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="go live date/time"
                    ),
                ),
                (
                    "expire_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="expiry date/time"
                    ),
                ),
                (
                    "expired",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="expired"
                    ),
                ),
                (
                    "locked",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="locked"
                    ),
                ),
                (
                    "locked_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="locked at"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "short_label",
                    models.CharField(
                        blank=True,
                        help_text="For narrow tables. Leave empty to use the name.",
                        max_length=40,
                        verbose_name="short label",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("procedure", "Procedure"),
                            ("non_surgical", "Care without a procedure"),
                            ("no_treatment", "No treatment"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "also_known_as",
                    models.CharField(
                        blank=True,
                        help_text="Other names that patients meet, with commas between them.",
                        max_length=255,
                        verbose_name="also known as",
                    ),
                ),
                (
                    "aim",
                    models.TextField(
                        blank=True,
                        help_text="One or two plain sentences.",
                        verbose_name="what it is meant to do",
                    ),
                ),
                (
                    "not_aim",
                    models.TextField(
                        blank=True,
                        help_text="For example “It does not make thin bones stronger.”",
                        verbose_name="what it does not do",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "treatment",
                "verbose_name_plural": "treatments",
                "ordering": ["name"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="WarningSign",
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
                    "translation_key",
                    models.UUIDField(default=uuid.uuid4, editable=False),
                ),
                (
                    "live",
                    models.BooleanField(
                        default=True, editable=False, verbose_name="live"
                    ),
                ),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="has unpublished changes",
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True,
                        db_index=True,
                        null=True,
                        verbose_name="first published at",
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="last published at"
                    ),
                ),
                (
                    "go_live_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="go live date/time"
                    ),
                ),
                (
                    "expire_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="expiry date/time"
                    ),
                ),
                (
                    "expired",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="expired"
                    ),
                ),
                (
                    "locked",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="locked"
                    ),
                ),
                (
                    "locked_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="locked at"
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        help_text="In the patient's words: “new weakness or numbness in a leg”.",
                        max_length=200,
                        verbose_name="sign",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("emergency", "Emergency: call at once"),
                            ("urgent", "Urgent: call today"),
                            ("routine", "Routine: call in opening hours"),
                        ],
                        max_length=10,
                        verbose_name="urgency",
                    ),
                ),
                (
                    "why",
                    models.CharField(
                        blank=True,
                        help_text="One plain sentence. It helps people to take the sign seriously.",
                        max_length=300,
                        verbose_name="why it matters",
                    ),
                ),
                (
                    "from_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Days after the procedure. Leave empty if it always counts.",
                        null=True,
                        verbose_name="from day",
                    ),
                ),
                (
                    "until_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Leave empty if it never ends.",
                        null=True,
                        verbose_name="until day",
                    ),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="spine_content.source",
                        verbose_name="source",
                    ),
                ),
            ],
            options={
                "verbose_name": "warning sign",
                "verbose_name_plural": "warning signs",
                "ordering": ["text"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
    ]
