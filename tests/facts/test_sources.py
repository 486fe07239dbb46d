import pytest
from django.core.exceptions import ValidationError

from spine_content.models import Source

COMPLETE = {
    "title": "Vertebroplasty for acute fractures",
    "kind": "trial",
    "authors": "Firanescu CE and others",
    "year": 2018,
}


def source(**changes):
    return Source(**{**COMPLETE, **changes})


def test_it_is_named_by_authors_year_and_title():
    named = "Firanescu CE and others (2018): Vertebroplasty for acute fractures"
    assert str(source()) == named
    assert str(source(year=None)) == named.replace(" (2018)", "")


@pytest.mark.parametrize(
    ("where", "link"),
    [
        ({"doi": "10.1136/bmj.k1551"}, "https://doi.org/10.1136/bmj.k1551"),
        ({"pmid": "29743284"}, "https://pubmed.ncbi.nlm.nih.gov/29743284/"),
        ({"url": "https://example.org/a"}, "https://example.org/a"),
        (
            {"doi": "10.1136/bmj.k1551", "pmid": "1", "url": "https://example.org/a"},
            "https://doi.org/10.1136/bmj.k1551",
        ),
        ({"pmid": "1", "url": "https://e.org"}, "https://pubmed.ncbi.nlm.nih.gov/1/"),
        ({}, ""),
    ],
)
def test_the_link_is_the_best_address(where, link):
    assert source(**where).link == link


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("doi", "https://doi.org/10.1136/bmj.k1551"),
        ("doi", "doi:10.1136/bmj.k1551"),
        ("doi", "10.1136/bmj k1551"),
        ("pmid", "PMID 29743284"),
        ("pmid", "297432841"),
        ("url", "javascript:alert(1)"),
        ("authors", ""),
    ],
)
def test_invalid_identifiers_are_refused(field, value):
    with pytest.raises(ValidationError) as caught:
        source(**{field: value}).full_clean()
    assert list(caught.value.message_dict) == [field]


@pytest.mark.django_db
def test_a_complete_source_is_accepted():
    source(doi="10.1136/bmj.k1551", pmid="29743284").full_clean()
