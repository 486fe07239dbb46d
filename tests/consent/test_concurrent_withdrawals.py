"""Two people press the button at the same time, or a command runs beside them."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from spine_content import consent
from spine_content.models import Consent, ConsentEvent, ErasureCertificate
from tests import content
from tests.consent.database_dump import found

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("put_back"),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one in at a time"
    ),
]
WORD = "zqpressedtwicexk"


def test_concurrent_withdrawals_are_one(media_folder):
    story = content.story(title=WORD, body=[content.text(f"<p>{WORD}</p>")])
    story.save_revision().publish()
    start = threading.Barrier(4)

    def press(_number):
        try:
            start.wait()
            return consent.withdraw(
                Consent.objects.get(pk=story.consent_id), by=None, via="letter"
            )
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        certificates = list(pool.map(press, range(4)))
    assert all(each.finished_at for each in certificates)
    assert ErasureCertificate.objects.count() == 1
    for kind in ("withdrawn", "erased"):
        assert ConsentEvent.objects.filter(kind=kind).count() == 1
    assert found({"story": WORD}) == set()
