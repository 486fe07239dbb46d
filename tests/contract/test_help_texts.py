"""Every field that an editor meets says what belongs in it."""

import pytest
from django.apps import apps
from django.urls import get_resolver
from wagtail import blocks
from wagtail.fields import StreamField

from spine_content.blocks.body import body_blocks

#: Their names say it all, and nothing could be added but the name once more.
CLEAR = {
    *("Treatment.name", "Person.name", "GlossaryTerm.term"),
    *("Treatment.kind", "Source.kind"),
}
#: Ticks whose labels are whole sentences.
TICKS = (
    *("Consent.covers_", "Consent.channel_", "Consent.withdrawal_explained"),
    *("Consent.public_limits_", "Consent.not_conditioned", "Consent.copy_given"),
    *("Consent.redisclosure_explained",),
)
#: Halves of a pair, whose other half says it, and what the sentence above them shows.
FACTS = {
    *("measure", "comparator", "other_treatment", "checked_on", "time_unit", "per"),
    *("compared_numerator", "compared_denominator", "low", "high", "ci_high"),
    *("scale_low", "scale_high", "better", "verdict"),
}
#: What Wagtail's own bases bring along, with a form of their own.
WAGTAILS = {
    *("id", "locale", "translation_key", "live", "has_unpublished_changes", "locked"),
    *("first_published_at", "last_published_at", "live_revision", "go_live_at"),
    *("expire_at", "expired", "locked_at", "locked_by", "latest_revision", "site"),
    *("task_ptr", "page_ptr", "consent_ptr", "active", "content_type"),
}
#: Kept by us, typed by nobody.
RECORDS = {
    *("ConsentEvent", "ErasureCertificate", "FactChange", "HiddenPicture"),
    *(
        "PageQuality",
        "QualityAnswer",
        "ClinicalReview",
        "ImportRun",
        "ImportedDocument",
    ),
}


def fields():
    for label in ("spine_content", "spine_pages"):
        for model in apps.get_app_config(label).get_models():
            if model.__name__ not in RECORDS:
                yield from (
                    (f"{model.__name__}.{field.name}", field)
                    for field in model._meta.get_fields()
                    if field.concrete and field.editable and field.model is model
                    if field.name not in WAGTAILS
                )


def named_blocks():
    for name, field in fields():
        if isinstance(field, StreamField):
            yield name, field.stream_block
    yield from body_blocks()


def inside(name, block):
    """Every value that an editor types, with the way that leads to it."""
    if type(block).__module__ == "wagtail.images.blocks":
        return  # Wagtail's own form of a picture
    if isinstance(block, blocks.StreamBlock) and len(block.child_blocks) == 1:
        ((key, child),) = block.child_blocks.items()
        # A list of one kind says at its head what belongs in it.
        if isinstance(child, blocks.StructBlock):
            yield from inside(f"{name}.{key}", child)
    elif isinstance(block, (blocks.StructBlock, blocks.StreamBlock)):
        for key, child in block.child_blocks.items():
            yield from inside(f"{name}.{key}", child)
    elif isinstance(block, (blocks.ListBlock, blocks.FieldBlock)):
        yield name, block


def help_text_of(block):
    form = getattr(block, "field", None)
    return (form and form.help_text) or getattr(block.meta, "help_text", None)


def test_every_field_of_a_form_has_a_help_text():
    bare = {name for name, field in fields() if not field.help_text} - CLEAR
    bare = {name for name in bare if not name.startswith(TICKS)}
    assert not bare


def test_every_field_of_a_block_has_one():
    list(get_resolver().url_patterns)  # makes the choosers
    bare = {
        path
        for name, block in named_blocks()
        for path, field in inside(name, block)
        if not help_text_of(field)
        if not (".facts." in path and path.rpartition(".")[2] in FACTS)
    }
    assert not bare


@pytest.mark.parametrize("key, block", body_blocks(), ids=lambda each: str(each)[:20])
def test_every_block_says_what_it_is_for(key, block):
    assert block.meta.description, key
