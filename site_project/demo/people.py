"""The staff of a clinic that does not exist. Nobody has a number in any register."""

from datetime import date

INTERESTS = {
    "interests": "None. This person is made up for the demonstration.",
    "interests_on": date(2026, 1, 5),
}

PEOPLE = {
    "nurse": {
        "name": "Jo Example",
        "role": "Specialist nurse, spine team (fictional)",
        "credentials": "RN",
        **INTERESTS,
    },
    "radiologist": {
        "name": "Dr Asha Sample",
        "role": "Consultant radiologist (fictional)",
        "credentials": "MB BS, FRCR",
        **INTERESTS,
    },
    "physiotherapist": {
        "name": "Lee Specimen",
        "role": "Physiotherapist (fictional)",
        "credentials": "MCSP",
        **INTERESTS,
    },
}
