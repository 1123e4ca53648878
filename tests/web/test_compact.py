"""Templates lose their indentation, people's words keep theirs."""

import re

from jinja2 import DictLoader, Environment
from kit.browser_like import Browser

from signalering.web.compact import Compact

SOURCE = {
    "page.html": """<p>
  {# nobody's #}
  {% if on %}
    a
  {% endif %}
  b
  <i id=x
     {% if not on %}{% endif %}
     >c</i>
</p>"""
}
TYPED = "Drie dingen:\n    - mist de buren\n  - zit veel binnen"


def test_no_line_of_a_page_is_indented(browser: Browser) -> None:
    page = browser.log_in("worker").get("signals.log")
    assert not re.search(r"\n[ \t]{2,}<", page)
    assert "\n <" in page


def test_what_was_typed_keeps_its_blanks(browser: Browser) -> None:
    browser.log_in("worker")
    answer = browser.post("signals.log", {"note": TYPED}, status=422)
    found = re.search(r'<textarea[^>]*name="note"[^>]*>\s*(Drie.*?)</textarea>', answer.text, re.S)
    assert found is not None
    assert found[1] == TYPED


def test_a_line_with_a_tag_alone_leaves_nothing() -> None:
    made = Environment(autoescape=True, extensions=[Compact], loader=DictLoader(SOURCE))
    assert (
        made.get_template("page.html").render(on=True) == "<p>\n a\n b\n <i id=x\n \n >c</i>\n</p>"
    )
    assert made.get_template("page.html").render(on=False) == "<p>\n b\n <i id=x\n \n >c</i>\n</p>"
