"""
Who has signed off which page of the demo, so that every state of a review is there.

The reviewers are as made up as the rest of the staff, and so are their reviews.
"""

import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, Workflow, WorkflowTask

from site_project import accounts
from site_project.accounts import PEOPLE, make_groups
from spine_content.models import ClinicalReviewTask, Person, Treatment
from spine_content.reviews.sign_off import sign

NAME = "Clinical review"
#: Whose account is whose, by name of the account.
ACCOUNTS = {"reviewer": "Dr Asha Sample", "author": "Jo Example"}
#: How many days ago each page was signed off, by its slug. The others never were.
SIGNED = {
    "spinal-fractures": 20,
    "compare-your-choices": 20,
    "vertebroplasty": 12,
    "recovery-after-vertebroplasty": 12,
    # Held for two years, which are over.
    "balloon-kyphoplasty": 760,
    # Holds for one year, which is nearly over.
    "recovery-after-balloon-kyphoplasty": 330,
}
#: With the reviewers now: what its author would like to say in another way.
WAITING = "care-without-a-procedure"
DRAFT = (
    "You can choose to have no procedure. Good care without one has a plan: pain "
    "relief, moving again step by step, and a day on which somebody looks at you again."
)


def review(topic: Page, pages: list[Page]) -> None:
    """Sign off some of the pages, and hand one in."""
    make_groups()
    people = {name: account(name) for name in ACCOUNTS}
    for name, person in ACCOUNTS.items():
        Person.objects.filter(name=person, account=None).update(account=people[name])
    workflow = make_workflow(topic)
    for page in pages:
        if days := SIGNED.get(page.slug):
            at = timezone.now() - datetime.timedelta(days=days)
            sign(page, people["reviewer"], decided_at=at)
        elif page.slug == WAITING:
            page.summary = DRAFT
            page.save_revision(user=people["author"], log_action=True)
            workflow.start(page, people["author"])
    sign(Treatment.objects.get(name="Vertebroplasty"), people["reviewer"])


def account(name: str) -> Any:
    user = accounts.account(name)
    user.groups.add(Group.objects.get(name=PEOPLE[name]))
    return user


def make_workflow(topic: Page) -> Workflow:
    """What is submitted below the topic, and every treatment, goes to the reviewers."""
    workflow = Workflow.objects.create(name=NAME)
    task = ClinicalReviewTask.objects.create(name=NAME)
    task.groups.add(Group.objects.get(name=PEOPLE["reviewer"]))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.workflow_pages.create(page=topic)
    kind = ContentType.objects.get_for_model(Treatment)
    workflow.workflow_content_types.create(content_type=kind)
    return workflow
