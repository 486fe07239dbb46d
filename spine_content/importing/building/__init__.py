"""From a ``ParsedDocument`` to a draft page: begin with ``draft.py``."""
