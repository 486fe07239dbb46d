from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Tags, Warning, register
from django.template import TemplateDoesNotExist, engines
from django.template.backends.django import DjangoTemplates
from django.template.base import Template
from django.template.loader_tags import BlockNode, ExtendsNode

from spine_content.pages.base import SpinePageMixin

BASE_TEMPLATE = "spine_content/base.html"
#: Blocks that our page templates fill, whoever writes ``spine_content/base.html``.
REQUIRED_BLOCKS = ("spine_title", "spine_head", "spine_main")


@register(Tags.templates)
def check_base_template(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """W001: the site's base template is missing or broken. W002: blocks in it are."""
    if not any(issubclass(model, SpinePageMixin) for model in apps.get_models()):
        return []
    try:
        return _missing_blocks(_ancestry())
    except TemplateDoesNotExist as error:
        problem = f"The pages of spine_content extend {error}, which does not exist."
    except Exception as error:  # whatever the site's template tags raise, we report
        message = str(error).partition("\n")[0].rstrip(":.")
        problem = (
            f"The base template of spine_content's pages has a mistake: {message}."
        )
    return [
        Warning(
            problem,
            hint="Correct it, or extend a template that you have in your own "
            f"{BASE_TEMPLATE}.",
            id="spine_content.W001",
        )
    ]


def _missing_blocks(ancestry: list[Template]) -> list[CheckMessage]:
    every = {block.name for template in ancestry for block in _blocks(template)}
    above = {block.name for template in ancestry[1:] for block in _blocks(template)}
    # Where the last name is a variable, nobody can know what stands above it.
    filled = (
        _filled(ancestry[0]) if len(ancestry) > 1 and not _extends(ancestry[-1]) else []
    )
    problems = [
        f"{BASE_TEMPLATE!r} fills the block {name!r}, which the site's base template "
        "does not have."
        for name in filled
        if name not in above
    ] + [
        f"{BASE_TEMPLATE!r} does not offer the block {name!r}, which our pages fill."
        for name in REQUIRED_BLOCKS
        if name not in every
    ]
    hint = f"Name the blocks of your base template in a {BASE_TEMPLATE} of your own."
    return [Warning(each, hint=hint, id="spine_content.W002") for each in problems]


def _ancestry() -> list[Template]:
    """``spine_content/base.html`` and every template it extends, one by one."""
    engine = next(e for e in engines.all() if isinstance(e, DjangoTemplates)).engine
    name: Any = BASE_TEMPLATE
    ancestry: list[Template] = []
    while isinstance(name, str):
        # A template may extend another of the same name, as Django itself allows.
        seen = [template.origin for template in ancestry]
        template, _origin = engine.find_template(name, skip=seen)
        ancestry.append(template)
        parent = _extends(template)
        name = parent.parent_name.var if parent else None
    return ancestry


def _extends(template: Template) -> Any:
    return next(iter(template.nodelist.get_nodes_by_type(ExtendsNode)), None)


def _blocks(template: Template) -> list[Any]:
    return template.nodelist.get_nodes_by_type(BlockNode)


def _filled(template: Template) -> list[str]:
    """Blocks that the template fills in its parent; those inside them are its own."""
    nodes = _extends(template).nodelist
    return [node.name for node in nodes if isinstance(node, BlockNode)]
