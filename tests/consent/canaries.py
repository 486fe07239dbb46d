"""A story with a word of its own in every place that could keep something of it."""

import io
import json

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.images import ImageFile
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.images import get_image_model
from wagtail.models import (
    Comment,
    CommentReply,
    GroupApprovalTask,
    Locale,
    Page,
    Workflow,
    WorkflowTask,
)

from spine_content.models import ClinicalReview, ImportRun
from tests import content
from tests.images import photographs

#: Where each word is put. None is part of another, nor of anything else.
PLACES = (
    *("title", "slug", "summary", "body", "name", "place", "seo", "description"),
    *("filename", "picturetitle", "picturedescription", "tag", "alt", "bodyalt"),
    *("caption", "oldtitle", "oldbody", "draft", "comment", "reply", "workflow"),
    *("copy", "alias", "translation", "form", "newform", "session", "redirect"),
    *("video", "fromlink", "importfile", "importtitle", "importwarning", "review"),
)
WORDS = {place: f"zq{place}xk" for place in PLACES}


def picture(**values):
    """A photograph whose name, title, tag and metadata all tell something."""
    file = ImageFile(io.BytesIO(photographs.jpeg()), name=f"{WORDS['filename']}.jpg")
    image = get_image_model().objects.create(
        title=WORDS["picturetitle"], description=WORDS["picturedescription"], file=file
    )
    image.tags.add(WORDS["tag"])
    image.get_rendition("width-40")
    return image


def body(words, image=None):
    blocks = [content.text(f"<p>{words}</p>")]
    if image:
        value = {
            "image": {"image": image.pk, "alt_text": WORDS["bodyalt"]},
            "caption": f"<p>{WORDS['caption']}</p>",
        }
        stream = [{"type": "image", "value": value}]
        blocks = [*stream, {"type": "rich_text", "value": f"<p>{words}</p>"}]
    return blocks


def story(parent=None):
    """The story, public, with all that can hang on one."""
    user = get_user_model().objects.create_superuser("writer")
    page = content.story(
        parent,
        title=WORDS["oldtitle"],
        body=[content.text(f"<p>{WORDS['oldbody']}</p>")],
    )
    page.save_revision(user=user, log_action=True).publish(user=user)
    _rewrite(page, user)
    _discuss(page, user)
    _sign_off(page, user)
    _double(page, user)
    _leave_traces(page, user)
    _import(page, user)
    return page


def _rewrite(page, user):
    image = picture()
    field = page._meta.get_field("body")
    url = f"https://vimeo.com/76979871/{WORDS['video']}"
    video = {"title": "A film", "url": url, "length": "1", "shows": "<p>Us.</p>"}
    stream = [*body(WORDS["body"], image), {"type": "video", "value": video}]
    page.body = field.to_python(json.dumps(stream))
    page.title, page.slug = WORDS["title"], WORDS["slug"]
    page.summary, page.display_name = WORDS["summary"], WORDS["name"]
    page.place, page.seo_title = WORDS["place"], WORDS["seo"]
    page.search_description = WORDS["description"]
    page.image, page.image_is, page.image_alt = image, "patient", WORDS["alt"]
    content.approve(page)
    page.save_revision(user=user, log_action=True).publish(user=user)
    apps.get_model("wagtailembeds", "Embed").objects.create(
        url=url, hash="h", type="video", title=WORDS["video"]
    )


def _discuss(page, user):
    comment = Comment.objects.create(
        page=page, user=user, text=WORDS["comment"], contentpath="body"
    )
    reply = CommentReply.objects.create(comment=comment, user=user, text=WORDS["reply"])
    comment.log_create(page_revision=page.latest_revision, user=user)
    reply.log_create(page_revision=page.latest_revision, user=user)
    workflow = Workflow.objects.create(name="Look")
    task = GroupApprovalTask.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page.title = WORDS["draft"]
    page.save_revision(user=user)
    state = workflow.start(page, user)
    state.current_task_state.reject(user=user, comment=WORDS["workflow"])


def _sign_off(page, user):
    ClinicalReview.objects.create(
        content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        revision=page.get_latest_revision(),
        reviewer=user,
        name="Dr A",
        due_on=timezone.localdate(),
        note=WORDS["review"],
    )


def _double(page, user):
    page.refresh_from_db()
    home = content.home()
    copied = page.copy(
        to=home, user=user, update_attrs={"title": WORDS["copy"], "slug": "a-copy"}
    )
    copied.body = [content.text(f"<p>{WORDS['copy']}</p>")]
    copied.save_revision()
    page.create_alias(parent=home, update_slug=WORDS["alias"], user=user)
    french, _made = Locale.objects.get_or_create(language_code="fr")
    translated = page.copy_for_translation(french, copy_parents=True)
    translated.summary = WORDS["translation"]
    translated.save()
    translated.save_revision()


def _import(page, user):
    """The story came from a file that the patient had sent."""
    name = f"{WORDS['importfile']}.html"
    run = ImportRun.objects.create(
        source_name=name, parent_page_id=1, parent_title="Root", user=user
    )
    run.documents.create(
        position=1,
        key=name,
        key_hash="0",
        digest="0",
        page_id=page.pk,
        title=WORDS["importtitle"],
        warnings=[WORDS["importwarning"]],
        left_out=[{"what": "image", "name": WORDS["importtitle"], "reason": "Gone."}],
    )


def _leave_traces(page, user):
    states = apps.get_model("wagtailadmin", "FormState").objects
    kind = ContentType.objects.get_for_model(type(page))
    for key, place in ((str(page.pk), "form"), ("", "newform")):
        states.create(
            user=user,
            content_type=kind,
            object_id=key,
            data=f"summary={WORDS[place]}",
            last_updated_at=timezone.now(),
        )
    session = SessionStore()
    session["_messages"] = f"Page '{page.title}' and {WORDS['session']} saved."
    session["kept"] = "a basket"
    session.save()
    Redirect.objects.create(old_path=f"/{WORDS['redirect']}", redirect_page=page)
    Redirect.objects.create(
        old_path=f"/{WORDS['fromlink']}", redirect_link=page.full_url
    )
    # Another page was below the story for a while, and its log says so.
    below = content.topic(page, title="Below", slug="below")
    below.save_revision()
    child = content.topic(title="Moved", slug="moved")
    child.save_revision()
    child.refresh_from_db()
    page.refresh_from_db()
    child.move(page, pos="last-child", user=user)
