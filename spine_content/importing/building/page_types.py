"""Which page types somebody may create below a page, found without importing any."""

from typing import Any

import swapper

from spine_content.page_types import PAGE_TYPES

swapper.set_app_prefix("wagtailcore", "wagtail")


def page_model() -> Any:
    """The base page of the site."""
    return swapper.load_model("wagtailcore", "Page")


def page_types_below(parent: Any) -> dict[str, Any]:
    """The page model of each ``page_type`` that can be created below ``parent``."""
    found: dict[str, Any] = {}
    for model in parent.specific_class.creatable_subpage_models():
        kind = getattr(model, "page_type", "")
        if kind in PAGE_TYPES and kind not in found and model.can_create_at(parent):
            found[kind] = model
    return found


def may_add_below(parent: Any, user: Any) -> bool:
    """Whether ``user`` may add pages there. A command without a user may."""
    if user is None:
        return True
    return bool(parent.permissions_for_user(user).can_add_subpage())
