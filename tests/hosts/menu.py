"""The menu of the admin, and whether its entries open."""

from urllib.parse import urlsplit

from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu


def entries(user):
    """The address of every entry, those of submenus included."""
    reverse("wagtailadmin_home")  # the menu is whole once the addresses are
    request = RequestFactory().get("/admin/")
    request.user = user
    remaining = list(admin_menu.menu_items_for_request(request))
    found = []
    while remaining:
        item = remaining.pop()
        if hasattr(item, "menu"):
            remaining += item.menu.menu_items_for_request(request)
        elif item.url.startswith("/admin/"):
            found.append(urlsplit(item.url).path)
    assert len(found) > 10
    return found


def opened(admin, address):
    response = admin.get(address, follow=True)
    assert response.status_code == 200, address
    # Wagtail sends whom it keeps out to the front page of the admin.
    last = response.redirect_chain[-1][0] if response.redirect_chain else address
    assert address == "/admin/" or urlsplit(last).path != "/admin/", address
    return response
