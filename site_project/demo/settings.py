"""What the demo's clinic says about itself, and whom to ring in its country."""

from site_project.demo.prose import plain

SITE_NAME = "Hillside Spine Clinic"

SETTINGS = {
    "clinic_name": SITE_NAME,
    "country": "GB",
    "emergency_phone": "999",
    "emergency_relay": "18000",
    "urgent_phone": "111",
    "urgent_hours": "Day and night",
    # From the range that Ofcom keeps for drama: it can never be somebody's number.
    "clinic_phone": "01632 960123",
    "clinic_hours": "Monday to Friday, 9 am to 5 pm (a made-up number)",
    "contacts": [
        {
            "type": "contact",
            "value": {
                "language": "pl",
                "emergency_phone": "",
                "emergency_relay": "",
                "urgent_phone": "",
                "urgent_hours": "Całą dobę",
                "clinic_phone": "01632 960124",
                "clinic_hours": "Od poniedziałku do piątku, 10:00–12:00 (numer "
                "zmyślony)",
            },
            "id": "6a5d3a52-6f6c-4f0c-9d4f-4f0f1d6a9f10",
        }
    ],
    "disclaimer": plain(
        """
        This is a demonstration: Hillside Spine Clinic does not exist. The page gives
        general information. It does not replace the advice of the team that knows you.
        """
    ),
    "conflict_statement": plain(
        """
        The authors named on this site are made up. They have no ties to makers of
        cement, needles or balloons.
        """
    ),
    "funding_statement": plain(
        """
        Nobody paid for this information. It was written to show what this website
        can do.
        """
    ),
    "update_policy": plain(
        """
        We check warning signs and advice about medicines every year, and every other
        page at least every two years. If we find a mistake, we correct it at once and
        say so.
        """
    ),
}
