"""The Sphinx directive `wardley`: a map in the page, or in a file beside it.

.. wardley::

   component Kettle [0.43, 0.35]

.. wardley:: maps/tea.wm

Pages of HTML get SVG in place, LaTeX gets a PDF, and pages of nothing but text (text, man, Texinfo) get the map in words.
`wardley_command` in conf.py names the command.
"""

import hashlib
import html as markup
import os
import re
import subprocess

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

log = logging.getLogger(__name__)


class Wardley(SphinxDirective):
    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self):
        where = (self.env.docname, self.lineno)
        if self.arguments:
            path = os.path.join(os.path.dirname(self.env.doc2path(self.env.docname)), self.arguments[0])
            self.env.note_dependency(os.path.abspath(path))
            with open(path, encoding="utf-8") as file:
                source = file.read()
        else:
            path, source = None, "\n".join(self.content)
        node = wardley()
        node["source_text"], node["path"], node["where"] = source, path, where
        node["number"] = self.env.new_serialno("wardley")
        return [node]


class wardley(nodes.General, nodes.Element):
    pass


def command(builder, node, *options):
    program = builder.config.wardley_command
    done = subprocess.run([program, "render", node["path"] or "-", "-o", "-", *options],
                          input=None if node["path"] else node["source_text"].encode(), capture_output=True, check=False)
    if done.stderr.strip():
        log.warning("a Wardley map: %s", done.stderr.decode().strip(), location=node["where"])
    return done.stdout if done.returncode == 0 else None


def html(self, node):
    digest = hashlib.sha256(node["source_text"].encode()).hexdigest()[:8]
    drawn = command(self.builder, node, "--inline", "--theme", "auto", "--for", "page", "--id-prefix", f"w{digest}-{node['number']}")
    self.body.append(drawn.decode() if drawn else "<p>This map cannot be drawn.</p>")
    raise nodes.SkipNode


def latex(self, node):
    drawn = command(self.builder, node, "--format", "pdf", "--for", "page")
    if drawn:
        name = "wardley-" + hashlib.sha256(drawn).hexdigest()[:16] + ".pdf"
        with open(os.path.join(self.builder.outdir, name), "wb") as file:
            file.write(drawn)
        self.body.append("\n\\begin{center}\\sphinxincludegraphics[width=\\linewidth]{" + name + "}\\end{center}\n")
    raise nodes.SkipNode


def words(self, node):
    """The map's title and its description, as screen readers read them."""
    drawn = (command(self.builder, node) or b"").decode()
    said = [markup.unescape(said) for said in re.findall(r"<(?:title|desc)[^>]*>(.*?)</", drawn, re.DOTALL)]
    return "[" + ": ".join(dict.fromkeys(said)) + "]" if said else "[A Wardley map that cannot be drawn.]"


def text(self, node):
    self.new_state(0)
    self.add_text(words(self, node))
    self.end_state()
    raise nodes.SkipNode


def man(self, node):
    self.body.append("\n.PP\n" + self.deunicode(words(self, node)) + "\n")
    raise nodes.SkipNode


def texinfo(self, node):
    self.body.append("\n\n" + self.escape(words(self, node)) + "\n\n")
    raise nodes.SkipNode


def setup(app):
    app.add_config_value("wardley_command", os.environ.get("WARDLEY", "wardley"), "env")
    app.add_node(wardley, html=(html, None), latex=(latex, None), text=(text, None), man=(man, None), texinfo=(texinfo, None))
    app.add_directive("wardley", Wardley)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
