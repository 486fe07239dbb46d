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
from site_project.demo.fields import line
from site_project.demo.files import inside, read
from spine_content.models import ClinicalReviewTask, ClinicSettings, Person, Treatment
from spine_content.reviews.sign_off import sign


def review(loader: Any, pages: list[Page]) -> None:
    """Sign off some of the pages, and hand one in."""
    accounts.make_groups()
    told = read("reviews.yaml")
    with inside("reviews.yaml"):
        users = {name: account(name) for name in told["accounts"]}
        for name, key in told["accounts"].items():
            person = Person.objects.filter(pk=loader.find(Person, key), account=None)
            person.update(account=users[name])
        below = Page.objects.get(pk=loader.find(Page, told["workflow"]["below"]))
        workflow = make_workflow(told["workflow"]["name"], below)
        for page in pages:
            if days := told["signed"].get(page.slug):
                at = timezone.now() - datetime.timedelta(days=int(days))
                sign(page, users["reviewer"], decided_at=at)
            elif page.slug == told["waiting"]["page"]:
                page.summary = line(told["waiting"]["summary"])
                page.save_revision(user=users["author"], log_action=True)
                workflow.start(page, users["author"])
        for key in told["signed_treatments"]:
            treatment = Treatment.objects.get(pk=loader.find(Treatment, key))
            sign(treatment, users["reviewer"])


def account(name: str) -> Any:
    user = accounts.account(name)
    user.groups.add(Group.objects.get(name=accounts.PEOPLE[name]))
    return user


def check_numbers(clinic: ClinicSettings) -> None:
    """Say that somebody has checked the numbers, which are those of the country."""
    clinic.numbers_checked_on = timezone.localdate()
    clinic.numbers_checked_by = accounts.account("reviewer")
    clinic.checked_numbers = clinic.emergency_numbers()


def make_workflow(name: str, page: Page) -> Workflow:
    """What is submitted below a page, and every treatment, goes to the reviewers."""
    workflow = Workflow.objects.create(name=name)
    task = ClinicalReviewTask.objects.create(name=name)
    task.groups.add(Group.objects.get(name=accounts.PEOPLE["reviewer"]))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.workflow_pages.create(page=page)
    kind = ContentType.objects.get_for_model(Treatment)
    workflow.workflow_content_types.create(content_type=kind)
    return workflow
