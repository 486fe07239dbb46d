"""The groups of a clinic: made by one command, again and again, and never narrowed."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from wagtail.models import GroupPagePermission

from tests import content

pytestmark = pytest.mark.django_db

NAMES = ["Clinic authors", "Clinical reviewers", "Consent officers"]


def output(capsys, *arguments):
    call_command("setup_clinic_groups", *arguments)
    return capsys.readouterr().out


def permissions(name):
    group = Group.objects.get(name=name)
    pages = group.page_permissions.values_list("permission__codename", flat=True)
    own = group.permissions.values_list("codename", flat=True)
    return {*own, *pages}


def test_it_makes_three_groups_and_says_so(capsys):
    printed = output(capsys)
    assert [name for name in NAMES if f"{name}: made the group." in printed] == NAMES
    assert "Clinic authors: can add treatment." in printed
    assert f"Clinic authors: can add pages below “{content.home().title}”." in printed
    assert "Now put people into the groups" in printed


def test_each_group_has_its_permissions_and_no_others():
    call_command("setup_clinic_groups", verbosity=0)
    authors, reviewers, officers = map(permissions, NAMES)
    assert {"access_admin"} <= authors & reviewers & officers
    assert {"add_page", "change_page", "add_source", "change_source"} <= authors
    assert {"publish_page", "publish_treatment"}.isdisjoint(authors)
    assert {"change_page", "publish_page"} <= reviewers
    assert {"add_page", "add_treatment"}.isdisjoint(reviewers)
    assert {"view_consent", "change_consent", "withdraw_consent"} <= officers
    assert {"publish_page", "change_treatment"}.isdisjoint(officers)
    for name in (*authors, *reviewers):
        assert "consent" not in name and "certificate" not in name
    for name in (*authors, *reviewers, *officers):
        assert not name.startswith("delete_")


def test_a_second_run_changes_nothing(capsys):
    output(capsys)
    before = [permissions(name) for name in NAMES]
    assert output(capsys) == "Everything was there already: nothing was changed.\n"
    assert [permissions(name) for name in NAMES] == before


def test_what_somebody_added_stays_and_what_was_lost_comes_back(capsys):
    output(capsys)
    group = Group.objects.get(name=NAMES[0])
    group.permissions.add(Permission.objects.get(codename="delete_source"))
    group.permissions.remove(Permission.objects.get(codename="add_source"))
    assert "Clinic authors: can add source." in output(capsys)
    assert {"add_source", "delete_source"} <= permissions(NAMES[0])


def test_a_dry_run_says_what_it_would_do_and_does_nothing(capsys):
    printed = output(capsys, "--dry-run")
    assert "Clinical reviewers: made the group." in printed
    assert "Nothing was changed." in printed
    assert not Group.objects.filter(name__in=NAMES).exists()


def test_they_can_be_kept_to_parts_of_the_tree(capsys):
    spines, hips = (content.topic(slug=slug) for slug in ("spines", "hips"))
    output(capsys, "--below", str(spines.pk), "--below", str(hips.pk))
    given = GroupPagePermission.objects.filter(group__name=NAMES[0])
    assert {right.page_id for right in given} == {spines.pk, hips.pk}


def test_a_page_that_is_not_there_is_an_error_and_nothing_is_made():
    with pytest.raises(CommandError, match="There is no page 4711"):
        call_command("setup_clinic_groups", "--below", "4711")
    assert not Group.objects.filter(name__in=NAMES).exists()
