import os
import sys

sys.path.insert(0, os.path.abspath("."))
project = "Maps in Sphinx"
extensions = ["wardley_directive"]
html_theme = "alabaster"
exclude_patterns = ["README.md"]
