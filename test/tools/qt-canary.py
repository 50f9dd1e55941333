"""Says whether Qt's rich text engine reads a stylesheet to its end, where a rule makes `.canary` bold."""

import sys

from PyQt5.QtGui import QGuiApplication, QTextDocument

application = QGuiApplication(sys.argv)
document = QTextDocument()
with open(sys.argv[1], encoding="utf-8") as sheet:
    document.setDefaultStyleSheet(sheet.read())
document.setHtml('<p class="canary">Tweet</p>')
fragment = document.begin().begin().fragment()
print("alive" if fragment.charFormat().fontWeight() > 50 else "dead")
