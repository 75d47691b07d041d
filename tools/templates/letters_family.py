"""Letters to the family: plain, warm, and no promise that the board may not be able to keep."""

from __future__ import annotations

from docx.document import Document as Doc

from templates.house import Writer
from templates.letter_frame import IN_TOUCH, PROCESSES, REVIEW, close, letter, subject_line

_PRIVATE = "Private and confidential"
_NAME = "{{ subject.forename }}"
_ABOUT = "{% if is_subject %}you{% else %}{{ subject.full_name }}{% endif %}"


def _through(w: Writer) -> None:
    w.when(
        "contact.through",
        "This letter reaches you through {{ contact.through }}, who can talk it over with you.",
        "Normal",
    )


def _talk(w: Writer, before: str) -> None:
    w.p(before + IN_TOUCH + ".")


def begins() -> Doc:
    """A review is being held, why, and what part the family may take in it."""
    document, w = letter("A review begins", marking=_PRIVATE)
    subject_line(w, f"A review about {_ABOUT}")
    w.p(f"{{% if died and not is_subject %}}I am very sorry about the death of {_NAME}, and I am sorry to write to you at such a "
        f"time.{{% elif is_subject %}}I am sorry about what happened to you.{{% else %}}I am sorry about what happened to {_NAME}, "
        "and for what it has meant for you.{% endif %} I am writing to tell you about a review, and to ask whether you would "
        "like to take part.")  # fmt: skip
    _through(w)
    w.h2("What the review is")
    w.p(f"{{{{ review.board.name }}}} is holding what is called a {REVIEW}. It looks at how services worked with "
        f"{{% if is_subject %}}you{{% else %}}{_NAME}{{% endif %}} and with each other. {{{{ practice.purpose }}}}")  # fmt: skip
    w.when("author", "It is led by {{ author.name }}, who does not work for any of the services involved.", "Normal")
    w.h2("What we should like to ask you")
    w.p(f"You {{% if not is_subject %}}knew {_NAME}, and you {{% endif %}}know things that no record tells. If you would like to, you can "
        "meet the reviewer, talk on the telephone, write, or let somebody else speak for you. You choose what you talk about and "
        "when. It is also all right to say no, and you may change your mind at any time. {{ practice.support }}")  # fmt: skip
    w.when("meeting", "A meeting is planned for {{ meeting.date|date_full }}{% if meeting.time %} at {{ meeting.time|time }}{% endif %}."
           "{% if meeting.venue %} Place: {{ meeting.venue }}.{% endif %} If another day or place is better for you, please tell us.", "Normal")  # fmt: skip
    w.tag("if review.parallel_processes")
    w.p(f"We know that there are other processes about the same events ({PROCESSES}). The review is separate from them, and we take care that it "
        "does not get in their way or in yours.")  # fmt: skip
    w.tag("endif")
    w.p("We shall tell you how the review is getting on, and before it is finished you will be asked how people should be "
        "called in it and offered time to read what it says.")  # fmt: skip
    _talk(
        w, "You need not do anything now. If you have a question, or would like to take part, please get in touch with "
    )
    close(w)
    return document


def findings() -> Doc:
    """The findings are there, and the family is told before others are."""
    document, w = letter("What the review found", marking=_PRIVATE)
    subject_line(w, f"The review about {_ABOUT}: what it found")
    w.p("The findings of the review{% if contact.invited %}, of which you were told on {{ contact.invited|date }},{% endif %} are now "
        "ready to be shared, and I should like you to hear of them from us and not from anybody else.")  # fmt: skip
    _through(w)
    w.tag("if meeting")
    w.p("We should like to go through them with you on **{{ meeting.date|date_full }}{% if meeting.time %} at {{ meeting.time|time }}"
        "{% endif %}**.{% if meeting.venue %} Place: {{ meeting.venue }}.{% endif %} If another day or place is better for you, "
        "please tell us.")  # fmt: skip
    w.tag("else")
    w.p(
        "We should like to go through them with you, on a day and in a place that suit you. Please tell us what would be best."
    )
    w.tag("endif")
    w.p("{{ practice.support }}")
    w.h2("What you can expect")
    w.bullets(
        "You will have time to read the report, and may read it more than once. Parts of it are hard to read, and we can go "
        "through it with you slowly.",
        "If something in it is wrong, please tell us. If you see something differently, we can say so in the report.",
        "We shall show you how you and your family are referred to, and you can tell us what you think of it.",
        "{% if family_contacts|length > 1 %}Others of the family are offered the same. {% endif %}Until it is published, if it is to be "
        "published, please do not pass on what you read.",
    )
    w.p("{{ practice.report_goes }}")
    w.p("You may also decide not to read it, or not now. It will still be there if you change your mind.")
    _talk(w, "Please get in touch with ")
    close(w)
    return document


def publication() -> Doc:
    """The report is about to be published: when, where, and what may follow."""
    document, w = letter("Before publication", marking=_PRIVATE)
    subject_line(w, f"The review about {_ABOUT}: publication")
    w.tag("if review.publication.publish_on")
    w.p("I am writing to tell you before anybody else that the report of the review is to be published on "
        "**{{ review.publication.publish_on|date_full }}**{% if review.publication.where %}, at {{ review.publication.where }}{% endif %}.")  # fmt: skip
    w.tag("else")
    w.p("I am writing to tell you what has been decided about publishing the report of the review. No day is fixed yet, and we "
        "shall tell you the day before it is made known to others.")  # fmt: skip
    w.tag("endif")
    _through(w)
    w.p("What has been decided is this. {{ review.publication.outcome|sentence }}")
    w.h2("How people are referred to")
    w.p("{{ review.terms_of_reference.naming }}")
    w.p("Somebody who knows your family well may still guess whom the report is about. If that worries you, please talk to us now, "
        "while something can still be done.")  # fmt: skip
    w.h2("The day itself")
    w.bullets(
        "You can have a copy beforehand. Please tell us how you would like to get it.",
        "Journalists may write about it, and may try to reach you. You need not speak to them. If you would like to say something, "
        "we can help you to prepare it; and if somebody will not leave you alone, please tell us.",
        "That day may be a hard one. {{ practice.support }}",
    )
    _talk(w, "If you have any question, or wish to read the report again before then, please get in touch with ")
    w.p("Thank you for what you have given to this review.")
    close(w)
    return document
