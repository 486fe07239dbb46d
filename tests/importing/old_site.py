"""The site that a clinic had before, small enough to see through."""

import io
import zipfile

from tests.importing.samples import png

PROCEDURE = """<!DOCTYPE html><html lang="en">
<head><title>Vertebroplasty | Old clinic</title></head>
<body><nav><a href="/">Home</a></nav><main><h1>Vertebroplasty</h1>
<p>A needle puts cement into a broken bone. See <a href="after.html">after it</a>.</p>
<h2>Risks</h2><p>Cement can leak.</p>
<h2>Getting ready</h2><ul><li>Do not eat.</li></ul>
<h2>What happens</h2><p>You lie on your front.</p>
<figure><img src="hand.png" alt="A hand on a back"></figure>
</main><footer>Old clinic</footer></body></html>"""
RECOVERY = """<html><head><title>After vertebroplasty | Old clinic</title></head>
<body><h1>After vertebroplasty</h1><h2>Day 1</h2><p>Rest.</p>
<h2>Week 2</h2><p>Walk.</p></body></html>"""
TEAM = """<html><head><title>Our team | Old clinic</title></head>
<body><h1>Our team</h1><p>We are five.</p><script>alert(1)</script></body></html>"""


def files() -> dict[str, bytes]:
    return {
        "vertebroplasty.html": PROCEDURE.encode(),
        "after.html": RECOVERY.encode(),
        "team.html": TEAM.encode(),
        "hand.png": png(),
    }


def packed() -> bytes:
    """The site as a zip."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as written:
        for name, content in files().items():
            written.writestr(name, content)
    return data.getvalue()
