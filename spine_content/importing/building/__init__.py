"""An outline becomes a draft of one page type. See ``page.py`` for the way through."""
