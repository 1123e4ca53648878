"""`signalering site check` says what is wrong with the texts of the site, file by file."""

from datetime import date, timedelta
from pathlib import Path

from kit.talk import run

from signalering.demo.site import TEXTS, site
from signalering.domain.site import SiteKind
from signalering.services.public.site import check, texts


def test_whole_files_are_in_order_and_faults_are_lines(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "nl"
    folder.mkdir(parents=True)
    (folder / "lonely.md").write_text("title: Alleen\n\nWoorden.\n")
    said = run(tmp_path, "site", "check")
    assert (said.returncode, said.stdout.strip()) == (0, "The site's texts are in order.")
    (folder / "lonely.md").write_text("title: Alleen\n\n[x](javascript:y)\n{x}\n")
    (folder / "extra.md").write_text("title: Meer\n\nWoorden.\n")
    said = run(tmp_path, "site", "check")
    assert said.returncode == 1
    extra, link, block = said.stdout.splitlines()
    assert extra.startswith("site/nl/extra.md, line 1: this page is missing in the other")
    assert link.startswith("site/nl/lonely.md, line 3: ")
    assert block.startswith("site/nl/lonely.md, line 4: ")


def test_the_demonstration_has_news_and_a_campaign_of_its_own_days(tmp_path: Path) -> None:
    today = date(2031, 3, 31)
    site(tmp_path, today)
    assert check(tmp_path) == ()
    for language in ("nl", "en"):
        found = texts(tmp_path, language)
        slugs = {slug for spoken, slug in TEXTS if spoken == language}
        shown = [found[slug].kind for slug in sorted(slugs) if found[slug].is_on(today)]
        assert shown == [SiteKind.NEWS, SiteKind.NEWS, SiteKind.CAMPAIGN]
        assert not found["youth-week"].is_on(today + timedelta(days=31))


def test_the_demonstration_leaves_own_texts_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    site(tmp_path, date(2031, 3, 31))
    assert list((tmp_path / "site").iterdir()) == []
