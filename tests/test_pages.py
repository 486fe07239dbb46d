import pytest

from tests import content

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", content.MAKERS)
def test_a_visitor_reads_a_page_of_every_type(client, kind):
    page = content.MAKERS[kind]()
    response = client.get(page.url)
    html = response.content.decode()
    assert response.status_code == 200
    assert page.title in html
    assert page.summary in html
    assert f"spine-page-{kind}" in html
