"""Draws fenced Wardley maps in MkDocs: the formatter of a superfences block.

The environment variable WARDLEY names the command where it is not on the PATH. WARDLEY_STRICT=1 ends the build because of a
warning, as `mkdocs build --strict` does for MkDocs' own.
"""

import hashlib
import html
import logging
import os
import subprocess

log = logging.getLogger("mkdocs.plugins.wardley")


def draw(source, language, css_class, options, md, **kwargs):
    digest = hashlib.sha256(source.encode()).hexdigest()[:8]
    counter = md.__dict__.setdefault("wardley_maps", [])
    counter.append(digest)
    command = [os.environ.get("WARDLEY", "wardley"), "render", "-", "--inline", "--theme", "auto", "--for", "page"]
    command += ["--id-prefix", f"w{digest}-{len(counter)}"]
    if os.environ.get("WARDLEY_STRICT"):
        command.append("--strict")
    done = subprocess.run(command, input=source, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.stderr.strip():
        # superfences swallows exceptions; what is logged as a warning is counted by `mkdocs build --strict`.
        log.warning("a Wardley map: %s", done.stderr.strip())
    if done.returncode != 0:
        return f'<div class="admonition failure"><p>This map cannot be drawn.</p><pre>{html.escape(done.stderr)}</pre></div>'
    return done.stdout
