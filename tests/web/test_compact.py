"""Templates lose their indentation, people's words keep theirs."""

import re

import pytest
from jinja2 import DictLoader, Environment
from kit.browser_like import Browser

from signalering.web.compact import Compact

SOURCE = """<p>
  {# nobody's #}
  {% if on %}
    a
  {% endif %}
  b
  <i id=x
     {% if not on %}{% endif %}
     >c</i>
</p>"""
TYPED = "Drie dingen:\n    - mist de buren\n  - zit veel binnen"


def test_no_line_of_a_page_is_indented(browser: Browser) -> None:
    page = browser.log_in("worker").get("signals.log")
    assert not re.search(r"\n[ \t]+<", page)
    assert "\n<" in page


def test_what_was_typed_keeps_its_blanks(browser: Browser) -> None:
    browser.log_in("worker")
    answer = browser.post("signals.log", {"note": TYPED}, status=422)
    found = re.search(r'<textarea[^>]*name="note"[^>]*>\s*(Drie.*?)</textarea>', answer.text, re.S)
    assert found is not None
    assert found[1] == TYPED


def test_a_line_with_a_tag_alone_leaves_nothing() -> None:
    assert made(on=True) == "<p>\na\nb\n<i id=x\n\n>c</i></p>"
    assert made(on=False) == "<p>\nb\n<i id=x\n\n>c</i></p>"


def test_what_stands_on_lines_of_its_own_keeps_no_blank_at_its_ends() -> None:
    rows = "<tr>\n  <td>\n    {{ a }}\n    <b>c</b>\n    <i>d</i>\n  </td>\n</tr>\n"
    assert made(rows, a="e\n  f") == "<tr><td>e\n  f\n<b>c</b>\n<i>d</i></td></tr>"


def test_a_fault_is_told_with_the_line_that_its_maker_knows() -> None:
    with pytest.raises(TypeError) as fault:
        made("<p>\n  a\n</p>\n<p>\n  {{ 1 + none }}\n</p>\n")
    assert fault.traceback[-1].lineno + 1 == 5


def made(source: str = SOURCE, **context: object) -> str:
    """The page of this template."""
    loader = DictLoader({"page.html": source})
    environment = Environment(autoescape=True, extensions=[Compact], loader=loader)
    return environment.get_template("page.html").render(**context)
