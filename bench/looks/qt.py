"""Draws pages of XHTML with Qt's rich text engine. In: jobs as JSON on stdin. Out: the files it wrote, a line each."""

import json
import sys
from pathlib import Path

from PyQt5.QtCore import QRectF, QSizeF, Qt, QUrl
from PyQt5.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QGuiApplication, QImage, QPainter, QPalette, QTextDocument

application = QGuiApplication(sys.argv)
margin = 24

for job in json.load(sys.stdin):
    setting = job["setting"]
    width, height = setting["width"], setting["height"]
    document = QTextDocument()
    font = QFont("serif")
    font.setPixelSize(16)
    document.setDefaultFont(font)
    document.setDocumentMargin(margin)
    document.setMetaInformation(QTextDocument.DocumentUrl, QUrl.fromLocalFile(job["page"]).toString())
    document.setBaseUrl(QUrl.fromLocalFile(job["folder"] + "/"))
    document.setDefaultStyleSheet((Path(job["folder"]) / "style.css").read_text(encoding="utf-8"))
    # It honours no max-width: a picture as wide as the page asks for is scaled before it is shown.
    xhtml = Path(job["page"]).read_text(encoding="utf-8").replace("<img ", f'<img width="{width - 2 * margin}" ')
    document.setHtml(xhtml)
    document.setPageSize(QSizeF(width, height))
    for number, shot in enumerate(job["shots"]):
        if number >= document.pageCount():
            break
        image = QImage(width, height, QImage.Format_RGB32)
        image.fill(QColor("#121212" if setting["night"] else "#ffffff"))
        painter = QPainter(image)
        painter.translate(0, -number * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.Text, QColor("#dddddd" if setting["night"] else "#000000"))
        context.clip = QRectF(0, number * height, width, height)
        document.documentLayout().draw(painter, context)
        painter.end()
        image.save(shot["file"])
        print(shot["file"])
