import os
from typing import Any

import pytest
from django.test import TransactionTestCase
from hypothesis import settings

from tests.run import ON_POSTGRESQL

# The same examples on every machine, and no folder of them in the repository: what
# fails for one developer fails for all.
settings.register_profile("spine", deadline=None, derandomize=True, database=None)
settings.load_profile("spine")


def pytest_collection_modifyitems(config: pytest.Config, items: list[Any]) -> None:
    """
    What asks no database is the same on each: it runs on SQLite alone, unless it is
    part of what is left off there.
    """
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    alone = [item for item in items if not _belongs_to_postgresql(item)]
    if alone:
        config.hook.pytest_deselected(items=alone)
        items[:] = [item for item in items if _belongs_to_postgresql(item)]


def _belongs_to_postgresql(item: Any) -> bool:
    return bool(
        item.get_closest_marker("django_db")
        or item.get_closest_marker("browser")
        or isinstance(item.cls, type)
        and issubclass(item.cls, TransactionTestCase)
        or {"db", "transactional_db", "live_server"} & {*item.fixturenames}
        or not {*ON_POSTGRESQL}.isdisjoint(item.path.parts)
    )
