.DEFAULT_GOAL := help
.PHONY: demo test lint tox bench lighthouse messages guide screenshots css js clean help

PYTHONS = $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python3.10

# exec, so that Ctrl-C reaches the demo alone and no shell reports it too.
define bootstrap
@for python in $(PYTHONS); do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then \
		exec "$$python" site_project/bootstrap.py $(1); \
	fi; \
done; \
echo "Python 3.10 or newer was not found: install it, or say where it is with PYTHON=/path/to/python3." >&2; \
exit 1
endef

demo:
	$(call bootstrap,demo)

test:
	$(call bootstrap,test $(ARGS))

lint:
	$(call bootstrap,lint)

tox:
	$(call bootstrap,tox $(ARGS))

bench:
	$(call bootstrap,bench $(ARGS))

lighthouse:
	$(call bootstrap,lighthouse $(ARGS))

# Words that visitors read, out of the sources and into the catalogues.
messages:
	$(call bootstrap,messages)

# The page in the admin's help menu, out of docs/editors-guide.md.
guide:
	$(call bootstrap,guide)

screenshots:
	$(call bootstrap,screenshots)

# One file for the visitor's browser, many small ones for whoever edits them.
CSS = spine_content/static/spine_content/css
css:
	cat $(CSS)/tokens.css $(CSS)/base.css $(CSS)/components/*.css $(CSS)/blocks/*.css \
		$(CSS)/pages/*.css > $(CSS)/spine.css

# One script for a recovery guide: the words that other pages load alone, and after
# them the reader's own dates, in a scope of their own.
JS = spine_content/static/spine_content/js
js:
	(cat $(JS)/words.js; echo '(() => {'; echo '"use strict";'; \
		cat $(JS)/dates/days.js $(JS)/dates/calendar.js $(JS)/dates/page.js; \
		echo '})();') > $(JS)/recovery.js

clean:
	rm -rf .venv .demo-passwords .demo-secret-key db.sqlite3 db.sqlite3-* media staticfiles
	rm -rf build dist *.egg-info .coverage .*_cache .hypothesis .tox bench.json
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@echo "make demo    run the demo site at http://127.0.0.1:8000/ (PORT=8001 for another port)"
	@echo "make test    check everything (ARGS='-k consent' is passed on to pytest)"
	@echo "make lint    only the quick checks: style, imports, types, migrations"
	@echo "make tox     the tests on every version that is promised (ARGS='-e py313-wagtail80-django61')"
	@echo "make bench   how quick the pages are beside bare ones (ARGS=--postgresql)"
	@echo "make lighthouse   Lighthouse on a page of each type (needs node and npm)"
	@echo "make messages  bring the translations in step with what visitors read"
	@echo "make guide   make the admin's help page out of docs/editors-guide.md"
	@echo "make screenshots  make the pictures in docs/images from the demo"
	@echo "make css     join the style sheets into the one that pages load"
	@echo "make js      join the parts of the script that recovery guides load"
	@echo "make clean   remove what these made: the environment, caches, and the demo's data"
