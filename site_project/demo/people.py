"""The staff of a clinic that does not exist. Nobody has a number in any register."""

INTERESTS = "None. This person is made up for the demonstration."

PEOPLE = {
    "nurse": {
        "name": "Jo Example",
        "role": "Specialist nurse, spine team (fictional)",
        "credentials": "RN",
        "interests": INTERESTS,
    },
    "radiologist": {
        "name": "Dr Asha Sample",
        "role": "Consultant radiologist (fictional)",
        "credentials": "MB BS, FRCR",
        "interests": INTERESTS,
    },
    "physiotherapist": {
        "name": "Lee Specimen",
        "role": "Physiotherapist (fictional)",
        "credentials": "MCSP",
        "interests": INTERESTS,
    },
}
