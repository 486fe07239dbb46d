import uuid

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import modelsearch.index
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models
from wagtail.images import get_image_model_string

import spine_content.clinic.phones
import spine_content.consent.models
import spine_content.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PageQuality",
            fields=[
                (
                    "page_id",
                    models.PositiveBigIntegerField(
                        primary_key=True, serialize=False, verbose_name="page"
                    ),
                ),
                (
                    "revision_id",
                    models.PositiveBigIntegerField(default=0, verbose_name="revision"),
                ),
                (
                    "checked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="checked at"
                    ),
                ),
                ("words", models.PositiveIntegerField(default=0, verbose_name="words")),
                ("grade", models.FloatField(null=True, verbose_name="grade")),
                ("lix", models.FloatField(null=True, verbose_name="LIX")),
                (
                    "is_hard",
                    models.BooleanField(default=False, verbose_name="hard to read"),
                ),
                (
                    "claims",
                    models.PositiveSmallIntegerField(default=0, verbose_name="claims"),
                ),
                (
                    "missing",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="not said yet"
                    ),
                ),
                (
                    "wording",
                    models.PositiveSmallIntegerField(default=0, verbose_name="wording"),
                ),
                (
                    "long_sentences",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="long sentences"
                    ),
                ),
                (
                    "answered",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="answered"
                    ),
                ),
            ],
            options={
                "verbose_name": "quality of a page",
                "verbose_name_plural": "quality of pages",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ClinicalReviewTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="spine_clinicalreviewtask",
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        related_name="+",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinical review",
                "verbose_name_plural": "clinical reviews",
            },
            bases=("wagtailcore.task",),
        ),
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
                        blank=True,
                        help_text="As readers know it.",
                        max_length=120,
                        verbose_name="clinic name",
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        choices=spine_content.clinic.phones.country_choices,
                        help_text="When you save, numbers known for this country are filled in where you left them empty. Please check them.",
                        max_length=2,
                        verbose_name="country",
                    ),
                ),
                (
                    "emergency_phone",
                    models.CharField(
                        blank=True,
                        help_text="The number for an ambulance in your country, such as 999 or 112.",
                        max_length=40,
                        validators=[spine_content.clinic.phones.validate_phone],
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
                        validators=[spine_content.clinic.phones.validate_phone],
                        verbose_name="urgent advice number",
                    ),
                ),
                (
                    "urgent_hours",
                    models.CharField(
                        blank=True,
                        help_text="For example “Day and night”.",
                        max_length=120,
                        verbose_name="when it answers",
                    ),
                ),
                (
                    "clinic_phone",
                    models.CharField(
                        blank=True,
                        help_text="For routine questions.",
                        max_length=40,
                        validators=[spine_content.clinic.phones.validate_phone],
                        verbose_name="clinic number",
                    ),
                ),
                (
                    "clinic_hours",
                    models.CharField(
                        blank=True,
                        help_text="For example “Monday to Friday, 9 to 5”.",
                        max_length=120,
                        verbose_name="opening hours",
                    ),
                ),
                (
                    "contacts",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="What is left empty is as it is for the whole site.",
                        verbose_name="numbers and texts for other languages",
                    ),
                ),
                (
                    "numbers_checked_on",
                    models.DateField(
                        editable=False, null=True, verbose_name="numbers checked on"
                    ),
                ),
                (
                    "checked_numbers",
                    models.TextField(
                        blank=True,
                        editable=False,
                        verbose_name="numbers that were checked",
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
                    "stories_on",
                    models.BooleanField(
                        default=True,
                        help_text="Some countries forbid clinics to show what patients say. Without the tick no story of this site can be seen or written.",
                        verbose_name="show patient stories",
                    ),
                ),
                (
                    "hipaa_required",
                    models.BooleanField(
                        default=False,
                        help_text="A consent then has to hold everything that HIPAA asks for before a story can be published.",
                        verbose_name="the law of the United States applies (HIPAA)",
                    ),
                ),
                (
                    "sign_off_needed",
                    models.BooleanField(
                        default=False,
                        help_text="With the tick, a clinical page can be published only when somebody has signed off exactly that text. Without, the page says that nobody has.",
                        verbose_name="publish only what has been clinically reviewed",
                    ),
                ),
                (
                    "months_high",
                    models.PositiveSmallIntegerField(
                        default=12,
                        help_text="How long a sign-off of a recovery guide holds.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(36),
                        ],
                        verbose_name="warning signs and medicines: months",
                    ),
                ),
                (
                    "months_middle",
                    models.PositiveSmallIntegerField(
                        default=24,
                        help_text="How long a sign-off of these, and of the facts of a treatment, holds.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(36),
                        ],
                        verbose_name="procedures and comparisons: months",
                    ),
                ),
                (
                    "months_low",
                    models.PositiveSmallIntegerField(
                        default=36,
                        help_text="Never more than three years.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(36),
                        ],
                        verbose_name="everything else: months",
                    ),
                ),
                (
                    "numbers_checked_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="numbers checked by",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="spine_clinicsettings",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinic settings",
            },
        ),
        migrations.CreateModel(
            name="ConsentFormVersion",
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
                    "profile",
                    models.CharField(
                        choices=[
                            ("uk", "United Kingdom"),
                            ("eu", "European Union"),
                            ("us", "United States (HIPAA)"),
                            ("other", "Other"),
                        ],
                        help_text="That of the country where the patient signs.",
                        max_length=8,
                        verbose_name="law that it follows",
                    ),
                ),
                (
                    "version",
                    models.CharField(
                        help_text="As printed on it, such as “2.1”.",
                        max_length=40,
                        verbose_name="version",
                    ),
                ),
                (
                    "wording",
                    models.TextField(
                        help_text="All of it. It cannot be changed once a patient has signed it.",
                        verbose_name="wording",
                    ),
                ),
                (
                    "in_force_from",
                    models.DateField(
                        help_text="The first day on which patients were given it.",
                        verbose_name="used from",
                    ),
                ),
                (
                    "in_force_to",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty while it is in use.",
                        null=True,
                        verbose_name="used until",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        help_text="The language in which it is written.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="language",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent form",
                "verbose_name_plural": "consent forms",
                "ordering": ["-in_force_from", "-pk"],
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
                    "method",
                    models.CharField(
                        choices=[
                            ("paper", "Signed on paper"),
                            ("electronic", "Signed electronically"),
                            ("recorded", "Recorded conversation"),
                            ("not_needed", "Not needed: the story is made up"),
                        ],
                        help_text="How the patient said yes.",
                        max_length=12,
                        verbose_name="how",
                    ),
                ),
                (
                    "form_version",
                    models.CharField(
                        blank=True,
                        help_text="As printed on a form whose wording is not kept here.",
                        max_length=40,
                        verbose_name="version of the form",
                    ),
                ),
                (
                    "representative_authority",
                    models.CharField(
                        blank=True,
                        help_text="If it was not the patient: by what right, such as “power of attorney”. Never a name.",
                        max_length=120,
                        verbose_name="who signed for the patient",
                    ),
                ),
                (
                    "withdrawal_explained",
                    models.BooleanField(
                        default=False, verbose_name="The patient knows how to withdraw"
                    ),
                ),
                (
                    "public_limits_explained",
                    models.BooleanField(
                        default=False,
                        verbose_name="The patient knows that copies others made cannot be called back",
                    ),
                ),
                (
                    "description",
                    models.CharField(
                        blank=True,
                        help_text="In the words of the form. Never a name.",
                        max_length=200,
                        verbose_name="what is disclosed",
                    ),
                ),
                (
                    "discloser",
                    models.CharField(
                        blank=True,
                        help_text="Mostly the clinic itself.",
                        max_length=200,
                        verbose_name="who discloses it",
                    ),
                ),
                (
                    "recipients",
                    models.CharField(
                        blank=True,
                        help_text="Such as everybody who visits the website.",
                        max_length=200,
                        verbose_name="to whom",
                    ),
                ),
                (
                    "purposes",
                    models.CharField(
                        blank=True,
                        help_text="Such as helping other patients to decide.",
                        max_length=200,
                        verbose_name="for what purpose",
                    ),
                ),
                (
                    "remuneration",
                    models.CharField(
                        blank=True,
                        help_text="Say “none” if there is none.",
                        max_length=200,
                        verbose_name="payment to the clinic for it",
                    ),
                ),
                (
                    "not_conditioned",
                    models.BooleanField(
                        default=False,
                        verbose_name="Treatment does not depend on signing",
                    ),
                ),
                (
                    "redisclosure_explained",
                    models.BooleanField(
                        default=False,
                        verbose_name="The patient knows that others may pass it on",
                    ),
                ),
                (
                    "copy_given",
                    models.BooleanField(
                        default=False, verbose_name="The patient has a copy"
                    ),
                ),
                (
                    "evidence_location",
                    models.CharField(
                        blank=True,
                        help_text="A shelf or a file number in your records. Never a name.",
                        max_length=200,
                        verbose_name="where the signed form is",
                    ),
                ),
                (
                    "evidence_sha256",
                    models.CharField(
                        blank=True,
                        help_text="SHA-256 of the scanned form, if there is a scan.",
                        max_length=64,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[0-9a-f]{64}\\Z",
                                "A SHA-256 has 64 digits from 0 to f.",
                            )
                        ],
                        verbose_name="checksum of the scan",
                    ),
                ),
                (
                    "retain_until",
                    models.DateField(
                        blank=True,
                        help_text="As your law asks, for example six years after the last day.",
                        null=True,
                        verbose_name="keep the record until",
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
                    "channel_website",
                    models.BooleanField(default=True, verbose_name="this website"),
                ),
                (
                    "channel_social",
                    models.BooleanField(default=False, verbose_name="social media"),
                ),
                (
                    "channel_print",
                    models.BooleanField(
                        default=False, verbose_name="leaflets and posters"
                    ),
                ),
                (
                    "channel_press",
                    models.BooleanField(
                        default=False, verbose_name="newspapers and broadcasters"
                    ),
                ),
                (
                    "channel_paid_ads",
                    models.BooleanField(
                        default=False, verbose_name="paid advertisements"
                    ),
                ),
                (
                    "channel_translation",
                    models.BooleanField(default=False, verbose_name="translations"),
                ),
                (
                    "channel_api",
                    models.BooleanField(
                        default=False,
                        verbose_name="other websites and apps that fetch our pages",
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
                    "expires_on",
                    models.DateField(
                        default=spine_content.consent.models.default_expiry,
                        help_text="Nothing is shown after this day unless the patient renews.",
                        verbose_name="last day",
                    ),
                ),
                (
                    "expiry_event",
                    models.CharField(
                        blank=True,
                        help_text="Something that ends it earlier, such as “the study is over”. Change the last day when it happens.",
                        max_length=120,
                        verbose_name="or when",
                    ),
                ),
                (
                    "deceased_hold",
                    models.BooleanField(
                        default=False,
                        help_text="Nothing is shown until the family has been asked.",
                        verbose_name="held back because the patient has died",
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="withdrawn"
                    ),
                ),
                (
                    "withdrawn_via",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_person", "In person"),
                            ("telephone", "By telephone"),
                            ("letter", "By letter"),
                            ("email", "By e-mail"),
                            ("other", "In another way"),
                        ],
                        editable=False,
                        max_length=12,
                        verbose_name="how the patient told you",
                    ),
                ),
                (
                    "languages",
                    models.ManyToManyField(
                        blank=True,
                        help_text="A story is shown only in a language that the patient agreed to.",
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="languages",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who of your staff spoke with the patient.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken by",
                    ),
                ),
                (
                    "form",
                    models.ForeignKey(
                        blank=True,
                        help_text="The wording that the patient signed.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spine_content.consentformversion",
                        verbose_name="form",
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
            name="ErasureCertificate",
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
                    "reference",
                    models.CharField(max_length=40, verbose_name="reference"),
                ),
                (
                    "started_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="begun"
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(null=True, verbose_name="finished"),
                ),
                (
                    "counts",
                    models.JSONField(default=dict, verbose_name="rows by table"),
                ),
                ("files", models.PositiveIntegerField(default=0, verbose_name="files")),
                (
                    "unreachable",
                    models.JSONField(default=list, verbose_name="out of reach"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by whom",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="certificates",
                        to="spine_content.consent",
                        verbose_name="consent",
                    ),
                ),
            ],
            options={
                "verbose_name": "erasure certificate",
                "verbose_name_plural": "erasure certificates",
                "ordering": ["-started_at", "-pk"],
            },
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
                    "link_automatically",
                    models.BooleanField(
                        default=True,
                        help_text="Without the tick, only where an editor marks it. Take it off a word that means other things too.",
                        verbose_name="explain it wherever it is first used",
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
                        related_name="+",
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
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
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
        migrations.CreateModel(
            name="ImportRun",
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
                    "started_at",
                    models.DateTimeField(
                        db_index=True,
                        default=django.utils.timezone.now,
                        verbose_name="begun",
                    ),
                ),
                (
                    "finished_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="finished"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "Being read"),
                            ("ready", "Waiting for a decision"),
                            ("building", "Making drafts"),
                            ("linking", "Joining up links"),
                            ("finished", "Finished"),
                            ("stopped", "Given up"),
                        ],
                        default="reading",
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                ("source_name", models.CharField(max_length=255, verbose_name="file")),
                (
                    "parent_page_id",
                    models.PositiveIntegerField(verbose_name="page above the drafts"),
                ),
                (
                    "parent_title",
                    models.CharField(max_length=255, verbose_name="below"),
                ),
                (
                    "unsure_type",
                    models.CharField(
                        blank=True, max_length=20, verbose_name="if unsure"
                    ),
                ),
                ("upload", models.CharField(blank=True, editable=False, max_length=64)),
                ("joined", models.PositiveIntegerField(default=0, editable=False)),
                ("report", models.JSONField(default=dict, verbose_name="report")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "import run",
                "verbose_name_plural": "import runs",
                "ordering": ["-started_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportedDocument",
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
                ("position", models.PositiveIntegerField(verbose_name="number")),
                (
                    "key",
                    models.TextField(blank=True, verbose_name="where it was found"),
                ),
                ("key_hash", models.CharField(db_index=True, max_length=64)),
                ("parent_key_hash", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("built_digest", models.CharField(blank=True, max_length=64)),
                ("title", models.TextField(blank=True, verbose_name="title")),
                ("kind", models.CharField(default="file", max_length=20)),
                ("address", models.TextField(blank=True, verbose_name="old address")),
                ("author", models.TextField(blank=True, verbose_name="author there")),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="published there"
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="changed there"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True, max_length=40, verbose_name="state there"
                    ),
                ),
                (
                    "categories",
                    models.JSONField(default=list, verbose_name="categories there"),
                ),
                (
                    "proposed_type",
                    models.CharField(max_length=20, verbose_name="proposed type"),
                ),
                ("reasons", models.JSONField(default=list, verbose_name="why")),
                (
                    "page_type",
                    models.CharField(blank=True, max_length=20, verbose_name="type"),
                ),
                ("outlook", models.CharField(blank=True, max_length=9)),
                ("again", models.BooleanField(default=False)),
                ("headings", models.JSONField(default=list, verbose_name="sections")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("planned", "Not made yet"),
                            ("created", "Draft made"),
                            ("updated", "Draft brought up to date"),
                            ("unchanged", "Nothing has changed"),
                            ("kept", "Left as it is"),
                            ("deleted", "Deleted since, not made again"),
                            ("left_out", "Left out"),
                            ("failed", "Could not be made"),
                        ],
                        db_index=True,
                        default="planned",
                        max_length=9,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "page_id",
                    models.PositiveIntegerField(
                        db_index=True, null=True, verbose_name="page"
                    ),
                ),
                ("revision_id", models.PositiveBigIntegerField(null=True)),
                ("redirect_id", models.PositiveBigIntegerField(null=True)),
                ("open_links", models.JSONField(default=list)),
                ("found", models.JSONField(default=dict, verbose_name="found")),
                ("made", models.JSONField(default=dict, verbose_name="made")),
                (
                    "placed",
                    models.JSONField(default=list, verbose_name="where it went"),
                ),
                ("warnings", models.JSONField(default=list, verbose_name="warnings")),
                ("left_out", models.JSONField(default=list, verbose_name="left out")),
                (
                    "missing",
                    models.JSONField(default=list, verbose_name="still to fill in"),
                ),
                (
                    "has_warnings",
                    models.BooleanField(default=False, verbose_name="has warnings"),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="spine_content.importrun",
                        verbose_name="import run",
                    ),
                ),
            ],
            options={
                "verbose_name": "imported document",
                "verbose_name_plural": "imported documents",
                "ordering": ["run", "position"],
            },
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
                        help_text="Facts of another kind cannot answer it.",
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
                        help_text="The part of a page or table in which it stands.",
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
                    "base",
                    models.PositiveIntegerField(
                        choices=[
                            (100, "Out of 100"),
                            (1000, "Out of 1,000"),
                            (10000, "Out of 10,000"),
                        ],
                        default=100,
                        help_text="For counts: 8 of 1,000 reads better than 1 of 100. A row goes up by itself where a number would read as none.",
                        verbose_name="counted out of",
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
                        related_name="+",
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
            },
            bases=(modelsearch.index.Indexed, models.Model),
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
                        blank=True,
                        help_text="So that anybody can look it up.",
                        max_length=40,
                        verbose_name="number there",
                    ),
                ),
                (
                    "profile_url",
                    models.URLField(
                        blank=True,
                        help_text="A page about them, anywhere.",
                        verbose_name="profile page",
                    ),
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
                    models.DateField(
                        blank=True,
                        help_text="The day on which they said so.",
                        null=True,
                        verbose_name="declared on",
                    ),
                ),
                (
                    "ties",
                    models.CharField(
                        blank=True,
                        help_text="Companies, with commas between them. Where one of them makes what a page is about, a second reviewer without ties has to sign too.",
                        max_length=255,
                        verbose_name="makers with whom there is a tie",
                    ),
                ),
                (
                    "account",
                    models.OneToOneField(
                        blank=True,
                        help_text="With which this person signs in. A sign-off carries the name and credentials of the person whose account it was.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
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
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        help_text="Only if they agree to it.",
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
            name="ClinicalReview",
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
                ("object_id", models.CharField(max_length=255, verbose_name="number")),
                (
                    "checksum",
                    models.CharField(
                        max_length=64, verbose_name="checksum of the text"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="reviewer")),
                ("role", models.CharField(max_length=120, verbose_name="role")),
                (
                    "credentials",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="credentials"
                    ),
                ),
                (
                    "registration",
                    models.CharField(
                        blank=True, max_length=110, verbose_name="registration"
                    ),
                ),
                (
                    "interests",
                    models.TextField(blank=True, verbose_name="declared interests"),
                ),
                (
                    "decided_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="signed off"
                    ),
                ),
                ("due_on", models.DateField(db_index=True, verbose_name="next review")),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("single", "Signed off"),
                            ("pending", "Waits for a second reviewer"),
                            ("second", "Signed off as second reviewer"),
                        ],
                        default="single",
                        max_length=8,
                        verbose_name="counts as",
                    ),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="type",
                    ),
                ),
                (
                    "first_review",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spine_content.clinicalreview",
                        verbose_name="first reviewer",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="version",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="spine_content.person",
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "clinical review",
                "verbose_name_plural": "clinical reviews",
                "ordering": ["-decided_at", "-pk"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="QualityAnswer",
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
                ("page_id", models.PositiveBigIntegerField(verbose_name="page")),
                ("key", models.CharField(max_length=80, verbose_name="advice")),
                (
                    "excerpt_hash",
                    models.CharField(
                        max_length=32, verbose_name="checksum of the sentence"
                    ),
                ),
                (
                    "answered_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="when"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by whom",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to advice",
                "verbose_name_plural": "answers to advice",
                "default_permissions": (),
            },
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
                        help_text="The digits alone, such as 20701962.",
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
                        help_text="Readers are told so beside the source.",
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
                        related_name="+",
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
                    "makers",
                    models.CharField(
                        blank=True,
                        help_text="Companies, with commas between them. Readers do not see it: a reviewer with a tie to one of them needs a second reviewer.",
                        max_length=255,
                        verbose_name="makers of what is used",
                    ),
                ),
                (
                    "facts",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Each number once, with its source. Every page about the treatment shows it, and comparisons set it beside those of other treatments.",
                        verbose_name="facts",
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
                        related_name="+",
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
            },
            bases=(
                wagtail.models.preview.PreviewableMixin,
                modelsearch.index.Indexed,
                models.Model,
            ),
        ),
        migrations.CreateModel(
            name="FactChange",
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
                    "changed_at",
                    models.DateTimeField(
                        db_index=True,
                        default=django.utils.timezone.now,
                        verbose_name="changed",
                    ),
                ),
                ("before", models.JSONField(null=True, verbose_name="before")),
                ("after", models.JSONField(null=True, verbose_name="after")),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="spine_content.measure",
                        verbose_name="question",
                    ),
                ),
                (
                    "treatment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fact_changes",
                        to="spine_content.treatment",
                        verbose_name="treatment",
                    ),
                ),
            ],
            options={
                "verbose_name": "changed fact",
                "verbose_name_plural": "changed facts",
                "ordering": ["-changed_at", "-pk"],
            },
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
                        help_text="How soon somebody must act. Pages show the most urgent first.",
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
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        help_text="What says so, if it is not your own policy.",
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
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ConsentEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("given", "Given"),
                            ("renewed", "Renewed"),
                            ("scopes_changed", "What it covers was changed"),
                            ("approved_text", "The patient approved a text"),
                            ("spelling_only", "Only spelling was changed"),
                            ("reminded", "A reminder was sent"),
                            ("expired", "Expired"),
                            ("withdrawn", "Withdrawn"),
                            ("erased", "Erased"),
                        ],
                        max_length=16,
                        verbose_name="what happened",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="when"
                    ),
                ),
                (
                    "page_id",
                    models.PositiveBigIntegerField(null=True, verbose_name="page"),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True, max_length=100, verbose_name="language"
                    ),
                ),
                (
                    "text_hash",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="checksum of the text"
                    ),
                ),
                (
                    "code",
                    models.CharField(blank=True, max_length=40, verbose_name="code"),
                ),
                (
                    "detail",
                    models.JSONField(blank=True, default=dict, verbose_name="details"),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by whom",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="spine_content.consent",
                        verbose_name="consent",
                    ),
                ),
            ],
            options={
                "verbose_name": "event of a consent",
                "verbose_name_plural": "events of consents",
                "ordering": ["-at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["page_id", "language"], name="spine_event_page"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="consentformversion",
            constraint=models.UniqueConstraint(
                fields=("profile", "locale", "version"), name="spine_consent_form"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="glossaryterm",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="importeddocument",
            constraint=models.UniqueConstraint(
                fields=("run", "key_hash"), name="spine_one_line_per_document"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="measure",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddIndex(
            model_name="clinicalreview",
            index=models.Index(
                fields=["content_type", "object_id"], name="spine_review_of"
            ),
        ),
        migrations.AddConstraint(
            model_name="qualityanswer",
            constraint=models.UniqueConstraint(
                fields=("page_id", "key", "excerpt_hash"), name="spine_one_answer"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="treatment",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AlterUniqueTogether(
            name="warningsign",
            unique_together={("translation_key", "locale")},
        ),
    ]
