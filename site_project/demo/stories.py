"""
Two stories, both made up: one that went well, and one that did not.

Their people do not exist, so the consents say that none was needed.
"""

from datetime import date
from typing import Any

from site_project.demo.blocks import Ref, quote, related_pages, text
from site_project.demo.prose import plain

CONSENT: dict[str, Any] = {
    "subject_kind": "fictional",
    "method": "not_needed",
    "given_on": date(2026, 1, 5),
    "form_version": "None: the story is made up",
    "covers_text": True,
    "covers_age_band": True,
}

CONSENTS = {
    "waited": {**CONSENT, "subject_ref": "FICTIONAL-1"},
    "still_in_pain": {**CONSENT, "subject_ref": "FICTIONAL-2"},
}

NOBODY = {
    "name_is": "changed",
    "relationship": "None. The person in this story does not exist.",
    "compensation": "None. Nobody was paid, because nobody told it.",
}

WAITED = {
    **NOBODY,
    "slug": "i-chose-to-wait",
    "title": "I chose to wait",
    "summary": plain(
        """
        A made-up story about somebody who was offered cement, asked for time, and got
        better without it. It is about how she decided, and what the weeks were like.
        """
    ),
    "consent": Ref("consent", "waited"),
    "treatment": Ref("treatment", "care"),
    "display_name": "June",
    "age_band": "70s",
    "outcome": "better",
    "time_since": "6_months",
    "image": Ref("picture", "walking"),
    "image_is": "illustration",
    "body": [
        text(
            """
            ## The window

            I was opening a window. That is all. It stuck, I pulled, and something went
            in my back. I thought: you silly woman, you have pulled a muscle. I made
            tea. I could not sit down to drink it.

            For two weeks I told everybody that it was a muscle. I slept in the
            armchair because I could not lie flat, and I could not lie flat because I
            could not get up again. In the end my daughter drove me to the hospital and
            would not let me talk her out of it. They did a scan. A bone in my spine
            had broken, and nobody had even pushed me.

            ## The offer

            The doctor was kind. She showed me the picture and drew a wedge of cheese
            next to it. She said that there was a procedure with cement, and that I
            could have it if the pain stayed as it was. I said yes before she had
            finished. I would have said yes to anything.

            Then the nurse sat down with me. She did not try to talk me out of it. She
            asked what I wanted to be able to do again. I said: sleep in my bed, and
            walk to the library. She asked how the pain had been the week before. I had
            to think, and then I had to be honest. It had been worse.
            """
        ),
        quote(
            """
            She asked how the pain had been the week before. I had to think, and then I
            had to be honest.
            """,
            "June",
        ),
        text(
            """
            So I asked what would happen if I waited. I had been afraid that it was a
            rude question. It was not. She said that some people get better by
            themselves and some do not, and that nobody could tell me which I was. We
            agreed on four weeks, and we wrote down a date.

            ## The weeks

            I will not say that it was easy. The first painkillers made me so sick that
            I stopped eating. They changed them. The new ones blocked me up, and nobody
            had warned me, and I was too embarrassed to ask. Ask!

            What helped was small. My grandson carried the kettle to the lower shelf. A
            physiotherapist showed me how to roll onto my side and push up with my arms,
            and the next morning I got out of bed without crying. I walked to the gate.
            Then to the post box. I had bad days when I thought that I had decided
            wrongly. On those days I looked at the date on the fridge.

            When the date came, I could sleep in my bed for half the night. I told the
            nurse that I did not want the cement now. She said that was fine, and that I
            could ring if I changed my mind.

            ## Now

            I still feel it when I stand for long. I am two centimetres shorter, and I
            mind that more than I should. I take something for my thin bones, which is
            what I ought to have done years ago. I do walk to the library.

            Did waiting make me better? I do not know. Perhaps I would have been better
            sooner with the cement. Perhaps it would have been the same. What I know is
            that I was given time, and a date, and a person to ring.
            """
        ),
    ],
}

STILL_IN_PAIN = {
    **NOBODY,
    "slug": "still-in-pain-afterwards",
    "title": "Still in pain afterwards",
    "summary": plain(
        """
        A made-up story about somebody who had vertebroplasty and was not helped by it.
        It is about hope, about feeling foolish, and about what came next.
        """
    ),
    "consent": Ref("consent", "still_in_pain"),
    "treatment": Ref("treatment", "vertebroplasty"),
    "display_name": "Walter",
    "age_band": "80s",
    "outcome": "same",
    "time_since": "3_months",
    "image": Ref("picture", "stages"),
    "image_is": "illustration",
    "body": [
        text(
            """
            ## Before

            I am a man who mends things. Clocks, mostly. So when they showed me the
            picture of my broken bone and told me that it could be filled with cement,
            I thought: at last, somebody who speaks my language.

            By then I had been in pain for two months. I had fallen off the bottom step
            of a ladder, which is a foolish height to fall from. I could not sit at my
            bench. I was cross with my wife from morning to night, and she had done
            nothing.

            They told me that it might not help. I want to be fair about that. The
            doctor said that in some studies people who only thought they had had
            cement did about as well. I heard her say it. I nodded. But I did not
            believe that she meant me.

            ## The day

            The day itself was all right. I lay on my front on a narrow table with a
            pillow under my chest. They numbed my back and gave me something that made
            me drowsy, and I heard them talking as if from the next room. There was a
            lot of pressure. It was not pleasant, and it was not terrible. A man held
            my hand. I never found out his name.

            Afterwards I lay flat and looked at the ceiling and waited to feel
            different. In the evening I thought that I did. I rang my brother and told
            him that it had worked.

            ## The weeks after

            By the weekend I knew that it had not. The pain was the same pain, in the
            same place. I thought that I must have done something wrong. I had carried
            the paper in from the door: was it that? I did not ring the clinic, because
            I did not want to be the one for whom it did not work. I felt that I had
            let them down.
            """
        ),
        quote(
            """
            I did not ring the clinic, because I did not want to be the one for whom it
            did not work.
            """,
            "Walter",
        ),
        text(
            """
            It was my wife who rang. The nurse asked me to come in. They did another
            scan, to be sure that there was no new break and that the cement was where
            it should be. It was. A tiny bit had run out at the side. They showed it to
            me and told me that it was doing no harm. That was good to know, and it was
            also hard: there was nothing to put right.

            The nurse said: “You have not done anything wrong. It helps some people and
            not others, and we cannot tell beforehand.” I wish that I had heard that
            sentence twice before the day, and not only once.

            ## Now

            It is three months on. I would not say that I am better. But somebody looks
            after the pain now, and not only after the bone. I have exercises. I have
            a higher chair at my bench, and I work for twenty minutes and then I walk
            about. My medicine was changed, so that I am awake in the afternoon.

            Would I do it again? I do not know. I would ask more. I would ask what we
            do if it does not help, before it and not after. And I would ring sooner.
            """
        ),
        related_pages(
            "If you are still in pain",
            "recovery-after-vertebroplasty",
            "care-without-a-procedure",
        ),
    ],
}
