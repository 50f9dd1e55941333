"""Lets FanFicFare’s own writer make an EPUB. In: on standard input a title, chapters in HTML and a style sheet, as JSON; a path. Out: the EPUB there."""
import json
import sys
from datetime import datetime
from importlib import resources

from fanficfare import configurable, writers
from fanficfare.adapters.adapter_test1 import TestSiteAdapter

given = json.load(sys.stdin)
url = "http://test1.com?sid=1"


class GivenSite(TestSiteAdapter):
    """The site that FanFicFare is tested with, with other stories on it."""

    def extractChapterUrlsAndMetadata(self):
        for key, value in [("title", given["title"]), ("author", "A. Author"), ("authorId", "1"), ("authorUrl", url), ("language", "English"), ("status", "In-Progress")]:
            self.story.setMetadata(key, value)
        for key in ["datePublished", "dateUpdated"]:
            self.story.setMetadata(key, datetime(2000, 1, 1))
        for at, chapter in enumerate(given["chapters"]):
            self.add_chapter(chapter["title"], f"{url}&chapter={at}")

    def getChapterText(self, address):
        return self.utf8FromSoup(address, self.make_soup(f"<div>{given['chapters'][int(address.split('=')[-1])]['html']}</div>"))


settings = configurable.Configuration(["test1.com"], "epub")
settings.read_string(resources.files("fanficfare").joinpath("defaults.ini").read_text(encoding="utf-8"))
for name, value in [("slow_down_sleep_time", "0"), *([("output_css", given["css"])] if given["css"] else [])]:
    settings.set("overrides", name, value)
writers.getWriter("epub", settings, GivenSite(settings, url)).writeStory(outfilename=sys.argv[1], forceOverwrite=True)
