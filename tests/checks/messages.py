"""What the checks of the plugin say."""

from django.core.checks import run_checks


def check_messages(**options) -> dict[str, list[str]]:
    """The messages of our own checks by their number, in the order they come."""
    found: dict[str, list[str]] = {}
    for message in run_checks(**options):
        if str(message.id).startswith("spine_content."):
            assert message.hint, f"{message.id} does not say what to do"
            assert "\n" not in message.msg.strip()
            number = str(message.id).removeprefix("spine_content.")
            found.setdefault(number, []).append(message.msg)
    return found
