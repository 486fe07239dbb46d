"""
How quick our pages are beside bare ones of Wagtail's:

    python -m tests.bench [--rounds 25] [--postgresql] [--only comparison]
"""

import os
import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postgres import database_url

RESULT = Path("bench.json")


def main() -> None:
    parser = ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--postgresql", action="store_true")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="bench-"))
        os.environ["DATABASE_URL"] = (
            stack.enter_context(database_url())
            if options.postgresql
            else f"sqlite:///{folder}/db.sqlite3"
        )
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
        measure(options.rounds)


def measure(rounds: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from tests.bench.measuring import Bench
    from tests.bench.report import Row, table, write

    print("Loading the demo, and bare pages beside it...", flush=True)
    call_command("migrate", verbosity=0)
    rows: list[Row] = []
    for row in Bench(rounds).rows():
        rows.append(row)
        print(f"  {row.name}: {row.ratio:.2f}", flush=True)
    print(f"\n{table(rows)}\n")
    write(rows, RESULT)
    print(f"The same is in {RESULT}.")


if __name__ == "__main__":
    sys.exit(main())
