"""The demo's settings for a real server, which come from the environment alone."""

import json
import os
import subprocess
import sys

import pytest

from tests.servers.running import ROOT

PRODUCTION = {
    "DEBUG": "false",
    "SECRET_KEY": "".join(f"{number}{chr(97 + number % 26)}" for number in range(50)),
    "ALLOWED_HOSTS": "clinic.example",
    "BASE_URL": "https://clinic.example",
    "DATABASE_URL": "postgres://clinic:secret@database.example/clinic",
    "CACHE_URL": "rediscache://cache.example:6379/0",
}
SHOW = """
import json
from site_project import settings
names = {names}
print(json.dumps({{name: getattr(settings, name) for name in names}}, default=str))
"""


def python(*arguments, **variables):
    clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**clean, **PRODUCTION, **variables},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done


def shown(*names, **variables):
    return json.loads(python("-c", SHOW.format(names=names), **variables).stdout)


def test_django_has_nothing_to_say_before_the_site_goes_out():
    done = python("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert "no issues" in done.stdout + done.stderr


def test_database_and_cache():
    found = shown("DATABASES", "CACHES")
    assert found["DATABASES"]["default"]["HOST"] == "database.example"
    assert found["DATABASES"]["default"]["CONN_HEALTH_CHECKS"] is True
    assert found["CACHES"]["default"]["LOCATION"] == "redis://cache.example:6379/0"


def test_pictures_in_a_bucket():
    found = shown(
        "STORAGES", MEDIA_BUCKET="clinic", MEDIA_ORIGIN="https://files.example"
    )["STORAGES"]
    assert found["default"]["OPTIONS"]["custom_domain"] == "files.example"
    assert found["default"]["OPTIONS"]["location"] == "media"
    # Nobody reads a picture whose consent has expired.
    assert found["spine_private"]["OPTIONS"]["location"] == "private"
    assert found["spine_private"]["OPTIONS"]["default_acl"] == "private"


def test_a_search_engine():
    found = shown("WAGTAILSEARCH_BACKENDS", SEARCH_URLS="https://search.example:9200")
    assert found["WAGTAILSEARCH_BACKENDS"]["default"]["URLS"] == [
        "https://search.example:9200"
    ]


def test_caches_in_front():
    found = shown(
        "WAGTAILFRONTENDCACHE",
        PURGE_URL="http://127.0.0.1:6081",
        CLOUDFLARE_ZONE="zone",
        CLOUDFLARE_TOKEN="token",
    )["WAGTAILFRONTENDCACHE"]
    assert set(found) == {"proxy", "cloudflare"}
    assert found["cloudflare"]["ZONEID"] == "zone"


@pytest.mark.parametrize("path", ["/", "/nowhere/"])
def test_every_public_page_comes_with_a_strict_policy(path, client, db):
    policy = client.get(path)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_admin_is_left_alone(admin_client):
    assert "Content-Security-Policy" not in admin_client.get("/admin/").headers


def test_the_policy_names_the_server_of_the_pictures():
    from site_project.policy import policy

    assert "img-src 'self' data: https://files.example;" in policy(
        "https://files.example"
    )
