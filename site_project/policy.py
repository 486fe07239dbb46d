"""What a visitor's browser may fetch and run on the public site."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

#: Videos are fetched only when the reader asks for them: see the block.
PLAYERS = "https://www.youtube-nocookie.com https://player.vimeo.com"


def policy(media: str = "") -> str:
    """The policy; ``media`` is where pictures and videos are, if on another server."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            f"img-src 'self' data: {media}".rstrip(),
            f"media-src 'self' {media}".rstrip(),
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            f"frame-src {PLAYERS}",
            "form-action 'self'",
            "base-uri 'none'",
            # The editor shows pages in a frame of its own.
            "frame-ancestors 'self'",
        )
    )


class PublicPolicyMiddleware:
    """
    Sends a strict Content-Security-Policy with everything but Wagtail's admin.

    The admin has styles and scripts inside its pages. A site that wants a policy there
    as well has Wagtail's own documentation on it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policy = policy(settings.MEDIA_ORIGIN)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.path.startswith("/admin/"):
            response.headers.setdefault("Content-Security-Policy", self.policy)
        return response
