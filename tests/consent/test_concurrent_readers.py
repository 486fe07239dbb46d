"""Readers who ask for a story in the very moment in which it is withdrawn."""

import threading
import time

import pytest
from django.db import connection, connections
from django.test import Client

from spine_content import consent
from tests import content

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("put_back"),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite lets one in at a time"
    ),
]
READERS = 16
WORDS = "zqreadwhileitgoesxk"


@pytest.fixture
def story(media_folder):
    made = content.story(title=WORDS, body=[content.text(f"<p>{WORDS}</p>")])
    made.save_revision().publish()
    return made


def read(address, stop, answers, problems):
    client = Client()
    try:
        while not stop.is_set():
            begun = time.monotonic()
            response = client.get(address)
            answers.append(
                (begun, response.status_code, WORDS in str(response.content))
            )
    except Exception as problem:
        problems.append(problem)
    finally:
        connections.close_all()


def test_no_request_after_the_withdrawal_gets_the_story(story):
    stop, answers, problems = threading.Event(), [], []
    arguments = (story.url, stop, answers, problems)
    readers = [threading.Thread(target=read, args=arguments) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    time.sleep(1)
    consent.withdraw(story.consent, by=None, via="letter")
    returned = time.monotonic()
    time.sleep(1)
    stop.set()
    for reader in readers:
        reader.join()
    assert problems == []
    assert {status for _begun, status, _told in answers} <= {200, 404, 410}
    assert any(told for _begun, _status, told in answers), "nobody read it before"
    after = [(status, told) for begun, status, told in answers if begun > returned]
    assert len(after) >= READERS
    assert set(after) == {(404, False)}
