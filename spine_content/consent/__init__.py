from spine_content.consent.gate import blockers, may_show, only_showable

__all__ = ["blockers", "may_show", "only_showable"]
