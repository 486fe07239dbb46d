import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models
from wagtail.images import get_image_model_string

import spine_content.fields
import spine_content.pages.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("spine_content", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="ComparisonPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="spine_comparisonpage",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="The answer in two short sentences. It opens the page and stands in lists and search results.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Anything else the reader should know, block by block.",
                        verbose_name="body",
                    ),
                ),
                (
                    "change_notes",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Say openly what was wrong, or what is new. A note is dated when you publish, and stays on the page from then on. Changed numbers are told by themselves.",
                        verbose_name="notes for readers",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("patient", "Patients"),
                            ("carer", "Family and carers"),
                        ],
                        default="patient",
                        help_text="Whom the page speaks to.",
                        max_length=8,
                        verbose_name="written for",
                    ),
                ),
                (
                    "authors",
                    spine_content.fields.ContentStreamField(
                        help_text="Who wrote the page. Readers see names, roles and credentials.",
                        verbose_name="authors",
                    ),
                ),
                (
                    "sources",
                    spine_content.fields.ContentStreamField(
                        help_text="What the page rests on. They are numbered in this order.",
                        verbose_name="sources",
                    ),
                ),
                (
                    "questions_to_ask",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Questions worth asking at the next appointment.",
                        verbose_name="questions to ask",
                    ),
                ),
                (
                    "further_support",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Charities, helplines and groups.",
                        verbose_name="further support",
                    ),
                ),
                (
                    "conflict_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="interests",
                    ),
                ),
                (
                    "funding_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="who paid for this page",
                    ),
                ),
                (
                    "scope_note",
                    wagtail.fields.RichTextField(
                        help_text="Who should read it, and who should not.",
                        verbose_name="this page is for you if",
                    ),
                ),
                (
                    "uncertainty",
                    wagtail.fields.RichTextField(
                        help_text="Say plainly what is not certain. Readers trust a page that does.",
                        verbose_name="what we don’t know",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        help_text="In one sentence: “Should I have cement put into my spine?”",
                        max_length=200,
                        verbose_name="the decision",
                    ),
                ),
                (
                    "choices",
                    spine_content.fields.ContentStreamField(
                        help_text="Two to four. One of them must not be a procedure.",
                        verbose_name="choices",
                    ),
                ),
                (
                    "reason_no_alternative",
                    models.CharField(
                        blank=True,
                        help_text="Needed only when every choice above is a procedure.",
                        max_length=255,
                        verbose_name="why there is no choice without a procedure",
                    ),
                ),
                (
                    "measures",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Leave empty to show every question that two or more of the choices answer.",
                        verbose_name="questions to compare",
                    ),
                ),
                (
                    "cell_notes",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="They stand in the table, below the answer that they are about.",
                        verbose_name="notes on single answers",
                    ),
                ),
            ],
            options={
                "verbose_name": "comparison",
                "verbose_name_plural": "comparisons",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="PatientStoryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="spine_patientstorypage",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="The answer in two short sentences. It opens the page and stands in lists and search results.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Anything else the reader should know, block by block.",
                        verbose_name="body",
                    ),
                ),
                (
                    "display_name",
                    models.CharField(
                        help_text="For example “Margaret”.",
                        max_length=60,
                        verbose_name="name shown",
                    ),
                ),
                (
                    "name_is",
                    models.CharField(
                        choices=[
                            ("changed", "A changed name"),
                            ("first_name", "The real first name"),
                            ("real_name", "The full real name"),
                        ],
                        default="changed",
                        help_text="A changed name is marked as changed.",
                        max_length=10,
                        verbose_name="this name is",
                    ),
                ),
                (
                    "age_band",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("under_40", "under 40"),
                            ("40s", "40s"),
                            ("50s", "50s"),
                            ("60s", "60s"),
                            ("70s", "70s"),
                            ("80s", "80s"),
                            ("90s", "90 or over"),
                        ],
                        help_text="Never more exact than this.",
                        max_length=8,
                        verbose_name="age",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="A region at most, never a town or street.",
                        max_length=60,
                        verbose_name="place",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("better", "Better"),
                            ("mixed", "Better in some ways, not in others"),
                            ("same", "No change"),
                            ("worse", "Worse"),
                            ("complication", "Had a complication"),
                            ("chose_not", "Chose not to have it"),
                        ],
                        help_text="As the patient sees it. Readers see it beside the story.",
                        max_length=12,
                        verbose_name="how it went",
                    ),
                ),
                (
                    "time_since",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("weeks", "a few weeks later"),
                            ("3_months", "about 3 months later"),
                            ("6_months", "about 6 months later"),
                            ("1_year", "about a year later"),
                            ("years", "some years later"),
                        ],
                        help_text="How long after the treatment, or the decision, it was told.",
                        max_length=8,
                        verbose_name="told",
                    ),
                ),
                (
                    "image_is",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("patient", "The patient"),
                            ("model", "A model"),
                            ("illustration", "A drawing"),
                        ],
                        help_text="Readers see it below the picture.",
                        max_length=12,
                        verbose_name="the picture shows",
                    ),
                ),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who cannot see it.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "relationship",
                    models.CharField(
                        blank=True,
                        help_text="For example “volunteers for us”. Readers see it.",
                        max_length=200,
                        verbose_name="ties to the clinic",
                    ),
                ),
                (
                    "compensation",
                    models.CharField(
                        blank=True,
                        help_text="What they got for telling it. Readers see it.",
                        max_length=200,
                        verbose_name="payment or gifts",
                    ),
                ),
                (
                    "body_has_pictures",
                    models.BooleanField(default=False, editable=False),
                ),
                ("body_has_videos", models.BooleanField(default=False, editable=False)),
                (
                    "consent",
                    models.ForeignKey(
                        help_text="What the patient agreed to. Readers never see it. Another choice counts as soon as the draft is saved, also for what is public.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spine_content.consent",
                        verbose_name="consent",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        help_text="A photograph of the patient needs their consent to it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="picture",
                    ),
                ),
                (
                    "treatment",
                    models.ForeignKey(
                        help_text="What the story is about, also when they chose not to have it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spine_content.treatment",
                        verbose_name="treatment",
                    ),
                ),
            ],
            options={
                "verbose_name": "patient story",
                "verbose_name_plural": "patient stories",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ProcedurePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="spine_procedurepage",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="The answer in two short sentences. It opens the page and stands in lists and search results.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Anything else the reader should know, block by block.",
                        verbose_name="body",
                    ),
                ),
                (
                    "change_notes",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Say openly what was wrong, or what is new. A note is dated when you publish, and stays on the page from then on. Changed numbers are told by themselves.",
                        verbose_name="notes for readers",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("patient", "Patients"),
                            ("carer", "Family and carers"),
                        ],
                        default="patient",
                        help_text="Whom the page speaks to.",
                        max_length=8,
                        verbose_name="written for",
                    ),
                ),
                (
                    "authors",
                    spine_content.fields.ContentStreamField(
                        help_text="Who wrote the page. Readers see names, roles and credentials.",
                        verbose_name="authors",
                    ),
                ),
                (
                    "sources",
                    spine_content.fields.ContentStreamField(
                        help_text="What the page rests on. They are numbered in this order.",
                        verbose_name="sources",
                    ),
                ),
                (
                    "questions_to_ask",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Questions worth asking at the next appointment.",
                        verbose_name="questions to ask",
                    ),
                ),
                (
                    "further_support",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Charities, helplines and groups.",
                        verbose_name="further support",
                    ),
                ),
                (
                    "conflict_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="interests",
                    ),
                ),
                (
                    "funding_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="who paid for this page",
                    ),
                ),
                (
                    "scope_note",
                    wagtail.fields.RichTextField(
                        help_text="Who should read it, and who should not.",
                        verbose_name="this page is for you if",
                    ),
                ),
                (
                    "uncertainty",
                    wagtail.fields.RichTextField(
                        help_text="Say plainly what is not certain. Readers trust a page that does.",
                        verbose_name="what we don’t know",
                    ),
                ),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who cannot see it.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "plain_definition",
                    models.TextField(
                        help_text="At most 60 words, without any medical term.",
                        verbose_name="what it is",
                    ),
                ),
                (
                    "treats",
                    models.CharField(
                        help_text="For example “Spinal fractures caused by thin bones”.",
                        max_length=200,
                        verbose_name="used for",
                    ),
                ),
                (
                    "procedure_type",
                    models.CharField(
                        choices=[
                            ("percutaneous", "Through the skin, with a needle"),
                            ("surgical", "Open surgery"),
                            ("noninvasive", "Without breaking the skin"),
                        ],
                        help_text="Readers see it, and search engines too.",
                        max_length=12,
                        verbose_name="how it is done",
                    ),
                ),
                (
                    "body_location",
                    models.CharField(
                        help_text="For example “Spine”.",
                        max_length=80,
                        verbose_name="part of the body",
                    ),
                ),
                (
                    "suitable_if",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_point,
                        help_text="One point a line, with its source where there is one.",
                        verbose_name="it may suit you if",
                    ),
                ),
                (
                    "not_suitable_if",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_point,
                        help_text="One point a line, with its source where there is one.",
                        verbose_name="it may not suit you if",
                    ),
                ),
                (
                    "other_choices",
                    wagtail.fields.RichTextField(
                        help_text="What else can be done, and what happens if nothing is done.",
                        verbose_name="other choices",
                    ),
                ),
                (
                    "benefits",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_paragraph,
                        help_text="With numbers, and what they were compared with. “Safe” is not a number.",
                        verbose_name="how well it works",
                    ),
                ),
                (
                    "risks",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_paragraph,
                        help_text="Common and rare, with numbers where they are known.",
                        verbose_name="what can go wrong",
                    ),
                ),
                (
                    "preparation",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_paragraph,
                        help_text="From the first talk to the morning of the day.",
                        verbose_name="getting ready",
                    ),
                ),
                (
                    "medicines_note",
                    wagtail.fields.RichTextField(
                        help_text="Blood thinners, diabetes. Write “None” if nothing changes.",
                        verbose_name="medicines",
                    ),
                ),
                (
                    "how_performed",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_paragraph,
                        help_text="Before, during and straight after.",
                        verbose_name="what happens",
                    ),
                ),
                (
                    "followup",
                    spine_content.fields.ContentStreamField(
                        default=spine_content.pages.fields.empty_paragraph,
                        help_text="The first days and weeks. A recovery guide is linked by itself.",
                        verbose_name="getting back to normal",
                    ),
                ),
                (
                    "warning_signs",
                    spine_content.fields.ContentStreamField(
                        help_text="At least one emergency sign. They are sorted by urgency.",
                        verbose_name="warning signs",
                    ),
                ),
                (
                    "cost",
                    models.TextField(
                        blank=True,
                        help_text="If empty, the page says that you give no price here.",
                        verbose_name="what it costs",
                    ),
                ),
                (
                    "codes",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="For other software. Readers do not see them.",
                        verbose_name="codes",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        help_text="One that explains. It opens the page.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="picture",
                    ),
                ),
                (
                    "treatment",
                    models.ForeignKey(
                        help_text="Its names, aims and facts are kept there, once for all pages.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spine_content.treatment",
                        verbose_name="treatment",
                    ),
                ),
            ],
            options={
                "verbose_name": "procedure",
                "verbose_name_plural": "procedures",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="RecoveryGuidePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="spine_recoveryguidepage",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="The answer in two short sentences. It opens the page and stands in lists and search results.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Anything else the reader should know, block by block.",
                        verbose_name="body",
                    ),
                ),
                (
                    "change_notes",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Say openly what was wrong, or what is new. A note is dated when you publish, and stays on the page from then on. Changed numbers are told by themselves.",
                        verbose_name="notes for readers",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("patient", "Patients"),
                            ("carer", "Family and carers"),
                        ],
                        default="patient",
                        help_text="Whom the page speaks to.",
                        max_length=8,
                        verbose_name="written for",
                    ),
                ),
                (
                    "authors",
                    spine_content.fields.ContentStreamField(
                        help_text="Who wrote the page. Readers see names, roles and credentials.",
                        verbose_name="authors",
                    ),
                ),
                (
                    "sources",
                    spine_content.fields.ContentStreamField(
                        help_text="What the page rests on. They are numbered in this order.",
                        verbose_name="sources",
                    ),
                ),
                (
                    "questions_to_ask",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Questions worth asking at the next appointment.",
                        verbose_name="questions to ask",
                    ),
                ),
                (
                    "further_support",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Charities, helplines and groups.",
                        verbose_name="further support",
                    ),
                ),
                (
                    "conflict_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="interests",
                    ),
                ),
                (
                    "funding_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="who paid for this page",
                    ),
                ),
                (
                    "individual_note",
                    wagtail.fields.RichTextField(
                        help_text="Say that what their own team told them counts more than this page.",
                        verbose_name="your own team comes first",
                    ),
                ),
                (
                    "warning_signs",
                    spine_content.fields.ContentStreamField(
                        help_text="At least one emergency sign. They open the page, by urgency.",
                        verbose_name="warning signs",
                    ),
                ),
                (
                    "phases",
                    spine_content.fields.ContentStreamField(
                        help_text="In order, from the day of the procedure on.",
                        verbose_name="phases",
                    ),
                ),
                (
                    "milestones",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Washing, stairs, driving, work, lifting.",
                        verbose_name="milestones",
                    ),
                ),
                (
                    "treatment",
                    models.ForeignKey(
                        help_text="What the reader is getting over.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="spine_content.treatment",
                        verbose_name="treatment",
                    ),
                ),
            ],
            options={
                "verbose_name": "recovery guide",
                "verbose_name_plural": "recovery guides",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="TopicPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        related_name="spine_topicpage",
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="The answer in two short sentences. It opens the page and stands in lists and search results.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Anything else the reader should know, block by block.",
                        verbose_name="body",
                    ),
                ),
                (
                    "change_notes",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Say openly what was wrong, or what is new. A note is dated when you publish, and stays on the page from then on. Changed numbers are told by themselves.",
                        verbose_name="notes for readers",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("patient", "Patients"),
                            ("carer", "Family and carers"),
                        ],
                        default="patient",
                        help_text="Whom the page speaks to.",
                        max_length=8,
                        verbose_name="written for",
                    ),
                ),
                (
                    "authors",
                    spine_content.fields.ContentStreamField(
                        help_text="Who wrote the page. Readers see names, roles and credentials.",
                        verbose_name="authors",
                    ),
                ),
                (
                    "questions_to_ask",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Questions worth asking at the next appointment.",
                        verbose_name="questions to ask",
                    ),
                ),
                (
                    "further_support",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Charities, helplines and groups.",
                        verbose_name="further support",
                    ),
                ),
                (
                    "conflict_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="interests",
                    ),
                ),
                (
                    "funding_statement",
                    models.TextField(
                        blank=True,
                        help_text="Only if it differs from the clinic's standing text.",
                        verbose_name="who paid for this page",
                    ),
                ),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who cannot see it.",
                        max_length=300,
                        verbose_name="alternative text",
                    ),
                ),
                (
                    "condition",
                    models.CharField(
                        help_text="In plain words, such as “broken bones in the spine”.",
                        max_length=120,
                        verbose_name="condition",
                    ),
                ),
                (
                    "sources",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Needed where the introduction gives numbers.",
                        verbose_name="sources",
                    ),
                ),
                (
                    "warning_signs",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="Emergency signs open the page.",
                        verbose_name="warning signs",
                    ),
                ),
                (
                    "pinned",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="They come first in their group. Pages from elsewhere on the site may be pinned too.",
                        verbose_name="pinned pages",
                    ),
                ),
                (
                    "empty_texts",
                    spine_content.fields.ContentStreamField(
                        blank=True,
                        help_text="A group without pages and without a text is left out.",
                        verbose_name="texts for empty groups",
                    ),
                ),
                (
                    "featured_comparison",
                    models.ForeignKey(
                        blank=True,
                        help_text="Offered first to readers who have to decide.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="comparison to begin with",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        help_text="One that explains. It opens the page.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
            },
            bases=("wagtailcore.page", models.Model),
        ),
    ]
