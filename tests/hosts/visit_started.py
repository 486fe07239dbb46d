"""A project as ``wagtail start`` makes it keeps every promise."""

from urllib.parse import urlsplit

from tests.hosts.menu import entries, opened
from tests.hosts.promises import *  # noqa: F403
from tests.reading import soup


def test_its_own_front_page_is_still_served(client):
    assert client.get("/").status_code == 200


def test_our_pages_are_dressed_in_its_base_template(client, pages):
    html = client.get(pages["topic"].url).content.decode()
    assert "css/clinic.css" in html
    assert "spine_content/css/spine.css" in html


def test_every_screen_of_ours_opens(admin, superuser, pages):
    """Follows every link from our menus that stays within what they list."""
    ours = tuple(address for address in entries(superuser) if is_ours(address))
    assert len(ours) >= 10
    remaining, seen = list(ours), set()
    while remaining:
        address = remaining.pop()
        seen.add(address)
        response = opened(admin, address)
        if response["Content-Type"].startswith("text/html"):
            links = soup(response.content).select("a[href]")
            paths = {urlsplit(link["href"]).path for link in links}
            found = {path for path in paths if path.startswith(ours)}
            remaining += found - {*seen, *remaining}
    for part in ("/add/", "/edit/", "/delete/", "/history/", "/usage/", "/inspect/"):
        assert any(part in address for address in seen), part


def is_ours(address):
    return any(part in address for part in ("/spine_", "/clinic-"))
